package steward.nudges;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.plan.Action;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.rep.RepClock;
import steward.worksheet.Worksheet;

/**
 * When to ask a rep about what has come to a stop: a plan that had no open action for a week, and an action that is more than 30 days
 * overdue. Each is asked about once; a plan, not before it had something to do again. At the end of a cycle its own message asks.
 */
record IdleReasons(RepClock clock, NudgeHistory history) {

    private static final int WITHOUT_ACTION_DAYS = 7;
    private static final int OVERDUE_DAYS = 30;

    Stream<NudgeReason> of(List<Plan> running) {
        return running.stream().flatMap(plan -> Stream.concat(overdue(plan), withoutAction(plan).stream()));
    }

    private Optional<NudgeReason> withoutAction(Plan plan) {
        Subject subject = Subject.whole(plan);
        return Optional.of(clock.read(lastOpen(plan)).toLocalDate().plusDays(WITHOUT_ACTION_DAYS))
                .filter(day -> plan.actions().stream().noneMatch(Action::isOpen))
                .filter(history.lastDay(subject)::isBefore)
                .map(day -> new NudgeReason(subject, day.atStartOfDay(), CycleReasons.lastDay(plan)));
    }

    /** When the plan may last have had something to do. */
    private static Instant lastOpen(Plan plan) {
        return plan.entries().stream()
                .filter(IdleReasons::isAboutActions)
                .map(Entry::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static boolean isAboutActions(Entry entry) {
        return entry.kind() == Kind.CYCLE_STARTED
                || entry.kind() == Kind.DONE
                || entry.kind() == Kind.DROPPED
                || (entry.kind() == Kind.ROW_REMOVED && entry.question().equals(Worksheet.ACTIONS.key()));
    }

    private Stream<NudgeReason> overdue(Plan plan) {
        return plan.actions().stream().filter(Action::isOpen).flatMap(action -> overdue(plan, action).stream());
    }

    private Optional<NudgeReason> overdue(Plan plan, Action action) {
        Subject subject = new Subject(plan.id(), action.row());
        LocalDate news = clock.firstDayAfter(new EntryTimes(plan).last(Worksheet.ACTION_DUE, action.row()));
        return action.due()
                .map(due -> due.plusDays(OVERDUE_DAYS + 1L))
                .filter(history.lastDay(subject)::isBefore)
                .map(day -> RepClock.later(day, news))
                .map(day -> RepClock.later(day, action.snoozedUntil().orElse(day)))
                .map(day -> new NudgeReason(subject, day));
    }
}
