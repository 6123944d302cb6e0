package steward.conversation.understanding;

import java.util.Optional;
import java.util.regex.Pattern;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.meaning.Topic;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.Kinds;
import steward.plan.Blank;

/** What the open question's own reader makes of words: an answer, if it reads all of them. Words and lists read nearly anything, and so are not asked. */
final class OwnReader implements Sense {

    private static final Pattern MARK = Pattern.compile("(.*[^?\\s]) ?[?？]+", Pattern.DOTALL);

    /** How a question begins; a name or a place does not. */
    static final Pattern BEGINS_A_QUESTION = Pattern.compile(
            "(?:what|which|who|whose|whom|when|where|why|how|is|are|was|were|do|does|did|can|could|should|shall|will|would|may|have|has|am"
                    + "|what's|who's|where's|how's|when's|whats|hows|wheres)\\b.*",
            Pattern.DOTALL);

    private static final int NAME_WORDS_MAX = 4;

    @Override
    public Guess of(Heard heard, ConversationState state) {
        return state.open()
                .flatMap(open -> answer(open, heard, state))
                .map(Guess::surely)
                .orElse(Guess.NO);
    }

    private static Optional<Meaning> answer(Blank open, Heard heard, ConversationState state) {
        if (isQuickChoice(open, heard.said(), state)) {
            return Optional.of(new Meaning.Answer(heard.said()));
        }
        if (Kinds.takesWords(open)) {
            return ofOwnWords(open, heard, state).or(() -> nameWithMark(heard));
        }
        if (state.read(open, heard.said()).isPresent()) {
            return Optional.of(new Meaning.Answer(heard.said()));
        }
        return unmarked(heard)
                .filter(words -> state.read(open, words).isPresent())
                .map(Meaning.Answer::new);
    }

    static boolean isQuickChoice(Blank open, String said, ConversationState state) {
        String words = said.strip();
        return open.question().choices(state.situation(open)).stream()
                .anyMatch(
                        choice -> choice.label().equals(words) || choice.says().equals(words));
    }

    /** "same" of somebody who is known already. */
    private static Optional<Meaning> ofOwnWords(Blank open, Heard heard, ConversationState state) {
        return heard.plain().equals("same")
                        && state.read(open, heard.said())
                                .filter(kept -> !kept.equalsIgnoreCase(heard.plain()))
                                .isPresent()
                ? Optional.of(new Meaning.Answer(heard.said()))
                : Optional.empty();
    }

    /** "Toledo?": a name that the rep is not quite sure of. */
    private static Optional<Meaning> nameWithMark(Heard heard) {
        return unmarked(heard)
                .filter(words -> Character.isUpperCase(words.codePointAt(0))
                        || heard.plain().startsWith("maybe "))
                .filter(words -> words.split(" ", -1).length <= NAME_WORDS_MAX)
                .filter(words -> !BEGINS_A_QUESTION.matcher(heard.plain()).matches() && words.indexOf('?') < 0)
                .filter(words -> Topic.of(heard).isEmpty())
                .map(words -> new Meaning.Answer(
                        words.replaceFirst("(?i)^(?:maybe|perhaps|probably|i think|could be) ", "")));
    }

    private static Optional<String> unmarked(Heard heard) {
        var matcher = MARK.matcher(heard.text());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
