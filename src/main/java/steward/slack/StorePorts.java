package steward.slack;

import java.util.function.BooleanSupplier;
import steward.conversation.desk.Desks;
import steward.conversation.desk.OwnFiles;
import steward.message.Outbox;
import steward.nudges.Wakes;
import steward.rep.Handshakes;
import steward.rep.Installations;
import steward.rep.Reps;

/**
 * What is kept, as far as Slack's side needs it.
 *
 * @param ready whether the store can be used
 */
public record StorePorts(
        Desks desks,
        Outbox outbox,
        Reps reps,
        Wakes wakes,
        OwnFiles ownFiles,
        Installations installations,
        Handshakes handshakes,
        BooleanSupplier ready) {}
