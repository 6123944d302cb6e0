package steward.nudges;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.plan.Action;
import steward.plan.Plan;
import steward.rep.RepClock;
import steward.worksheet.Worksheet;

/**
 * When to nudge a rep about open actions: in the list of the week they are due in, on their due day, on the day after it, and from then on
 * in every week's list; and when the rep asked to hear of them again.
 *
 * <p>What was told on such a day or later is told. Nothing is told on a day whose hours had begun when it was written down: the rep has
 * it in mind.
 */
record ActionReasons(RepClock clock, NudgeHistory history) {

    Stream<NudgeReason> of(List<Plan> running) {
        return running.stream()
                .flatMap(plan -> plan.actions().stream().filter(Action::isOpen).map(action -> new Doing(plan, action)))
                .sorted(Comparator.comparing(Doing::due))
                .flatMap(doing -> next(doing).map(day -> new NudgeReason(doing.subject(), day)).stream());
    }

    private Optional<LocalDate> next(Doing doing) {
        LocalDate last = history.lastDay(doing.subject());
        Stream<LocalDate> ofDue = doing.action().due().stream().flatMap(due -> ofDue(doing, due, last));
        Stream<LocalDate> ofSnooze = doing.action().snoozedUntil().stream().filter(last::isBefore);
        return Stream.concat(ofDue, ofSnooze)
                .min(Comparator.naturalOrder())
                .map(day -> RepClock.later(day, doing.action().snoozedUntil().orElse(day)));
    }

    private Stream<LocalDate> ofDue(Doing doing, LocalDate due, LocalDate last) {
        LocalDate news = clock.firstDayAfter(new EntryTimes(doing.plan())
                .last(Worksheet.ACTION_DUE, doing.action().row()));
        LocalDate list = clock.week().beginning(due);
        LocalDate laterList = clock.week().nextBeginning(RepClock.later(due, last));
        Stream<LocalDate> inTime = Stream.of(list).filter(day -> !day.isBefore(news));
        Stream<LocalDate> late = Stream.of(due, due.plusDays(1), laterList);
        return Stream.concat(inTime, late).filter(last::isBefore).map(day -> RepClock.later(day, news));
    }

    private record Doing(Plan plan, Action action) {

        Subject subject() {
            return new Subject(plan.id(), action.row());
        }

        /** When it is due: those of which that is not known come last. */
        LocalDate due() {
            return action.due().orElse(LocalDate.MAX);
        }
    }
}
