package steward.conversation.session;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file that a rep sent into the chat: its name, and what is in it or why that could not be read. */
public final class SentFile {

    /** Why a file was not read. */
    public enum Problem {
        /** It is not there any more, or it is somebody else's. */
        GONE,
        TOO_LARGE,
        /** The workspace has not allowed Steward to read files. */
        NOT_ALLOWED,
        /** The chat did not give it this time. */
        NOT_GIVEN
    }

    private static final Pattern READABLE = Pattern.compile(".+\\.(json|csv)");
    private static final Pattern SPREADSHEET = Pattern.compile(".+\\.(xlsx?|xlsm|ods|numbers|tsv)");
    private static final byte[] NOTHING = {};

    private final String id;
    private final String name;
    private final byte[] content;
    private final Optional<Problem> problem;

    private SentFile(String id, String name, byte[] content, Optional<Problem> problem) {
        this.id = id;
        this.name = name;
        this.content = content;
        this.problem = problem;
    }

    /**
     * A file that could be read.
     *
     * @param id what the chat knows it by
     */
    public static SentFile read(String id, String name, byte[] content) {
        return new SentFile(id, name, content.clone(), Optional.empty());
    }

    public static SentFile unread(String id, Problem problem) {
        return new SentFile(id, "", NOTHING, Optional.of(problem));
    }

    /** Whether a file of that name may be one that plans can be read from. */
    public static boolean mayHoldPlans(String name) {
        return READABLE.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether accounts may be in it once it is saved as something else. */
    public static boolean isSpreadsheet(String name) {
        return SPREADSHEET.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Nothing if there was a problem. */
    public byte[] content() {
        return content.clone();
    }

    public Optional<Problem> problem() {
        return problem;
    }
}
