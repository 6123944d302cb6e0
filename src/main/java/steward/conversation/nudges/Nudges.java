package steward.conversation.nudges;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.conversation.session.MessageUpdate;
import steward.conversation.session.NudgeMessage;
import steward.conversation.session.OutgoingMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.dashboard.nudges.ActionsNudge;
import steward.dashboard.nudges.CheckpointNudge;
import steward.dashboard.nudges.CycleEndNudge;
import steward.dashboard.nudges.OpportunityNudge;
import steward.dashboard.nudges.TimeNudge;
import steward.dashboard.nudges.Topic;
import steward.dashboard.nudges.UnfinishedNudge;
import steward.message.About;
import steward.message.Message;
import steward.message.PlainText;
import steward.message.Purpose;
import steward.nudges.AskedWeek;
import steward.nudges.Nudge;
import steward.nudges.NudgeRules;
import steward.nudges.SentNudge;
import steward.plan.Plan;

/** Makes the messages of nudges, and updates them when something has become of their subjects. */
public final class Nudges {

    /** An older message is left as it is: the rep has long scrolled past it. */
    private static final int DAYS_REDRAWN = 14;

    private final RepSession session;
    private final TurnContext context;

    public Nudges(RepSession session, TurnContext context) {
        this.session = session;
        this.context = context;
    }

    /** All that the rep deserves now, each claimed before it is said. */
    public TurnResult deserved() {
        List<Plan> plans = session.livePlans();
        List<SentNudge> sent = session.nudges().stream().map(NudgeMessage::sent).toList();
        List<OutgoingMessage> messages = new ArrayList<>();
        for (Nudge nudge : NudgeRules.deserved(session.rep(), plans, sent, context.now())) {
            SentNudge now = new SentNudge(nudge.kind(), nudge.day(), context.now(), nudge.subjects(), false);
            Message message = message(now, plans);
            String intent = context.ids().get();
            session.claim(new NudgeMessage(now, intent, PlainText.of(message)));
            messages.add(new OutgoingMessage(
                    intent, Purpose.NUDGE, About.nudge(nudge.kind().metadataName()), message, Optional.empty()));
        }
        session.recomputeWakeTime();
        return new TurnResult(messages, List.of());
    }

    /** The messages of nudges that show something else since this turn. */
    public List<MessageUpdate> redrawn() {
        if (session.touched().isEmpty()) {
            return List.of();
        }
        List<NudgeMessage> recent = session.nudges().stream()
                .filter(nudged -> !nudged.sent().day().isBefore(context.today().minusDays(DAYS_REDRAWN)))
                .filter(nudged -> nudged.sent().subjects().stream()
                        .anyMatch(subject -> session.touched().contains(subject.plan())))
                .toList();
        List<Plan> plans = recent.isEmpty() ? List.of() : session.livePlans();
        return recent.stream()
                .flatMap(nudged -> redrawn(nudged, plans).stream())
                .toList();
    }

    /** The message of one nudge that the rep has answered, if it shows something else since. */
    List<MessageUpdate> redrawn(NudgeMessage answered) {
        List<Plan> plans = session.livePlans();
        return session.nudges().stream()
                .filter(nudged -> nudged.intent().equals(answered.intent()))
                .flatMap(nudged -> redrawn(nudged, plans).stream())
                .toList();
    }

    private Optional<MessageUpdate> redrawn(NudgeMessage nudged, List<Plan> plans) {
        Message message = message(nudged.sent(), plans);
        String shown = PlainText.of(message);
        if (shown.equals(nudged.shown())) {
            return Optional.empty();
        }
        session.shows(nudged, shown);
        return Optional.of(new MessageUpdate(nudged.intent(), message));
    }

    /** The actions and opportunities that a nudge is about, as they are now; none of one about plans as a whole. */
    List<Topic> topics(SentNudge sent) {
        List<Plan> plans = session.livePlans();
        return switch (sent.kind()) {
            case ACTIONS -> actions(sent, plans).topics();
            case OPPORTUNITY -> new OpportunityNudge(sent, plans, context.reader()).topics();
            case CHECKPOINT -> new CheckpointNudge(sent, plans, context.reader()).topics();
            case CYCLE_END -> new CycleEndNudge(sent, plans, context.reader()).topics();
            case TIME, UNFINISHED -> List.of();
        };
    }

    private ActionsNudge actions(SentNudge sent, List<Plan> plans) {
        LocalTime sentAt = LocalTime.ofInstant(sent.at(), session.rep().zone());
        return new ActionsNudge(sent, sentAt, plans, context.reader());
    }

    private Message message(SentNudge sent, List<Plan> plans) {
        return switch (sent.kind()) {
            case ACTIONS -> actions(sent, plans).message();
            case OPPORTUNITY -> new OpportunityNudge(sent, plans, context.reader()).message();
            case TIME -> {
                AskedWeek week = AskedWeek.of(sent, session.rep().preferences().week());
                yield new TimeNudge(sent, week, plans, context.reader()).message();
            }
            case CHECKPOINT -> new CheckpointNudge(sent, plans, context.reader()).message();
            case CYCLE_END -> new CycleEndNudge(sent, plans, context.reader()).message();
            case UNFINISHED -> new UnfinishedNudge(sent, plans, context.reader()).message();
        };
    }
}
