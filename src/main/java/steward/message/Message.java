package steward.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A message that Steward shows, as a list of parts from top to bottom. */
public record Message(List<Part> parts) {

    public Message {
        parts = List.copyOf(parts);
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
        return new Message(both);
    }
}
