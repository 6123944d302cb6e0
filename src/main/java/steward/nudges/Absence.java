package steward.nudges;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.rep.RepClock;

/**
 * When a rep was away, or a plan of theirs paused: what fell due then is told in one message, and weeks away are not asked about.
 *
 * @param back the day on which the rep was, or will be, back; far in the past if they never said so
 * @param plans all the rep's plans that are not closed
 * @param sent the nudges that they were sent
 */
record Absence(RepClock clock, LocalDate back, List<Plan> plans, List<SentNudge> sent) {

    /** Whether something fell due while nothing could be told of it. */
    boolean hid(NudgeReason reason) {
        LocalDate due = clock.week().firstMoment(reason.from()).toLocalDate();
        return due.isBefore(back) || resumed(reason.subject()).anyMatch(due::isBefore);
    }

    /** The days on which the plan that something is about was taken up again. */
    private Stream<LocalDate> resumed(Subject subject) {
        return plans.stream()
                .filter(plan -> plan.id().equals(subject.plan()))
                .flatMap(plan -> plan.entries().stream())
                .filter(entry -> entry.kind() == Kind.RESUMED)
                .map(Entry::at)
                .map(at -> clock.read(at).toLocalDate());
    }

    /**
     * Whether the rep was away for all of a week. When they left is not known: it was later if they were told something in that week, or
     * hours of it are logged.
     */
    boolean isAllOf(AskedWeek week) {
        return back.isAfter(week.lastWorkday())
                && sent.stream().noneMatch(nudge -> week.holds(nudge.day()))
                && plans.stream().flatMap(plan -> plan.timeLog().stream()).noneMatch(entry -> week.holds(entry.day()));
    }
}
