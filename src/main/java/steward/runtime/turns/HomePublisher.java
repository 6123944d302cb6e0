package steward.runtime.turns;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.conversation.Conversation;
import steward.conversation.session.RepSessions;
import steward.rep.RepId;
import steward.rep.Reps;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.LoggableError;
import steward.runtime.chat.Renderer;
import steward.runtime.sending.MessageSender;
import steward.runtime.sending.Timer;

/**
 * Publishes the Home tab of the reps who look at theirs, whenever something may have changed there.
 *
 * <p>Nothing depends on it, and nothing waits for it: a tab is drawn once all else has been sent to its rep, as things stand then, and
 * what could not be published is left for the next time. Safe for use by several threads.
 */
public final class HomePublisher {

    private static final Logger LOG = LoggerFactory.getLogger(HomePublisher.class);

    /** What is known of one rep's tab. */
    private static final class Tab {
        /** Which page they see, from 1. */
        private int page = 1;
        /** They have just looked, which is yet to be noted. */
        private boolean looked;
        /** They have looked at it at some time, as far as is known. */
        private boolean sees;

        private boolean underWay;
        /** Something changed while it was under way. */
        private boolean stale;
    }

    private final Chat chat;
    private final Renderer renderer;
    private final RepSessions sessions;
    private final Reps reps;
    private final Conversation conversation;
    private final MessageSender sender;
    private final InstantSource clock;
    private final Timer timer;

    private final MinuteMemory lookedUp = new MinuteMemory();

    /** Guarded by this. */
    private final Map<RepId, Tab> tabs = new HashMap<>();

    public HomePublisher(
            Chat chat,
            Renderer renderer,
            RepSessions sessions,
            Reps reps,
            Conversation conversation,
            MessageSender sender,
            InstantSource clock,
            Timer timer) {
        this.chat = chat;
        this.renderer = renderer;
        this.sessions = sessions;
        this.reps = reps;
        this.conversation = conversation;
        this.sender = sender;
        this.clock = clock;
        this.timer = timer;
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
    public void refresh(RepId rep) {
        sender.afterwards(rep, () -> {
            if (isLookedAt(rep)) {
                publish(rep);
            }
        });
    }

    /** Nothing is kept of a rep any more: their tab shows nothing of it either. Returns at once. */
    public void forgotten(RepId rep) {
        synchronized (this) {
            tab(rep).page = 1;
            tab(rep).looked = false;
            tab(rep).sees = false;
        }
        sender.afterwards(rep, () -> publish(rep));
    }

    private boolean isLookedAt(RepId rep) {
        boolean looked;
        boolean sees;
        synchronized (this) {
            looked = tab(rep).looked;
            tab(rep).looked = false;
            sees = tab(rep).sees;
        }
        if (looked || (!sees && lookedUp.isDue(rep, clock.instant()))) {
            sees = reps.seesHome(rep);
            lookedUp.lookedUp(rep, clock.instant());
        }
        if (looked && !sees) {
            reps.lookedAtHome(rep);
        }
        synchronized (this) {
            tab(rep).sees = looked || sees;
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
            published(rep, chat.publishHome(rep, view(rep, page)));
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "A Home tab could not be drawn", e);
            over(rep, false);
        }
    }

    private String view(RepId rep, int page) {
        Instant now = clock.instant();
        return renderer.home(sessions.look(rep, now, session -> conversation.home(session, page, now)));
    }

    private void published(RepId rep, ChatResult<Void> result) {
        if (!result.after().isZero()) {
            timer.run(result.after(), () -> over(rep, true));
            return;
        }
        if (!result.isDone()) {
            LOG.warn("A Home tab stays as it was: {}", result.error());
        }
        over(rep, false);
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
