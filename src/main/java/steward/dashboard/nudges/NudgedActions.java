package steward.dashboard.nudges;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.dashboard.ActionLines;
import steward.dashboard.ActionLines.Listed;
import steward.dashboard.DayWords;
import steward.dashboard.Reader;
import steward.message.Words;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Action;
import steward.plan.Plan;
import steward.plan.PlanChanges;

/** The actions that a nudge names: as they were when it was sent, and what has become of them since. */
final class NudgedActions {

    private final SentNudge sent;
    private final List<Plan> plans;
    private final Reader reader;

    /** @param plans the rep's drafts and running plans as they are now */
    NudgedActions(SentNudge sent, List<Plan> plans, Reader reader) {
        this.sent = sent;
        this.plans = List.copyOf(plans);
        this.reader = reader;
    }

    /** The actions, each still to be done or not. */
    List<Topic> topics() {
        return sent.subjects().stream()
                .flatMap(this::listed)
                .map(listed -> new Topic(
                        listed.plan(),
                        listed.action().row(),
                        true,
                        became(listed).isEmpty(),
                        ActionLines.name(listed.action())))
                .toList();
    }

    /** The plan that a subject is about, or is; none if it is no longer the rep's. */
    Stream<Plan> plan(Subject ref) {
        return plans.stream().filter(plan -> plan.id().equals(ref.plan()));
    }

    /** The action as it is now; none if it is gone from the plan, or the plan from the rep. */
    Stream<Listed> listed(Subject ref) {
        return plan(ref).flatMap(plan -> plan.action(ref.row()).stream().map(action -> new Listed(plan, action)));
    }

    /** The action as it was when the message was sent. */
    Optional<Action> before(Subject ref) {
        return plan(ref)
                .map(plan -> new PlanChanges(plan, sent.at()).before())
                .flatMap(plan -> plan.action(ref.row()).stream())
                .findFirst();
    }

    /** What became of it since the message was sent; empty if it is to be done as it was. */
    Optional<Words> became(Listed listed) {
        Action action = listed.action();
        Optional<Action> before = before(new Subject(listed.plan().id(), action.row()));
        String name = ActionLines.name(action);
        return switch (action.state()) {
            case DONE -> Optional.of(Words.of("✅  {}  ·  done", name));
            case DROPPED -> Optional.of(Words.of("{}  ·  dropped", name));
            case OPEN ->
                before.flatMap(Action::due).equals(action.due())
                        ? action.snoozedUntil()
                                .filter(day -> day.isAfter(reader.today()))
                                .filter(day ->
                                        !before.flatMap(Action::snoozedUntil).equals(Optional.of(day)))
                                .map(day -> Words.of(
                                        "{}  ·  later, I'll remind you {}",
                                        name,
                                        DayWords.on(reader.hearsOn(day), reader.today())))
                        : action.due()
                                .map(day -> Words.of("{}  ·  moved to {}", name, DayWords.date(day, reader.today())));
        };
    }
}
