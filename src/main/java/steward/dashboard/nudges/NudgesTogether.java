package steward.dashboard.nudges;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import steward.dashboard.CountWords;
import steward.dashboard.Reader;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;

/** One message of several nudges: of all that is due at a moment, or that fell due while the rep was away. */
public final class NudgesTogether {

    private static final String WAITED = "all that has waited for you";

    private NudgesTogether() {}

    /**
     * All of it, one below the other.
     *
     * @param isAfterAbsence whether some of it fell due while the rep was away
     * @param sentAt the rep's own time when it was sent
     * @param nudges what it is made of, which leaves out what is said once for all
     */
    public static Message of(List<Message> nudges, boolean isAfterAbsence, LocalTime sentAt, Reader reader) {
        Words all = isAfterAbsence
                ? Words.of("Here is *" + WAITED + "*, in one message. None of it has to be done at once.")
                : Words.of("*" + CountWords.atStart(nudges.size()) + " things* today, in one message.");
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(Greeting.at(sentAt, reader).then(all)));
        for (Message nudge : nudges) {
            parts.add(new Part.Divider());
            parts.addAll(nudge.parts());
        }
        NudgeFooter.of(true, Words.of("Tap, or reply in this thread")).ifPresent(parts::add);
        return new Message(parts);
    }

    /** Whether a message was of what had waited, from what it shows. */
    public static boolean isAfterAbsence(String shown) {
        return shown.contains(WAITED);
    }
}
