package steward.dashboard.nudges;

import java.util.Optional;
import steward.message.Part;
import steward.message.Words;

/** The last line of a nudge: what else can be said or done, and where nudges are set. */
final class NudgeFooter {

    private static final String SETTINGS = "`/plan settings`";

    private NudgeFooter() {}

    /**
     * The line, which may say nothing of its own.
     *
     * @param isAlone whether nothing else stands in the message; else that says where nudges are set
     */
    static Optional<Part> of(boolean isAlone, Words words) {
        if (!isAlone) {
            return words.isEmpty() ? Optional.empty() : Optional.of(new Part.Quiet(words));
        }
        return Optional.of(new Part.Quiet(words.then(Words.of((words.isEmpty() ? "" : "  ·  ") + SETTINGS))));
    }

    /** The line where it only rounds off the message, and is left out if that goes on. */
    static Optional<Part> last(boolean isAlone, Words words) {
        return isAlone ? of(true, words) : Optional.empty();
    }
}
