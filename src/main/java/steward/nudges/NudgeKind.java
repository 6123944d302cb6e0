package steward.nudges;

import java.util.Comparator;
import java.util.List;

/** What Steward nudges a rep about. The names stand in the database and in what a rep has muted, and never change. */
public enum NudgeKind {
    /** Actions that are due or overdue; on the first working day of a week, all of that week's. */
    ACTIONS("actions"),
    /** Opportunities whose day to be won is over. */
    OPPORTUNITY("opportunity"),
    /** The hours of the week that are to be logged. */
    TIME("time"),
    /** A third of a cycle is over: are the opportunities still what they were? */
    CHECKPOINT("checkpoint"),
    /** A cycle is over. */
    CYCLE_END("cycle_end"),
    /** A running plan without anything to do, or an action that has waited long: each is asked about once. */
    IDLE("idle"),
    /** Plans that were begun and are not written to the end. */
    UNFINISHED("unfinished");

    private static final List<NudgeKind> IN_MESSAGE =
            List.of(CYCLE_END, CHECKPOINT, OPPORTUNITY, IDLE, ACTIONS, UNFINISHED, TIME);

    private final String metadataName;

    NudgeKind(String metadataName) {
        this.metadataName = metadataName;
    }

    /** Whether a message of another kind tells of its subjects of this kind too: that day there is no other about them. */
    boolean isToldBy(NudgeKind other) {
        return switch (other) {
            case CYCLE_END -> this == ACTIONS || this == OPPORTUNITY || this == IDLE;
            case CHECKPOINT -> this == OPPORTUNITY;
            case IDLE -> this == ACTIONS;
            default -> false;
        };
    }

    /** Those of a moment are one message: what comes seldom stands first in it, and the week's hours last. */
    public static Comparator<NudgeKind> inMessage() {
        return Comparator.comparing(IN_MESSAGE::indexOf);
    }

    public String metadataName() {
        return metadataName;
    }
}
