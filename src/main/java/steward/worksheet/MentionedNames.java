package steward.worksheet;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import steward.worksheet.values.Person;
import steward.worksheet.values.PersonNames;

/** Finds names in a sentence, by whole words: Ed is not in "schedule", and Mark not in "Mark the drawing". */
final class MentionedNames {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** First names that are words too. */
    private static final Set<String> ALSO_WORDS = Set.of(
            "art", "bill", "bob", "buddy", "carol", "cash", "chance", "chase", "chip", "chuck", "dean", "dawn", "drew",
            "faith", "frank", "gene", "grace", "grant", "guy", "happy", "harry", "hope", "ivy", "jack", "joy", "lane",
            "major", "mark", "max", "may", "miles", "nick", "norm", "pat", "penny", "pierce", "ray", "rich", "rob",
            "rose", "ruby", "skip", "sue", "summer", "tab", "trip", "victor", "wade", "will", "april", "june",
            "august");

    private static final Set<String> MONTHS = Set.of("april", "may", "june", "august");

    /** Before a month, these make a date of it. */
    private static final Set<String> BEFORE_A_MONTH = Set.of(
            "in", "by", "until", "till", "before", "after", "since", "of", "end", "early", "mid", "late", "next",
            "this", "last", "during");

    private final String sentence;
    private final List<String> words;
    private final List<String> plain;

    MentionedNames(String sentence) {
        this.sentence = sentence.toLowerCase(Locale.ROOT);
        this.words = WORD.matcher(sentence).results().map(MatchResult::group).toList();
        this.plain = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether the whole name is in it, or the first name where it can't be anything else; of somebody unnamed, all of their position. */
    boolean has(Person person) {
        String wanted = person.bareName().toLowerCase(Locale.ROOT);
        if (wanted.codePoints().anyMatch(Character::isIdeographic)) {
            return sentence.contains(wanted);
        }
        List<String> names =
                WORD.matcher(wanted).results().map(MatchResult::group).toList();
        boolean isNamed = person.calledBy().isPresent() && !PersonNames.isFamilyName(person.bareName());
        return !names.isEmpty()
                && (((names.size() > 1 || !isNamed) && hasAll(names)) || (isNamed && hasFirst(names.get(0))));
    }

    private boolean hasAll(List<String> names) {
        return IntStream.rangeClosed(0, plain.size() - names.size())
                .anyMatch(at -> plain.subList(at, at + names.size()).equals(names));
    }

    private boolean hasFirst(String first) {
        return IntStream.range(0, plain.size())
                .anyMatch(at -> plain.get(at).equals(first) && (!ALSO_WORDS.contains(first) || isName(at)));
    }

    /** A word at the start is more likely what to do, and a month among the words of a date is one. */
    private boolean isName(int at) {
        boolean isMonth = MONTHS.contains(plain.get(at))
                && at > 0
                && (BEFORE_A_MONTH.contains(plain.get(at - 1)) || isNumber(at - 1) || isNumber(at + 1));
        return at > 0 && Character.isUpperCase(words.get(at).codePointAt(0)) && !isMonth;
    }

    private boolean isNumber(int at) {
        return at < plain.size() && Character.isDigit(plain.get(at).codePointAt(0));
    }
}
