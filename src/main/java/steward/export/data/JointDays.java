package steward.export.data;

import java.util.List;
import java.util.stream.Stream;
import steward.export.joint.JointPlan;

/** The days of a joint plan: its actions and goals. */
final class JointDays {

    private final JointPlan plan;

    JointDays(JointPlan plan) {
        this.plan = plan;
    }

    List<CalendarDay> all() {
        return Stream.concat(actions(), goals()).toList();
    }

    private Stream<CalendarDay> actions() {
        return plan.actions().stream()
                .flatMap(action -> action.due().stream()
                        .map(day -> new CalendarDay(
                                "joint-action-" + action.row(),
                                day,
                                action.what(),
                                List.of(
                                        action.ours().isEmpty() ? "" : "For the seller: " + action.ours() + ".",
                                        "For " + CalendarFile.oneLine(plan.account()) + ": " + action.theirs() + "."),
                                plan.calendar().of("action-" + action.row()),
                                action.isDone())));
    }

    private Stream<CalendarDay> goals() {
        return plan.goals().stream()
                .flatMap(goal -> goal.by().stream()
                        .map(day -> new CalendarDay(
                                "joint-goal-" + goal.row(),
                                day,
                                "by today: " + goal.what(),
                                List.of(),
                                plan.calendar().of("opportunity-" + goal.row()),
                                goal.isReached())));
    }
}
