package steward.nudges;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.plan.Entry;
import steward.plan.Plan;
import steward.rep.RepClock;

/**
 * When to nudge a rep about drafts, paused ones too unless they said until when: each is told 1 working day after the rep last did
 * something about it, and again 5 working days after it unless they said "not now"; then not before they do something about it again.
 * Those of one day are told together.
 */
record UnfinishedReasons(RepClock clock, NudgeHistory history) {

    private static final int FIRST_WORKDAYS = 1;
    private static final int LAST_WORKDAYS = 5;

    Stream<NudgeReason> of(List<Plan> drafts) {
        return drafts.stream()
                .filter(plan -> plan.pausedUntil().isEmpty())
                .flatMap(plan -> touched(plan).flatMap(touched -> next(Subject.whole(plan), touched)).stream());
    }

    /** When the rep last did something about a draft; of one that they only started, when they were first asked. */
    private static Optional<Instant> touched(Plan plan) {
        return plan.lastHeard().or(() -> plan.entries().stream().map(Entry::at).findFirst());
    }

    private Optional<NudgeReason> next(Subject draft, Instant touched) {
        LocalDate day = clock.read(touched).toLocalDate();
        LocalDate first = clock.week().workdaysAfter(day, FIRST_WORKDAYS);
        LocalDate last = clock.week().workdaysAfter(day, LAST_WORKDAYS);
        List<SentNudge> since = history.after(touched, draft);
        if (since.isEmpty()) {
            return Optional.of(new NudgeReason(draft, first));
        }
        boolean isOver = since.size() > 1
                || since.get(0).answered()
                || !since.get(0).day().isBefore(last);
        return isOver ? Optional.empty() : Optional.of(new NudgeReason(draft, last));
    }
}
