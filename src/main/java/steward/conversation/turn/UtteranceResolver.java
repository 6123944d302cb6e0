package steward.conversation.turn;

import java.util.regex.Pattern;
import steward.plan.Blank;

/**
 * Decides whether words said at a question are a command or an answer: some are commands only where they make sense, and an answer
 * elsewhere.
 */
final class UtteranceResolver {

    /** What reps say where a name is asked for and there is none. */
    private static final Pattern NOBODY = Pattern.compile(
            "(no|none|nope|nobody|no one|noone|no body|not yet|nothing|done|nobody yet|none yet)[.!]?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OK = Pattern.compile("(ok|okay)[.!]?", Pattern.CASE_INSENSITIVE);

    private final TurnWriter writer;

    UtteranceResolver(TurnWriter writer) {
        this.writer = writer;
    }

    Utterance of(String said, Blank open) {
        Utterance heard = Utterance.of(said);
        if (open.headsRow() && NOBODY.matcher(said.strip()).matches()) {
            return new Utterance(Command.SKIP, "");
        }
        if (heard.command() == Command.THANKS
                && writer.plan().isReopened(open)
                && OK.matcher(said.strip()).matches()) {
            return new Utterance(Command.KEEP, "");
        }
        return isAnswer(heard, said, open) ? new Utterance(Command.ANSWER, said) : heard;
    }

    private boolean isAnswer(Utterance heard, String said, Blank open) {
        return switch (heard.command()) {
            case SKIP -> AnswerHandler.isOwnWord(open.question(), said);
            case KEEP -> !writer.plan().isReopened(open);
            case THANKS ->
                open.question().answer().isYesNo()
                        && open.question()
                                .readKept(said, writer.situation(open))
                                .either(kept -> true, hint -> false);
            case EDIT, SWITCH, RESUME, FORM ->
                heard.words().contains(" ")
                        && new AnswerFinder(writer.plan(), writer.facts())
                                .find(heard.words())
                                .isEmpty();
            case ADD, REMOVE, RESTORE, MARGIN -> !new Rows(writer).understands(heard);
            case ANSWER, BACK, HELP, STATUS, SUMMARY, PAUSE, CANCEL -> false;
        };
    }
}
