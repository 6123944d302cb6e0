package steward.nudges;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.plan.Plan;
import steward.rep.RepClock;
import steward.worksheet.Worksheet;

/**
 * When to nudge a rep about open opportunities whose day to be won is over: once, on the day after it or later. One whose day was over
 * when it was written down is told on the next day.
 */
record OpportunityReasons(RepClock clock, NudgeHistory history) {

    Stream<NudgeReason> of(List<Plan> running) {
        return running.stream().flatMap(this::of).sorted(Comparator.comparing(NudgeReason::from));
    }

    private Stream<NudgeReason> of(Plan plan) {
        return plan.rows(Worksheet.OPPORTUNITIES).stream()
                .filter(row -> plan.outcome(row).isOpen())
                .flatMap(row -> reason(plan, row).stream());
    }

    private Optional<NudgeReason> reason(Plan plan, int row) {
        Subject subject = new Subject(plan.id(), row);
        LocalDate news = clock.firstDayAfter(new EntryTimes(plan).last(Worksheet.TIMELINE, row));
        return plan.get(Worksheet.TIMELINE, row)
                .map(timeline -> timeline.plusDays(1))
                .filter(history.lastDay(subject)::isBefore)
                .map(day -> new NudgeReason(subject, RepClock.later(day, news)));
    }
}
