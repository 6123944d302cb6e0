package steward.message;

import java.nio.charset.StandardCharsets;

/** A file to be uploaded into a chat, and what is said with it. */
public final class ChatFile {

    private final String name;
    private final String title;
    private final Words caption;
    private final byte[] content;

    /** @param name with its extension */
    public ChatFile(String name, String title, Words caption, byte[] content) {
        this.name = name;
        this.title = title;
        this.caption = caption;
        this.content = content.clone();
    }

    /** A file of text. */
    public ChatFile(String name, String title, Words caption, String content) {
        this(name, title, caption, content.getBytes(StandardCharsets.UTF_8));
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    public Words caption() {
        return caption;
    }

    public byte[] content() {
        return content.clone();
    }
}
