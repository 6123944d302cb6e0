package steward.message;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A file to be uploaded into a chat, and what is said with it. */
public final class ChatFile {

    private final String name;
    private final String title;
    private final Words caption;
    private final Supplier<byte[]> content;

    /**
     * A file that is made when its content is asked for, anew each time.
     *
     * @param name with its extension
     */
    public ChatFile(String name, String title, Words caption, Supplier<byte[]> content) {
        this.name = name;
        this.title = title;
        this.caption = caption;
        this.content = content;
    }

    /** A file that is made already. */
    public ChatFile(String name, String title, Words caption, byte[] content) {
        this(name, title, caption, content::clone);
    }

    /** A file of text. */
    public ChatFile(String name, String title, Words caption, String content) {
        this(name, title, caption, content.getBytes(StandardCharsets.UTF_8));
    }

    public String name() {
        return name;
    }

    /** The same, made once. */
    public ChatFile made() {
        return new ChatFile(name, title, caption, content());
    }

    public String title() {
        return title;
    }

    public Words caption() {
        return caption;
    }

    /** What is in it, with its making. */
    public byte[] content() {
        return content.get();
    }
}
