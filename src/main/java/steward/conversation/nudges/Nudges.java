package steward.conversation.nudges;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Nudged;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.desk.Saying;
import steward.conversation.desk.Shrunk;
import steward.dashboard.ActionsNudge;
import steward.dashboard.CheckpointNudge;
import steward.dashboard.CycleEndNudge;
import steward.dashboard.OpportunityNudge;
import steward.dashboard.TimeNudge;
import steward.dashboard.Topic;
import steward.dashboard.UnfinishedNudge;
import steward.message.About;
import steward.message.Message;
import steward.message.PlainText;
import steward.message.Purpose;
import steward.nudges.AskedWeek;
import steward.nudges.Nudge;
import steward.nudges.Nudging;
import steward.nudges.Sent;
import steward.plan.Plan;

/** What Steward says to a rep unasked, and how that message changes with what becomes of its subjects. */
public final class Nudges {

    /** An older message is left as it is: the rep has long scrolled past it. */
    private static final int DAYS_REDRAWN = 14;

    private final Desk desk;
    private final Occasion occasion;

    public Nudges(Desk desk, Occasion occasion) {
        this.desk = desk;
        this.occasion = occasion;
    }

    /** All that the rep deserves now, each claimed before it is said. */
    public Outcome deserved() {
        List<Plan> plans = desk.livePlans();
        List<Sent> sent = desk.nudges().stream().map(Nudged::sent).toList();
        List<Saying> sayings = new ArrayList<>();
        for (Nudge nudge : Nudging.deserved(desk.rep(), plans, sent, occasion.now())) {
            Sent now = new Sent(nudge.kind(), nudge.day(), occasion.now(), nudge.subjects(), false);
            Message message = message(now, plans);
            String intent = occasion.ids().get();
            desk.claim(new Nudged(now, intent, PlainText.of(message)));
            sayings.add(new Saying(
                    intent, Purpose.NUDGE, About.nudge(nudge.kind().metadataName()), message, Optional.empty()));
        }
        desk.reckon();
        return new Outcome(sayings, List.of());
    }

    /** The messages of nudges that show something else since this turn. */
    public List<Shrunk> redrawn() {
        if (desk.touched().isEmpty()) {
            return List.of();
        }
        List<Nudged> recent = desk.nudges().stream()
                .filter(nudged -> !nudged.sent().day().isBefore(occasion.today().minusDays(DAYS_REDRAWN)))
                .filter(nudged -> nudged.sent().subjects().stream()
                        .anyMatch(subject -> desk.touched().contains(subject.plan())))
                .toList();
        List<Plan> plans = recent.isEmpty() ? List.of() : desk.livePlans();
        return recent.stream()
                .flatMap(nudged -> redrawn(nudged, plans).stream())
                .toList();
    }

    /** The message of one nudge that the rep has answered, if it shows something else since. */
    List<Shrunk> redrawn(Nudged answered) {
        List<Plan> plans = desk.livePlans();
        return desk.nudges().stream()
                .filter(nudged -> nudged.intent().equals(answered.intent()))
                .flatMap(nudged -> redrawn(nudged, plans).stream())
                .toList();
    }

    private Optional<Shrunk> redrawn(Nudged nudged, List<Plan> plans) {
        Message message = message(nudged.sent(), plans);
        String shown = PlainText.of(message);
        if (shown.equals(nudged.shown())) {
            return Optional.empty();
        }
        desk.shows(nudged, shown);
        return Optional.of(new Shrunk(nudged.intent(), message));
    }

    /** The actions and opportunities that a nudge is about, as they are now; none of one about plans as a whole. */
    List<Topic> topics(Sent sent) {
        List<Plan> plans = desk.livePlans();
        return switch (sent.kind()) {
            case ACTIONS -> actions(sent, plans).topics();
            case OPPORTUNITY -> new OpportunityNudge(sent, plans, occasion.reader()).topics();
            case CHECKPOINT -> new CheckpointNudge(sent, plans, occasion.reader()).topics();
            case CYCLE_END -> new CycleEndNudge(sent, plans, occasion.reader()).topics();
            case TIME, UNFINISHED -> List.of();
        };
    }

    private ActionsNudge actions(Sent sent, List<Plan> plans) {
        LocalTime sentAt = LocalTime.ofInstant(sent.at(), desk.rep().zone());
        return new ActionsNudge(sent, sentAt, plans, occasion.reader());
    }

    private Message message(Sent sent, List<Plan> plans) {
        return switch (sent.kind()) {
            case ACTIONS -> actions(sent, plans).message();
            case OPPORTUNITY -> new OpportunityNudge(sent, plans, occasion.reader()).message();
            case TIME -> {
                AskedWeek week = AskedWeek.of(sent, desk.rep().preferences().week());
                yield new TimeNudge(sent, week, plans, occasion.reader()).message();
            }
            case CHECKPOINT -> new CheckpointNudge(sent, plans, occasion.reader()).message();
            case CYCLE_END -> new CycleEndNudge(sent, plans, occasion.reader()).message();
            case UNFINISHED -> new UnfinishedNudge(sent, plans, occasion.reader()).message();
        };
    }
}
