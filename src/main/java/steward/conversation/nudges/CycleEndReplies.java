package steward.conversation.nudges;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.plans.NextCycle;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turns;
import steward.dashboard.nudges.CycleEndNudge;
import steward.message.Message;
import steward.nudges.SentNudge;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;

/**
 * Handles replies in the thread of the end of a cycle that are about all of it: what worked, what didn't, and that the next 90 days may
 * start.
 */
final class CycleEndReplies {

    private static final Pattern NOT_WORKED = Pattern.compile(
            "(?:what )?(?:didn['’]?t|did not|hasn['’]?t|doesn['’]?t)(?: work(?:ed)?)?\\s*[:,–-]?\\s+(\\S.{0,2000})",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** "Worked 2h on Acme" tells of hours. */
    private static final Pattern WORKED = Pattern.compile(
            "(?:what worked(?: well)?\\s*[:,–-]?|worked(?: well)?\\s*[:–-]|worked(?: well)?,?(?!\\s+(?:\\d|half|an? |all |for )))"
                    + "\\s+(\\S.{0,2000})",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern START = Pattern.compile(
            "(?:start|begin|go|next)(?: (?:the|them|it|next|90|days|now))*[.!]?", Pattern.CASE_INSENSITIVE);

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;
    private final SentNudge sent;

    CycleEndReplies(RepSession session, TurnContext context, Turns turns, SentNudge sent) {
        this.session = session;
        this.context = context;
        this.turns = turns;
        this.sent = sent;
    }

    /** A line; empty if it is about some action or opportunity, or about a plan whose next 90 days run. */
    Optional<TurnResult> heard(String line) {
        return new CycleEndNudge(sent, session.livePlans(), context.reader())
                .plan()
                .flatMap(plan -> heard(plan, line));
    }

    private Optional<TurnResult> heard(Plan plan, String line) {
        Matcher worked = WORKED.matcher(line);
        Matcher notWorked = NOT_WORKED.matcher(line);
        if (START.matcher(line).matches()) {
            return Optional.of(new NextCycle(session, context, turns).take(Optional.of(plan), "after " + plan.cycle()));
        }
        if (worked.matches()) {
            return Optional.of(noted(plan, Worksheet.CYCLE_WORKED, worked.group(1)));
        }
        return notWorked.matches()
                ? Optional.of(noted(plan, Worksheet.CYCLE_NOT_WORKED, notWorked.group(1)))
                : Optional.empty();
    }

    private TurnResult noted(Plan plan, Question<String> question, String said) {
        Blank blank = new Blank(question, plan.cycle());
        return turns.take(plan, turn -> turn.act(false, writer -> writer.write(Kind.ANSWERED, blank, said, said)))
                .with(Message.say("Noted. " + question.label() + ": {}", said));
    }
}
