package steward.slack;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.conversation.Conversation;
import steward.conversation.session.RepSessions;
import steward.message.Message;
import steward.rep.RepId;
import steward.rep.Reps;

/**
 * Keeps the Home tab up to date for the reps who look at it.
 *
 * <p>Nothing depends on it, and nothing waits for it: a tab is drawn once all else has been said to its rep, as things stand then, and
 * what could not be published is left for the next time. Safe for use by several threads.
 */
final class Homes {

    static final int BLOCKS_MAX = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Homes.class);

    /** What is known of one rep's tab. */
    private static final class Tab {
        /** Which page they see, from 1. */
        private int page = 1;
        /** They have just looked, which is yet to be noted. */
        private boolean looked;

        private boolean underWay;
        /** Something changed while it was under way. */
        private boolean stale;
    }

    private final Workspaces workspaces;
    private final RepSessions desks;
    private final Reps reps;
    private final Conversation conversation;
    private final Speaker speaker;
    private final InstantSource clock;
    private final Later later;

    /** Guarded by this. */
    private final Map<RepId, Tab> tabs = new HashMap<>();

    Homes(
            Workspaces workspaces,
            RepSessions desks,
            Reps reps,
            Conversation conversation,
            Speaker speaker,
            InstantSource clock,
            Later later) {
        this.workspaces = workspaces;
        this.desks = desks;
        this.reps = reps;
        this.conversation = conversation;
        this.speaker = speaker;
        this.clock = clock;
        this.later = later;
    }

    /** Shows a page to a rep who wants to see it, from 1, and returns at once. */
    void show(RepId rep, int page) {
        synchronized (this) {
            tab(rep).page = page;
            tab(rep).looked = true;
        }
        refresh(rep);
    }

    /** Something may have changed for a rep. Returns at once. */
    void refresh(RepId rep) {
        speaker.afterwards(rep, () -> {
            if (isLookedAt(rep)) {
                publish(rep);
            }
        });
    }

    /** Nothing is kept of a rep any more: their tab shows nothing of it either. Returns at once. */
    void forgotten(RepId rep) {
        synchronized (this) {
            tab(rep).page = 1;
            tab(rep).looked = false;
        }
        speaker.afterwards(rep, () -> publish(rep));
    }

    private boolean isLookedAt(RepId rep) {
        boolean sees = reps.seesHome(rep);
        boolean looked;
        synchronized (this) {
            looked = tab(rep).looked;
            tab(rep).looked = false;
        }
        if (looked && !sees) {
            reps.lookedAtHome(rep);
        }
        return looked || sees;
    }

    /** Only one at a time for each rep, so that an older one never takes the place of a newer. */
    private void publish(RepId rep) {
        int page;
        synchronized (this) {
            Tab tab = tab(rep);
            if (tab.underWay) {
                tab.stale = true;
                return;
            }
            tab.underWay = true;
            page = tab.page;
        }
        try {
            var unused = workspaces
                    .in(rep.team())
                    .post("views.publish", call(rep, page))
                    .thenAccept(reply -> published(rep, reply));
        } catch (RuntimeException e) {
            LOG.error("A Home tab could not be drawn", Trouble.of(e));
            over(rep, false);
        }
    }

    private JsonObject call(RepId rep, int page) {
        Instant now = clock.instant();
        Message message = desks.look(rep, now, desk -> conversation.home(desk, page, now));
        JsonObject view = new JsonObject();
        view.addProperty("type", "home");
        view.add("blocks", Drawn.blocks(BlockKit.inView(message, BLOCKS_MAX)));
        JsonObject call = new JsonObject();
        call.addProperty("user_id", rep.user());
        call.add("view", view);
        return call;
    }

    private void published(RepId rep, Reply reply) {
        switch (reply.kind()) {
            case OK -> over(rep, false);
            case LIMITED -> later.run(reply.after(), () -> over(rep, true));
            case REFUSED, UNKNOWN -> {
                LOG.warn("A Home tab stays as it was: {}", reply.error());
                over(rep, false);
            }
        }
    }

    private void over(RepId rep, boolean again) {
        boolean stale;
        synchronized (this) {
            Tab tab = tab(rep);
            stale = tab.stale;
            tab.underWay = false;
            tab.stale = false;
        }
        if (again || stale) {
            refresh(rep);
        }
    }

    private Tab tab(RepId rep) {
        return tabs.computeIfAbsent(rep, any -> new Tab());
    }
}
