package steward.export.source;

import steward.plan.Blank;
import steward.plan.Plan;

/** Whether a blank is answered, a gap, left blank, or not asked yet: the same in every kind of file. */
public enum BlankStatus {
    ANSWERED(""),

    /** An answer that matters is missing: it was skipped, or is still to be asked. */
    GAP(ExportedPlan.NOT_KNOWN),

    /** It was passed over, and nothing waits for it. */
    LEFT_BLANK("left blank"),

    /** It may be left blank, and was not asked yet. */
    TO_COME("");

    private final String words;

    BlankStatus(String words) {
        this.words = words;
    }

    public static BlankStatus of(Plan plan, Blank blank) {
        if (plan.kept(blank).isPresent()) {
            return ANSWERED;
        }
        if (!blank.question().isOptional() && !plan.isOver(blank)) {
            return GAP;
        }
        return plan.isSettled(blank) ? LEFT_BLANK : TO_COME;
    }

    /** What is said in the place of an answer; empty if nothing is. */
    public String words() {
        return words;
    }
}
