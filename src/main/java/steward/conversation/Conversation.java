package steward.conversation;

import java.time.Instant;
import java.util.Optional;
import steward.message.About;
import steward.message.Stamp;

/** Steward's side of the talk with one rep: whatever the rep does, what Steward writes down and says. */
public final class Conversation {

    /** The rep wrote in the DM; {@code thread} is the message replied to if it was written in a thread. */
    public Outcome text(Desk desk, String said, Stamp stamp, Optional<Stamp> thread, Instant now) {
        return Outcome.NOTHING;
    }

    /** The rep tapped something of a message about a plan or a question. */
    public Outcome tap(Desk desk, About about, String says, Instant now) {
        return Outcome.NOTHING;
    }

    /** The rep typed {@code /plan} and these words. */
    public Outcome plan(Desk desk, String words, Instant now) {
        return Outcome.NOTHING;
    }

    /** The rep opened the DM. */
    public Outcome opened(Desk desk, Instant now) {
        return Outcome.NOTHING;
    }

    /** The rep sent something other than text: a file, a sticker, a voice clip. */
    public Outcome file(Desk desk, Instant now) {
        return Outcome.NOTHING;
    }
}
