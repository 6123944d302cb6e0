package steward.nudges;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import steward.plan.Plan;
import steward.rep.RepClock;

/**
 * When to ask a rep for the hours of their week: on its last working day, late in the afternoon, and once more on the next
 * working day if that was not answered. If it could not be asked on that day it is asked once, later, and never after the next week was up,
 * nor of a week in which the rep was away.
 *
 * @param answering the plans in which hours may be logged
 */
record TimeReasons(RepClock clock, NudgeHistory history, Absence absence, List<Plan> answering) {

    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final Duration BEFORE_CLOSING = Duration.ofHours(1);

    /** What is to be asked, seen from a moment: of the week that was up last, and of the one that is up next. */
    Stream<NudgeReason> of(List<Plan> running, LocalDateTime moment) {
        LocalDate last = lastTimeDay(moment);
        LocalDate next = clock.week().end(clock.week().nextBeginning(last));
        Stream<NudgeReason> ofNext =
                running.stream().map(plan -> new NudgeReason(Subject.whole(plan), asking(next), LocalDate.MAX));
        return Stream.concat(ofLast(running, last, next), ofNext);
    }

    private Stream<NudgeReason> ofLast(List<Plan> running, LocalDate last, LocalDate next) {
        List<SentNudge> asked = history.from(last);
        if (absence.isAllOf(AskedWeek.endingOn(last, clock.week()))
                || asked.stream().anyMatch(sent -> sent.day().isAfter(last) || isAnswered(sent))) {
            return Stream.empty();
        }
        LocalDateTime from = asked.isEmpty() ? asking(last) : last.plusDays(1).atStartOfDay();
        return running.stream()
                .filter(plan -> clock.read(new EntryTimes(plan).begun()).isBefore(asking(last)))
                .map(plan -> new NudgeReason(Subject.whole(plan), from, next));
    }

    /** Whoever logs time of the week they were asked about, after being asked, has answered, wherever they did it. */
    private boolean isAnswered(SentNudge sent) {
        AskedWeek week = AskedWeek.of(sent, clock.week());
        return sent.answered()
                || answering.stream()
                        .flatMap(plan -> plan.timeLog().stream())
                        .anyMatch(entry -> entry.at().isAfter(sent.at()) && week.holds(entry.day()));
    }

    private LocalDate lastTimeDay(LocalDateTime moment) {
        LocalDate thisWeeks = clock.week().end(moment.toLocalDate());
        return asking(thisWeeks).isAfter(moment)
                ? clock.week().end(clock.week().beginning(moment.toLocalDate()).minusDays(1))
                : thisWeeks;
    }

    /** The moment of a working day at which hours are asked for: there is time left to answer. */
    private LocalDateTime asking(LocalDate day) {
        LocalDateTime opening = day.atTime(clock.week().from());
        LocalDateTime late = day.atTime(clock.week().to()).minus(BEFORE_CLOSING);
        LocalDateTime afternoon = day.atTime(AFTERNOON);
        LocalDateTime asking = late.isBefore(afternoon) ? late : afternoon;
        return asking.isBefore(opening) ? opening : asking;
    }
}
