package steward.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A message that Steward shows, as a list of parts from top to bottom.
 *
 * @param asked what it asks beside the worksheet, to be answered by typing too; empty if nothing
 */
public record Message(List<Part> parts, Optional<SideQuestion> asked) {

    public Message {
        parts = List.copyOf(parts);
    }

    public Message(List<Part> parts) {
        this(parts, Optional.empty());
    }

    public static Message of(Part... parts) {
        return new Message(Arrays.asList(parts));
    }

    /** A message of one paragraph; see {@link Words#of}. */
    public static Message say(String template, Object... literals) {
        return of(new Part.Paragraph(Words.of(template, literals)));
    }

    /** This message with another below it. */
    public Message then(Message below) {
        List<Part> both = new ArrayList<>(parts);
        both.addAll(below.parts);
        return new Message(both, below.asked.or(() -> asked));
    }

    /** The same, which asks something beside the worksheet. */
    public Message asking(SideQuestion question) {
        return new Message(parts, Optional.of(question));
    }

    /** The same, which asks which of its buttons the rep means. */
    public Message askingWhich() {
        return asking(SideQuestion.among(this));
    }
}
