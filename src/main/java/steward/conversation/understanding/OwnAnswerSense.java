package steward.conversation.understanding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.understanding.meaning.Meaning.Look;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.BlankNames;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.plan.Blank;
import steward.worksheet.Worksheet;

/**
 * Reading 3, in part: what the rep wants to know stands in their plan, "what's our goal again?", "when is resin due?", "who's my coach?".
 * Where they are asked what to ask the customer, it is one of those questions.
 */
final class OwnAnswerSense implements Sense {

    /** What is the plan's own, rather than a word of the worksheet to be explained. */
    private static final Pattern OWN = Pattern.compile(
            "(?:what(?:'s|s| is| are| was| were)|how (?:much|many|high|big) (?:is|are)) (?:my|our|their) (.+?)(?: (?:again|there|now|so far|please))*"
                    + "|(?:what(?:'s|s| is| are| was| were)|how (?:much|many|high|big) (?:is|are)) (?:the )?(.+?) (?:again|now)"
                    + "|(?:who|when|where)(?:'s|s| is| are| was) (?:my|our|the|their) (.+?)(?: (?:again|there|now|so far|please|due|supposed to be won))*"
                    + "|when(?:'s|s| is| will) (?:the )?(.+?) (?:be )?(?:due|won|closed|supposed to be won|expected)");

    @Override
    public Guess of(Heard heard, ConversationState state) {
        Matcher own = OWN.matcher(heard.bare().replaceFirst(" ?[?.!]+$", ""));
        boolean isForThem = state.isOpen(Blank.of(Worksheet.KEY_QUESTIONS));
        return state.plan().isPresent() && !isForThem && own.matches()
                ? Stream.of(1, 2, 3, 4)
                        .flatMap(group -> Optional.ofNullable(own.group(group)).stream())
                        .flatMap(name -> named(name, state).stream())
                        .findFirst()
                        .map(key -> Guess.surely(new Look(Look.At.ANSWER, key)))
                        .orElse(Guess.NO)
                : Guess.NO;
    }

    /** The number of the answer of that name, or that heads the row of that name. */
    private static Optional<String> named(String name, ConversationState state) {
        BlankNames names = state.names();
        List<Blank> exact = names.exactly(name);
        List<Blank> found = exact.isEmpty() ? names.rowNamed(name) : exact;
        return found.stream()
                .findFirst()
                .filter(any -> found.size() == 1
                        || exact.stream().map(Blank::question).distinct().count() == 1)
                .flatMap(blank -> state.plan().flatMap(plan -> plan.number(blank)))
                .map(Object::toString);
    }
}
