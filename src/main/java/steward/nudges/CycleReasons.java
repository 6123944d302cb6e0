package steward.nudges;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.plan.Plan;
import steward.rep.RepClock;
import steward.worksheet.Worksheet;

/** When to nudge a rep about a cycle: at its check-points, and at its end. */
record CycleReasons(RepClock clock, NudgeHistory history) {

    /**
     * The check-points of plans with an opportunity that was there before, and is open. A check-point missed is told with the next one,
     * and not once the cycle is at its end.
     */
    Stream<NudgeReason> checkpoints(List<Plan> running) {
        return running.stream().flatMap(plan -> checkpoint(plan).stream());
    }

    private Optional<NudgeReason> checkpoint(Plan plan) {
        Subject subject = Subject.whole(plan);
        return Plan.CHECKPOINT_DAYS.stream()
                .map(day -> dayOfCycle(plan, day))
                .filter(history.lastDay(subject)::isBefore)
                .filter(day -> hasOpenOpportunity(plan, day))
                .findFirst()
                .map(day -> new NudgeReason(subject, day.atStartOfDay(), lastDay(plan)));
    }

    private boolean hasOpenOpportunity(Plan plan, LocalDate day) {
        return plan.rows(Worksheet.OPPORTUNITIES).stream()
                .filter(row -> plan.outcome(row).isOpen())
                .map(row -> clock.firstDayAfter(new EntryTimes(plan).first(Worksheet.OPPORTUNITY, row)))
                .anyMatch(news -> !news.isAfter(day));
    }

    /** The ends of cycles, each told once. */
    Stream<NudgeReason> ends(List<Plan> running) {
        return running.stream()
                .map(plan -> new NudgeReason(Subject.whole(plan), lastDay(plan)))
                .filter(reason ->
                        history.lastDay(reason.subject()).isBefore(reason.from().toLocalDate()));
    }

    /** The last day of the cycle that runs now. */
    static LocalDate lastDay(Plan plan) {
        return dayOfCycle(plan, Plan.CYCLE_DAYS);
    }

    /** A day of the cycle that runs now; the first is 1. */
    private static LocalDate dayOfCycle(Plan plan, int number) {
        return plan.cycleStart().orElseThrow().plusDays(number - 1L);
    }
}
