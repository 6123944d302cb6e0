package steward.conversation.understanding.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people say around a value when they are not quite sure of it, or talk as they would on the phone: "60% I'd say". */
public final class Hedges {

    private static final Pattern BEFORE = Pattern.compile(
            "^(?:(?:(?:pretty |quite |fairly )?sure|i(?:'d| would)? (?:say|guess|think|hope)|i'm (?:pretty |quite |fairly )?sure|probably|maybe|perhaps|hopefully"
                    + "|most likely|say|hm+|well|with)[,:]? +|(?:push|move) (?:it|that|this)(?: back)? (?:to|for|on) )+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEHIND = Pattern.compile(
            "(?:[,;]? +(?:i(?:'d| would)? (?:say|guess|think|hope)|hopefully|probably|i suppose|or so|for sure|if all goes well"
                    + "|(?:but )?(?:i )?(?:need|have) to (?:check|confirm)(?: (?:that|it|this))?|to be (?:confirmed|checked)))+[.!]*$",
            Pattern.CASE_INSENSITIVE);

    private Hedges() {}

    /** The words without them; the same if there are none, or nothing else. */
    public static String without(String words) {
        Matcher behind = BEHIND.matcher(BEFORE.matcher(words).replaceFirst(""));
        String rest = behind.replaceFirst("").strip();
        return rest.isEmpty() ? words : rest;
    }
}
