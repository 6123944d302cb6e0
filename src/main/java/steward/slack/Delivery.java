package steward.slack;

import java.time.Instant;
import java.util.Optional;
import steward.rep.RepId;

/**
 * One thing that a rep did in Slack.
 *
 * @param rep who did it, as Slack says; never what a button claims
 * @param key the same when Slack delivers it again, another for everything else
 * @param room the channel in which Steward and the rep talk, if this came from there
 * @param trigger what Slack asks for to open a form in reply; empty if none can be opened
 * @param origin where they did it
 */
record Delivery(RepId rep, String key, Optional<String> room, String trigger, Origin origin, Deed deed) {

    Delivery(RepId rep, String key, Optional<String> room, String trigger, Deed deed) {
        this(rep, key, room, trigger, Origin.CHAT, deed);
    }

    Delivery(RepId rep, String key, Optional<String> room, Deed deed) {
        this(rep, key, room, "", deed);
    }

    /** The rep did nothing, but the moment has come at which they may deserve a nudge. */
    static Delivery woken(RepId rep, Instant now) {
        return new Delivery(rep, "woken " + rep.user() + " " + now.toEpochMilli(), Optional.empty(), new Deed.Woken());
    }
}
