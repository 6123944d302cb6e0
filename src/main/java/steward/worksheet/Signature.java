package steward.worksheet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A pasted signature: lines of which one holds a phone number, a mail or a web address. The name and the position are of use, those are not. */
public final class Signature {

    private static final Pattern ADDRESS = Pattern.compile(
            "\\S+@[\\w-]+\\.\\S+|https?://\\S+|(?:www\\.)?[\\w-]+(?:\\.[\\w-]+)*\\."
                    + "(?:com|org|net|io|dev|co|ai|app|edu|gov|info|biz|eu|uk|us|de|fr|es|it|nl|pl|pt|ch|at|be|se|no|dk|fi|jp|cn|in|br|mx|example)(?:/\\S*)?(?![\\w.-])");

    private static final Pattern PHONE =
            Pattern.compile("\\+?\\(?\\d(?:[\\d()./ -]{5,18})\\d(?: ?(?:ext|x)\\.? ?\\d+)?");

    private static final Pattern LABEL = Pattern.compile(
            "(?i)\\b(?:e-?mail|mail|web|site|tel|telephone|phone|mobile|cell|office|direct|fax|[mtpefwd])\\b[.:]?");

    private static final Pattern CLOSING = Pattern.compile(
            "(?i)(?:(?:best|kind|warm|many)? ?(?:regards|wishes|thanks)|best|cheers|sincerely|yours.*|thanks|thank you|mit freundlichen grüßen|viele grüße|lg|mfg|cordialement|saludos|atentamente|-+|_+|—+)[,.!]*");

    /** What a line of contact data may hold besides: a company's or a person's name, but no sentence. */
    private static final Pattern NAMES = Pattern.compile("(?:[^\\p{Ll}\\s]\\S*)(?: [^\\p{Ll}\\s]\\S*)?");

    private Signature() {}

    /** The name and the position as if typed on one line; empty if the text is no signature. */
    public static Optional<String> read(String said) {
        List<String> lines =
                said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.size() < 2 || lines.stream().noneMatch(Signature::isContactData)) {
            return Optional.empty();
        }
        List<String> told = lines.stream()
                .filter(line -> !isContactData(line) && !CLOSING.matcher(line).matches())
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        boolean hasPosition = told.size() == 1 || told.get(0).indexOf(',') >= 0;
        return Optional.of(hasPosition ? told.get(0) : told.get(0) + ", " + told.get(1));
    }

    private static boolean isContactData(String line) {
        String rest = PHONE.matcher(ADDRESS.matcher(line).replaceAll(" ")).replaceAll(" ");
        if (rest.equals(line)) {
            return false;
        }
        String words = LABEL.matcher(rest)
                .replaceAll(" ")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
        return words.isEmpty() || NAMES.matcher(words).matches();
    }
}
