package steward.slack.blocks;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed, from what Slack made of it.
 *
 * <p>Slack escapes {@code & < >}, and wraps what it takes for a link, a channel, a person or a broadcast in angle brackets. Text that
 * it does not escape (a slash command's) comes through unchanged, since only brackets that hold one of these are taken off.
 */
public final class TypedText {

    /** {@code <#C1|name>}, {@code <@U1>}, {@code <!here>}, {@code <https://…|label>}: the target, and the label if there is one. */
    private static final Pattern WRAPPED =
            Pattern.compile("<([#@!][^<>|\\s][^<>|]*|[A-Za-z][A-Za-z0-9+.-]*:[^<>|\\s]+)(?:\\|([^<>]*))?>");

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:(//)?");
    private static final int REPLACEMENT = 0xfffd;

    private TypedText() {}

    public static String from(String slack) {
        String unwrapped = WRAPPED.matcher(slack).replaceAll(found -> literally(unwrapped(found)));
        String typed = unwrapped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return storable(typed);
    }

    private static String unwrapped(MatchResult found) {
        String target = found.group(1);
        String label = found.group(2) == null ? "" : found.group(2);
        return switch (target.charAt(0)) {
            case '#' -> "#" + (label.isEmpty() ? target.substring(1) : label);
            // Their name would take a call to Slack, and an id tells nobody anything.
            case '@' -> label.isEmpty() ? "the person" : "@" + label;
            case '!' -> broadcast(target.substring(1), label);
            default -> link(target, label);
        };
    }

    private static String broadcast(String target, String label) {
        if (target.startsWith("date^")) {
            return label;
        }
        String name = label.isEmpty() ? target.replaceFirst("^subteam\\^", "") : label;
        return name.startsWith("@") ? name : "@" + name;
    }

    /** A link that Slack made of an address reads as the address; one that the person named keeps both. */
    private static String link(String target, String label) {
        String scheme = target.substring(0, target.indexOf(':')).toLowerCase(Locale.ROOT);
        if (label.isEmpty()) {
            return scheme.equals("mailto") || scheme.equals("tel") ? bare(target) : target;
        }
        boolean isAddress = scheme.startsWith("http") || scheme.equals("mailto");
        boolean made =
                !isAddress || target.equalsIgnoreCase(label) || bare(target).equalsIgnoreCase(bare(label));
        return made ? label : label + " (" + (scheme.equals("mailto") ? bare(target) : target) + ")";
    }

    private static String bare(String address) {
        return SCHEME.matcher(address).replaceFirst("").replaceFirst("/$", "");
    }

    /** JSON can carry what is no text, and what a database or a file may refuse: control characters, and half a character. */
    public static String storable(String text) {
        return text.codePoints()
                .filter(TypedText::isText)
                .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** No text are control characters but for tabs and ends of lines, what no file may hold, and what turns around the words beside it. */
    private static boolean isText(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || !(Character.isISOControl(c)
                        || (c >= 0x202a && c <= 0x202e)
                        || (c >= 0x2066 && c <= 0x2069)
                        || c == 0xfffe
                        || c == 0xffff);
    }

    private static String literally(String text) {
        return Matcher.quoteReplacement(text);
    }
}
