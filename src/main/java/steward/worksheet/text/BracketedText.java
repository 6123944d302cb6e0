package steward.worksheet.text;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed, where a chat product wrapped it: links, channels, people and broadcasts in angle brackets, and {@code & < >}
 * escaped. Text that is not escaped comes through unchanged, since only brackets that hold one of these are taken off.
 */
public final class BracketedText {

    /** {@code <#C1|name>}, {@code <@U1>}, {@code <!here>}, {@code <https://…|label>}: the target, and the label if there is one. */
    private static final Pattern WRAPPED =
            Pattern.compile("<([#@!][^<>|\\s][^<>|]*|[A-Za-z][A-Za-z0-9+.-]+:[^<>|\\s]+)(?:\\|([^<>]*))?>");

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:(//)?");

    private BracketedText() {}

    /**
     * The text without brackets and escapes.
     *
     * @param person what a person is called who is known by their id alone
     */
    public static String unwrapped(String text, UnaryOperator<String> person) {
        return WRAPPED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(unwrapped(found, person)))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String unwrapped(MatchResult found, UnaryOperator<String> person) {
        String target = found.group(1);
        String label = found.group(2) == null ? "" : found.group(2);
        return switch (target.charAt(0)) {
            case '#' -> "#" + (label.isEmpty() ? target.substring(1) : label);
            case '@' -> label.isEmpty() ? person.apply(target.substring(1)) : "@" + label;
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

    /** A link that was made of an address reads as the address; one that the person named keeps both. */
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
}
