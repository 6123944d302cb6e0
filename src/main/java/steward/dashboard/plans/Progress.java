package steward.dashboard.plans;

import java.util.Optional;
import java.util.stream.Stream;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.Status;

/** How far a draft is, in questions and in minutes, as the worksheet unfolds by now. */
public final class Progress {

    /** What a question takes, answers of a word and of three lines together. */
    private static final int SECONDS_A_QUESTION = 40;

    /** What an answer of last year's takes that only has to be kept: most are, a step at a time. */
    private static final int SECONDS_TO_KEEP = 5;

    private static final int SECONDS_A_MINUTE = 60;

    private final Plan plan;

    public Progress(Plan plan) {
        this.plan = plan;
    }

    /** "Question 9 of about 30, 11 minutes left."; empty if none is left, or the plan is no draft. */
    public Optional<String> sentence() {
        long settled = numbered(plan.blanks()).filter(plan::isSettled).count();
        long left = numbered(plan.blanks()).count() - settled;
        long toKeep = numbered(plan.blanks()).filter(plan::isToBeKept).count();
        return plan.status() == Status.DRAFT && left > 0
                ? Optional.of("Question " + (settled + 1) + " of about " + (settled + left) + ", "
                        + minutes(left - toKeep, toKeep) + ".")
                : Optional.empty();
    }

    /** Whether a step begins with this question: nothing in it has been answered or passed over yet. */
    public boolean isStartOfStep(Blank blank) {
        return blank.question().isNumbered()
                && blank.step()
                        .filter(step -> numbered(plan.blanks(step)).noneMatch(plan::isSettled))
                        .isPresent();
    }

    private static String minutes(long toAnswer, long toKeep) {
        double seconds = 1.0 * toAnswer * SECONDS_A_QUESTION + 1.0 * toKeep * SECONDS_TO_KEEP;
        long minutes = Math.max(1, Math.round(seconds / SECONDS_A_MINUTE));
        return minutes == 1 ? "a minute left" : minutes + " minutes left";
    }

    private static Stream<Blank> numbered(Stream<Blank> blanks) {
        return blanks.filter(blank -> blank.question().isNumbered());
    }
}
