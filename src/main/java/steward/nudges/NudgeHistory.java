package steward.nudges;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import steward.plan.PlanId;
import steward.rep.RepClock;

/** The nudges of one kind that a rep was sent before: what about, and when. */
final class NudgeHistory {

    /** The day on which something was last told that never was. */
    static final LocalDate NEVER = LocalDate.MIN;

    private final List<SentNudge> sent;
    private final Map<Subject, LocalDate> lastDays = new HashMap<>();
    private final Map<PlanId, LocalDate> lastWholes = new HashMap<>();

    NudgeHistory(NudgeKind kind, List<SentNudge> all) {
        this.sent = all.stream().filter(nudge -> nudge.kind() == kind).toList();
        for (SentNudge nudge : sent) {
            nudge.subjects().forEach(subject -> lastDays.merge(subject, nudge.day(), RepClock::later));
        }
        all.stream()
                .filter(nudge -> kind.isToldBy(nudge.kind()))
                .forEach(other -> other.subjects().forEach(subject -> toldToo(subject, other.day())));
    }

    private void toldToo(Subject subject, LocalDate day) {
        if (subject.isWhole()) {
            lastWholes.merge(subject.plan(), day, RepClock::later);
        } else {
            lastDays.merge(subject, day, RepClock::later);
        }
    }

    /** The last day on which there was a nudge of this kind. */
    LocalDate lastDay() {
        return sent.stream().map(SentNudge::day).max(Comparator.naturalOrder()).orElse(NEVER);
    }

    /** The last day on which there was one about this, or one of another kind which told of it too. */
    LocalDate lastDay(Subject subject) {
        return RepClock.later(lastDays.getOrDefault(subject, NEVER), lastWholes.getOrDefault(subject.plan(), NEVER));
    }

    /** The nudges from a day on. */
    List<SentNudge> from(LocalDate day) {
        return sent.stream().filter(nudge -> !nudge.day().isBefore(day)).toList();
    }

    /** The nudges about this after an instant. */
    List<SentNudge> after(Instant instant, Subject subject) {
        return sent.stream()
                .filter(nudge -> nudge.at().isAfter(instant) && nudge.subjects().contains(subject))
                .toList();
    }
}
