package steward.runtime.turns;

import java.time.Instant;
import java.util.Optional;
import steward.conversation.session.ExpiredRecords;
import steward.conversation.session.SentFile;
import steward.rep.RepId;
import steward.runtime.chat.Origin;

/**
 * One thing that a rep did in the chat.
 *
 * @param rep who did it, as the chat says; never what a button claims
 * @param key the same when the chat delivers it again, another for everything else
 * @param room the channel in which Steward and the rep talk, if this came from there
 * @param origin where they did it
 * @param at when they did it, if the chat says so
 */
public record Delivery(RepId rep, String key, Optional<String> room, Origin origin, Input input, Optional<Instant> at) {

    /** Something of which the chat does not say when it was done. */
    public Delivery(RepId rep, String key, Optional<String> room, Origin origin, Input input) {
        this(rep, key, room, origin, input, Optional.empty());
    }

    /** Something that opens no form. */
    public Delivery(RepId rep, String key, Optional<String> room, Input input) {
        this(rep, key, room, Origin.CHAT, input);
    }

    /** The same, done at a moment. */
    public Delivery doneAt(Instant moment) {
        return new Delivery(rep, key, room, origin, input, Optional.of(moment));
    }

    /** Whether it was done so long ago that nobody knows any more whether it was taken then. */
    boolean isExpired(Instant now) {
        return at.filter(then -> then.plus(ExpiredRecords.DELIVERIES_KEPT).isBefore(now))
                .isPresent();
    }

    /** The same, with the file that has to be read for it. */
    Delivery with(SentFile file) {
        return new Delivery(rep, key, room, origin, input.with(file), at);
    }

    /** The rep did nothing, but the moment has come at which they may deserve a nudge. */
    static Delivery woken(RepId rep, Instant now) {
        return new Delivery(rep, "woken " + rep.user() + " " + now.toEpochMilli(), Optional.empty(), new Input.Woken());
    }
}
