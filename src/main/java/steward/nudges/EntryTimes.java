package steward.nudges;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.worksheet.questions.Question;

/** When each answer of a running plan was given: what the rep wrote in a draft counts from when it began to run. */
record EntryTimes(Plan plan) {

    /** When the plan began to run. */
    Instant begun() {
        return plan.entries().get(plan.cycleStarts().get(0)).at();
    }

    /** When an answer was first given. */
    Instant first(Question<?> question, int row) {
        return noEarlierThanBegun(answered(question, row).limit(1));
    }

    /** When an answer was last given. */
    Instant last(Question<?> question, int row) {
        return noEarlierThanBegun(answered(question, row));
    }

    private Stream<Instant> answered(Question<?> question, int row) {
        return plan.entries().stream()
                .filter(entry -> entry.kind() == Kind.ANSWERED
                        && entry.row() == row
                        && entry.question().equals(question.key()))
                .map(Entry::at);
    }

    private Instant noEarlierThanBegun(Stream<Instant> answered) {
        return Stream.concat(Stream.of(begun()), answered)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
