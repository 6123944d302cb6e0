package steward.nudges;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A nudge that went out before, or was claimed to.
 *
 * @param day the rep's own day when it did
 * @param answered whether the rep has answered it, whatever they said
 */
public record SentNudge(NudgeKind kind, LocalDate day, Instant at, List<Subject> subjects, boolean answered) {

    /** What the buttons of nudges say first. It is a command of theirs: nobody types it. */
    public static final String COMMAND = "/nudge";

    /** What a button says that gives this nudge an answer of one word. */
    public String says(String answer) {
        return COMMAND + " " + kind.metadataName() + " " + day + " " + answer;
    }
}
