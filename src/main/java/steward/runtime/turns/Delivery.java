package steward.runtime.turns;

import java.time.Instant;
import java.util.Optional;
import steward.rep.RepId;
import steward.runtime.chat.Origin;

/**
 * One thing that a rep did in the chat.
 *
 * @param rep who did it, as the chat says; never what a button claims
 * @param key the same when the chat delivers it again, another for everything else
 * @param room the channel in which Steward and the rep talk, if this came from there
 * @param origin where they did it
 */
public record Delivery(RepId rep, String key, Optional<String> room, Origin origin, Input input) {

    /** Something that opens no form. */
    public Delivery(RepId rep, String key, Optional<String> room, Input input) {
        this(rep, key, room, Origin.CHAT, input);
    }

    /** The rep did nothing, but the moment has come at which they may deserve a nudge. */
    static Delivery woken(RepId rep, Instant now) {
        return new Delivery(rep, "woken " + rep.user() + " " + now.toEpochMilli(), Optional.empty(), new Input.Woken());
    }
}
