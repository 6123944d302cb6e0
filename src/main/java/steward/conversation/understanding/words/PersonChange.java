package steward.conversation.understanding.words;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.understanding.meaning.Meaning.Put;
import steward.conversation.understanding.meaning.Meaning.Put.How;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Kinds;
import steward.plan.Blank;
import steward.plan.Plan;

/** Somebody in the plan who is there no more, or is written otherwise: "Dana left, it's Maria Lopez now". */
public final class PersonChange {

    private static final Pattern LEFT = pattern(
            "(\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+)?)(?:'s)? (?:(?:has|is|just|was) )*(?:left|gone|quit|retired|moved on|no longer (?:there|with them)|been replaced|replaced)(?: (?:the company|last \\w+|by))?"
                    + "(?:[,;.]? (?:and )?(?:it's|it is|now it's|that's|their new one is|replaced by)? ?(?:now )?(\\p{Lu}.*?)(?: now)?)?");
    private static final Pattern WRITTEN = pattern(
            "(?:(?:[Ii]t's|[Ii]t is|(?:[Hh]er |[Hh]is |[Tt]heir )?[Nn]ame is|[Tt]hat's) )?(?:[Ss]pelled|[Ss]pelt|written) (\\p{Lu}.*?)(?:,? (?:btw|by the way))?");

    private PersonChange() {}

    /** The blank in which that person stands, with the one who does now; without a value if nobody is named. */
    public static Optional<Put> in(String sentence, ConversationState state) {
        Plan plan = state.plan().orElseThrow();
        Matcher left = LEFT.matcher(sentence);
        if (left.matches()) {
            String now = left.group(2) == null ? "" : left.group(2);
            return people(state)
                    .filter(blank -> isCalled(plan.kept(blank).orElse(""), left.group(1)))
                    .findFirst()
                    .map(blank -> new Put(How.CORRECT, blank, now));
        }
        Matcher written = WRITTEN.matcher(sentence);
        return written.matches()
                ? plan.lastAnswered().stream()
                        .filter(Kinds::isPerson)
                        .filter(state.blanks()::contains)
                        .findFirst()
                        .map(blank -> new Put(How.CORRECT, blank, written.group(1)))
                : Optional.empty();
    }

    private static Stream<Blank> people(ConversationState state) {
        return state.blanks().stream().filter(Kinds::isPerson);
    }

    private static boolean isCalled(String person, String name) {
        String whole = person.split(", ", 2)[0].toLowerCase(Locale.ROOT);
        String wanted = name.toLowerCase(Locale.ROOT);
        return whole.equals(wanted) || whole.startsWith(wanted + " ");
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.UNICODE_CASE);
    }
}
