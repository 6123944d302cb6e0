package steward.export.data;

import biweekly.component.VEvent;
import java.util.Optional;
import java.util.stream.Stream;
import steward.export.joint.JointPlan;

/** The days of a joint plan for a calendar: its actions and goals, those done or reached as cancelled. */
public final class JointIcsFile {

    private final JointPlan plan;
    private final CalendarDays days;

    public JointIcsFile(JointPlan plan) {
        this.plan = plan;
        this.days = new CalendarDays(plan.id(), plan.account(), plan.version(), plan.at());
    }

    /** The calendar; empty if there is no day to put into it. */
    public Optional<byte[]> bytes() {
        return CalendarDays.calendar(
                CalendarDays.oneLine(plan.account()) + " " + plan.year() + ", joint plan",
                Stream.concat(actions(), goals()).toList());
    }

    private Stream<VEvent> actions() {
        return plan.actions().stream()
                .flatMap(action -> action.due().stream()
                        .map(day -> days.event(
                                "joint-action-" + action.row(),
                                day,
                                CalendarDays.oneLine(action.what()),
                                action.ours().isEmpty() ? "" : "For the seller: " + action.ours() + ".",
                                "For " + CalendarDays.oneLine(plan.account()) + ": " + action.theirs() + "."))
                        .map(event -> action.isDone() ? CalendarDays.cancelled(event) : event));
    }

    private Stream<VEvent> goals() {
        return plan.goals().stream()
                .flatMap(goal -> goal.by().stream()
                        .map(day -> days.event(
                                "joint-goal-" + goal.row(), day, "by today: " + CalendarDays.oneLine(goal.what())))
                        .map(event -> goal.isReached() ? CalendarDays.cancelled(event) : event));
    }
}
