package steward.conversation.time;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import steward.plan.accounts.Names;
import steward.worksheet.time.TypedTimeEntry.Mark;
import steward.worksheet.time.TypedTimeEntry.Word;

/** Tells time that is only mentioned from time that was spent: "need 2h for Acme", "2h late", "in 2h". */
final class NotSpent {

    /** What says so anywhere before the time. */
    private static final Set<String> BEFORE = Set.of(
            "need", "needs", "needed", "will", "ll", "would", "should", "shall", "must", "could", "might", "not",
            "never", "cannot", "dont", "if", "until", "till", "going");

    /** What says so as the first word. */
    private static final Set<String> FIRST =
            Set.of("plan", "schedule", "book", "arrange", "expect", "budget", "reserve", "call");

    /** What says so right before the time. */
    private static final Set<String> RIGHT_BEFORE = Set.of("in", "within", "every", "want", "wants");

    /** What says so right behind the time. */
    private static final Set<String> RIGHT_BEHIND = Set.of(
            "late",
            "ago",
            "until",
            "till",
            "left",
            "needed",
            "required",
            "wanted",
            "planned",
            "remaining",
            "delay",
            "behind",
            "overdue",
            "from");

    private static final Set<String> AT_THE_END = Set.of("wrong", "mistake");

    private static final Pattern DENIED = Pattern.compile(".*n['’]t", Pattern.CASE_INSENSITIVE);

    private NotSpent() {}

    static boolean isSo(List<Word> words) {
        int first = 0;
        while (first < words.size() && words.get(first).mark() != Mark.TIME) {
            first++;
        }
        if (first == words.size()) {
            return false;
        }
        int behind = first;
        while (behind < words.size() && words.get(behind).mark() == Mark.TIME) {
            behind++;
        }
        boolean isBefore = words.subList(0, first).stream()
                .filter(word -> word.mark() == Mark.OTHER)
                .anyMatch(
                        word -> is(word, BEFORE) || DENIED.matcher(word.text()).matches());
        boolean isFirst = first > 0 && words.get(0).mark() == Mark.OTHER && is(words.get(0), FIRST);
        boolean isRightBefore = first > 0 && is(words.get(first - 1), RIGHT_BEFORE);
        boolean isRightBehind = behind < words.size() && is(words.get(behind), RIGHT_BEHIND);
        return isBefore
                || (isFirst && isRightBehindFirst(words, first))
                || isRightBefore
                || isRightBehind
                || is(words.get(words.size() - 1), AT_THE_END);
    }

    /** "Plan 2h for Acme" plans it; "call with Acme 2h" was one. */
    private static boolean isRightBehindFirst(List<Word> words, int time) {
        return time == 1 || (is(words.get(0), Set.of("call")) && is(words.get(time - 1), RIGHT_BEFORE));
    }

    private static boolean is(Word word, Set<String> among) {
        return Names.words(word.text()).stream().anyMatch(among::contains);
    }
}
