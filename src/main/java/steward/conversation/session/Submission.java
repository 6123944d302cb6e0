package steward.conversation.session;

import java.util.Map;
import steward.message.About;

/**
 * The result of a submitted form: complaints about fields, and then nothing is written; or none, and what follows.
 *
 * @param complaints what is wrong in which field, and what to write instead; the words have the markup of Steward's own words
 */
public record Submission(Map<About, String> complaints, TurnResult result) {

    public Submission {
        complaints = Map.copyOf(complaints);
    }

    public boolean isAccepted() {
        return complaints.isEmpty();
    }
}
