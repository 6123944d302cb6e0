package steward.runtime.turns;

import java.util.Map;
import java.util.stream.Collectors;
import steward.conversation.session.Submission;
import steward.message.About;
import steward.message.Words;

/** Ends the turn of a form that has to be mended first, so that nothing of it is written down, not even that it came. */
public final class FormRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Map<About, String> complaints;

    public FormRejected(Submission submission) {
        super("A form has to be mended", null, false, false);
        this.complaints = submission.complaints().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> Words.of(each.getValue()).text()));
    }

    /** What is wrong in which field, without markup. */
    public Map<About, String> complaints() {
        return complaints;
    }
}
