package steward.dashboard.nudges;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import steward.dashboard.Reader;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;

/** The one message on a rep's return, of all that fell due while they were away. */
public final class AfterAbsence {

    private AfterAbsence() {}

    /**
     * All of it, one below the other.
     *
     * @param sentAt the rep's own time when it was sent
     * @param nudges what it is made of, which leaves out what is said once for all
     */
    public static Message of(List<Message> nudges, LocalTime sentAt, Reader reader) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(Greeting.at(sentAt, reader)
                .then(Words.of(
                        "Here is *all that has waited for you*, in one message. None of it has to be done at once."))));
        for (Message nudge : nudges) {
            parts.add(new Part.Divider());
            parts.addAll(nudge.parts());
        }
        Footing.of(true, Words.of("Tap, or reply in this thread")).ifPresent(parts::add);
        return new Message(parts);
    }
}
