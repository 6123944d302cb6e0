package steward.slack;

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
final class Typed {

    /** {@code <#C1|name>}, {@code <@U1>}, {@code <!here>}, {@code <https://…|label>}: the target, and the label if there is one. */
    private static final Pattern WRAPPED =
            Pattern.compile("<([#@!][^<>|\\s][^<>|]*|[A-Za-z][A-Za-z0-9+.-]*:[^<>|\\s]+)(?:\\|([^<>]*))?>");

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:(//)?");
    /**
     * Characters that are no text: control characters but for tabs and the ends of lines, those that no file may hold, and those that turn
     * around the words beside them.
     */
    private static final Pattern NO_TEXT = Pattern.compile(
            "[\\p{Cntrl}\\x{80}-\\x{9f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{fffe}\\x{ffff}&&[^\t\n\r]]");

    private static final Pattern LONE_SURROGATE =
            Pattern.compile("[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    private Typed() {}

    static String from(String slack) {
        String unwrapped = WRAPPED.matcher(slack).replaceAll(found -> literally(unwrapped(found)));
        String typed = unwrapped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return storable(typed);
    }

    private static String unwrapped(MatchResult found) {
        String target = found.group(1);
        String label = found.group(2) == null ? "" : found.group(2);
        return switch (target.charAt(0)) {
            case '#' -> "#" + (label.isEmpty() ? target.substring(1) : label);
            case '@' -> "@" + (label.isEmpty() ? target.substring(1) : label);
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
        boolean made = !scheme.startsWith("http")
                || target.equalsIgnoreCase(label)
                || bare(target).equalsIgnoreCase(bare(label));
        return made ? label : label + " (" + target + ")";
    }

    private static String bare(String address) {
        return SCHEME.matcher(address).replaceFirst("").replaceFirst("/$", "");
    }

    /** JSON can carry what is no text, and what a database or a file may refuse: control characters, and half a character. */
    static String storable(String text) {
        return LONE_SURROGATE.matcher(NO_TEXT.matcher(text).replaceAll("")).replaceAll("\ufffd");
    }

    private static String literally(String text) {
        return Matcher.quoteReplacement(text);
    }
}
