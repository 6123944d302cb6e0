package steward.conversation.understanding;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.meaning.Topic;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.Kinds;
import steward.conversation.understanding.words.Hedges;
import steward.plan.Blank;
import steward.worksheet.Worksheet;
import steward.worksheet.dates.FiscalYears;

/** What the open question's own reader makes of words: an answer, if it reads all of them. Words and lists read nearly anything, and so are not asked. */
final class OwnReader implements Sense {

    private static final Pattern MARK = Pattern.compile("(.*[^?\\s]) ?[?？]+", Pattern.DOTALL);

    /** How a question begins; a name or a place does not. */
    static final Pattern BEGINS_A_QUESTION = Pattern.compile(
            "(?:what|which|who|whose|whom|when|where|why|how|is|are|was|were|do|does|did|can|could|should|shall|will|would|may|have|has|am"
                    + "|what's|who's|where's|how's|when's|whats|hows|wheres)\\b.*",
            Pattern.DOTALL);

    private static final Pattern YES_AND = Pattern.compile(
            "(?:yes|yep|yeah|sure|ok(?:ay)?|one more|another(?: one)?|ja|oui|s[ií])(?:[,:;.!–-]+ ?(?:and |also )?| there(?:'s| is) (?:also )?)([^\\s].+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern UNSURE =
            Pattern.compile("^(?:maybe|perhaps|probably|i think|could be) ", Pattern.CASE_INSENSITIVE);

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
        Optional<String> fiscal = fiscalYearEnd(open, heard, state);
        if (fiscal.isPresent()) {
            return fiscal.map(Meaning.Answer::new);
        }
        if (state.read(open, heard.said()).isPresent()) {
            return Optional.of(new Meaning.Answer(heard.said()));
        }
        if (open.isAnother()) {
            return next(open, heard);
        }
        return unmarked(heard)
                .or(() -> Optional.of(heard.sentence()).map(Hedges::without))
                .filter(words -> state.read(open, words).isPresent())
                .map(Meaning.Answer::new);
    }

    /** "March", where it was asked just before which month the fiscal year ends in. */
    private static Optional<String> fiscalYearEnd(Blank open, Heard heard, ConversationState state) {
        return Kinds.isDate(open)
                ? state.unread(open).flatMap(asked -> FiscalYears.withEnd(asked, heard.said()))
                : Optional.empty();
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

    /** "Yes, Jo Kim, COO": at "another?", the next row's first answer. */
    private static Optional<Meaning> next(Blank open, Heard heard) {
        Matcher yes = YES_AND.matcher(heard.text());
        boolean isPeople = open.table().filter(Worksheet.ROLES::contains).isPresent();
        return yes.matches()
                ? Optional.of(new Meaning.Answer(yes.group(1)))
                : isPeople ? nameWithMark(heard) : Optional.empty();
    }

    /** "Toledo?": a name that the rep is not quite sure of. */
    private static Optional<Meaning> nameWithMark(Heard heard) {
        return unmarked(heard)
                .filter(words -> Character.isUpperCase(words.codePointAt(0))
                        || heard.plain().startsWith("maybe "))
                .filter(words -> UNSURE.matcher(words).replaceFirst("").split(" ", -1).length <= NAME_WORDS_MAX)
                .filter(words -> !BEGINS_A_QUESTION.matcher(heard.plain()).matches() && words.indexOf('?') < 0)
                .filter(words -> Topic.of(heard).isEmpty())
                .map(words -> new Meaning.Answer(UNSURE.matcher(words).replaceFirst("")));
    }

    private static Optional<String> unmarked(Heard heard) {
        var matcher = MARK.matcher(heard.text());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
