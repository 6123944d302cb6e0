package steward.conversation.nudges;

import java.time.LocalTime;
import java.util.Comparator;
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
import steward.dashboard.nudges.IdleNudge;
import steward.dashboard.nudges.NudgesTogether;
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
import steward.nudges.NudgeKind;
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

    /** All that the rep deserves now, each claimed before it is said, in one message. */
    public TurnResult deserved() {
        session.takeBackWaitingNudges();
        List<Plan> plans = session.livePlans();
        List<SentNudge> sent = session.nudges().stream().map(NudgeMessage::sent).toList();
        List<Nudge> deserved = NudgeRules.deserved(session.rep(), plans, sent, context.now());
        TurnResult result =
                deserved.isEmpty() ? TurnResult.NOTHING : new TurnResult(List.of(claimed(deserved, plans)), List.of());
        session.recomputeWakeTime();
        return result;
    }

    private OutgoingMessage claimed(List<Nudge> deserved, List<Plan> plans) {
        List<SentNudge> nudges = deserved.stream()
                .map(nudge -> new SentNudge(nudge.kind(), nudge.day(), context.now(), nudge.subjects(), false))
                .sorted(Comparator.comparing(SentNudge::kind, NudgeKind.inMessage()))
                .toList();
        boolean isAfterAbsence = deserved.stream().anyMatch(Nudge::isMissed);
        Message message = message(nudges, isAfterAbsence, plans);
        String intent = context.ids().get();
        nudges.forEach(nudge -> session.claim(new NudgeMessage(nudge, intent, PlainText.of(message))));
        String kind = nudges.get(0).kind().metadataName();
        return new OutgoingMessage(intent, Purpose.NUDGE, About.nudge(kind), message, Optional.empty());
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
                .map(NudgeMessage::intent)
                .distinct()
                .flatMap(intent -> redrawn(intent, plans).stream())
                .toList();
    }

    /** The message of one nudge that the rep has answered, if it shows something else since. */
    List<MessageUpdate> redrawn(NudgeMessage answered) {
        return redrawn(answered.intent(), session.livePlans()).stream().toList();
    }

    private Optional<MessageUpdate> redrawn(String intent, List<Plan> plans) {
        List<NudgeMessage> together = inMessage(intent);
        String before = together.get(0).shown();
        Message message = message(
                together.stream().map(NudgeMessage::sent).toList(), NudgesTogether.isAfterAbsence(before), plans);
        String shown = PlainText.of(message);
        if (shown.equals(before)) {
            return Optional.empty();
        }
        together.forEach(nudged -> session.shows(nudged, shown));
        return Optional.of(new MessageUpdate(intent, message));
    }

    /** The nudges that went out in one message. */
    List<NudgeMessage> inMessage(String intent) {
        return session.nudges().stream()
                .filter(nudged -> nudged.intent().equals(intent))
                .sorted(Comparator.comparing(nudged -> nudged.sent().kind(), NudgeKind.inMessage()))
                .toList();
    }

    /** The actions and opportunities that a nudge is about, as they are now; none of one about plans as a whole. */
    List<Topic> topics(SentNudge sent) {
        List<Plan> plans = session.livePlans();
        return switch (sent.kind()) {
            case ACTIONS -> new ActionsNudge(sent, time(sent), plans, context.reader()).topics();
            case OPPORTUNITY -> new OpportunityNudge(sent, plans, context.reader()).topics();
            case CHECKPOINT -> new CheckpointNudge(sent, plans, context.reader()).topics();
            case CYCLE_END -> new CycleEndNudge(sent, plans, context.reader()).topics();
            case IDLE -> new IdleNudge(sent, plans, context.reader()).topics();
            case TIME, UNFINISHED -> List.of();
        };
    }

    private LocalTime time(SentNudge sent) {
        return LocalTime.ofInstant(sent.at(), session.rep().zone());
    }

    private Message message(List<SentNudge> nudges, boolean isAfterAbsence, List<Plan> plans) {
        SentNudge first = nudges.get(0);
        return nudges.size() == 1
                ? message(first, plans, true)
                : NudgesTogether.of(
                        nudges.stream()
                                .map(nudge -> message(nudge, plans, false))
                                .toList(),
                        isAfterAbsence,
                        time(first),
                        context.reader());
    }

    private Message message(SentNudge sent, List<Plan> plans, boolean isAlone) {
        return switch (sent.kind()) {
            case ACTIONS -> new ActionsNudge(sent, time(sent), plans, context.reader()).message(isAlone);
            case OPPORTUNITY -> new OpportunityNudge(sent, plans, context.reader()).message(isAlone);
            case TIME -> {
                AskedWeek week = AskedWeek.of(sent, session.rep().preferences().week());
                yield new TimeNudge(sent, week, plans, context.reader()).message(isAlone);
            }
            case CHECKPOINT -> new CheckpointNudge(sent, plans, context.reader()).message(isAlone);
            case CYCLE_END -> new CycleEndNudge(sent, plans, context.reader()).message();
            case IDLE -> new IdleNudge(sent, plans, context.reader()).message(isAlone);
            case UNFINISHED -> new UnfinishedNudge(sent, plans, context.reader()).message(isAlone);
        };
    }
}
