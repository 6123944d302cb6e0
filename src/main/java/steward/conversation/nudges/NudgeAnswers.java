package steward.conversation.nudges;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.session.NudgeMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.time.TimeNudgeAnswers;
import steward.conversation.turn.Turns;
import steward.conversation.turn.writing.Hints;
import steward.message.Message;
import steward.message.MessageRef;
import steward.nudges.NudgeKind;
import steward.plan.Plan;

/** Handles answers to a nudge: by a tap, or in its thread. */
public final class NudgeAnswers {

    private static final Pattern ANSWER = Pattern.compile("(\\w+) (\\d{4}-\\d\\d-\\d\\d) (\\w+)");

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    public NudgeAnswers(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    /** A tap under a nudge, for one of its plans or for all of them: the nudge's kind, its day, and the answer. */
    public TurnResult tapped(Optional<Plan> about, String words) {
        Matcher answer = ANSWER.matcher(words);
        Optional<NudgeMessage> nudged = answer.matches() ? nudged(answer.group(1), answer.group(2)) : Optional.empty();
        if (nudged.isEmpty()) {
            return TurnResult.aside(Message.say("That was a while ago, and its buttons have had their time. "
                    + "`/time` logs hours on any day, `/plan` lists your plans."));
        }
        return nudged.get().sent().kind() == NudgeKind.TIME
                ? new TimeNudgeAnswers(session, context, nudged.get()).tapped(about, answer.group(3))
                : putOff(nudged.get());
    }

    private Optional<NudgeMessage> nudged(String kind, String day) {
        return session.nudges().stream()
                .filter(nudged -> nudged.sent().kind().metadataName().equals(kind)
                        && nudged.sent().day().toString().equals(day))
                .findFirst();
    }

    /** What holds for one message of the kind holds for an earlier one too. */
    TurnResult putOff(NudgeMessage nudged) {
        List<NudgeMessage> open = session.nudges().stream()
                .filter(other -> other.sent().kind() == nudged.sent().kind()
                        && (!other.sent().answered() || other.equals(nudged)))
                .toList();
        open.forEach(session::answered);
        Nudges nudges = new Nudges(session, context);
        return new TurnResult(
                List.of(),
                open.stream().flatMap(other -> nudges.redrawn(other).stream()).toList(),
                Optional.of(
                        nudged.sent().kind() == NudgeKind.IDLE
                                ? Hints.noNextStep()
                                : Message.say("Fine. `/plan` finds them whenever you like.")),
                Optional.empty());
    }

    /** Words in the thread of a nudge, or of the message in which it went out with others. */
    public TurnResult heard(NudgeMessage nudged, String said, MessageRef thread) {
        List<NudgeMessage> together = new Nudges(session, context).inMessage(nudged.intent());
        return new NudgeThread(session, context, turns, together).heard(said, thread);
    }
}
