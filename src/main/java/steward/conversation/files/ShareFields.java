package steward.conversation.files;

import java.util.Map;
import java.util.Optional;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnResult;
import steward.message.About;
import steward.message.Form;
import steward.message.Form.Field;

/** What every form asks in which something is shared: where, and what the rep says with it. */
public final class ShareFields {

    private static final About PLACE = new About("", "share.place", 0);
    private static final About NOTE = new About("", "share.note", 0);
    private static final int NOTE_CHARACTERS_MAX = 500;

    private ShareFields() {}

    public static Field place() {
        return new Field(PLACE, "Where?", "A channel, or a person.", new Form.Input.Place(), true);
    }

    public static Field note() {
        return new Field(NOTE, "A word with it", "", new Form.Input.Text("", true, NOTE_CHARACTERS_MAX), false);
    }

    /** Where it is to go; empty if that was not picked. */
    public static Optional<String> place(Map<About, String> answers) {
        return Optional.of(answers.getOrDefault(PLACE, "")).filter(place -> !place.isEmpty());
    }

    public static String note(Map<About, String> answers) {
        return answers.getOrDefault(NOTE, "").strip();
    }

    /** The form stays open until a place is picked. */
    public static Submission withoutPlace() {
        return new Submission(Map.of(PLACE, "Pick a channel or a person to share it with."), TurnResult.NOTHING);
    }
}
