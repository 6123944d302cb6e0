package steward.runtime.turns;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.rep.Reps;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.LoggableError;
import steward.runtime.chat.UserProfile;
import steward.runtime.sending.KeyedExecutor;

/** Keeps reps' names and time zones as the chat has them: asks at first sight and then once a day. Safe for use by several threads. */
public final class UserProfiles {

    private static final Logger LOG = LoggerFactory.getLogger(UserProfiles.class);
    private static final Duration FRESH = Duration.ofDays(1);

    private final Chat chat;
    private final Reps reps;
    private final InstantSource clock;
    private final KeyedExecutor executor;
    private final Consumer<RepId> learnt;
    private final Set<RepId> asked = ConcurrentHashMap.newKeySet();
    private final MinuteMemory seen = new MinuteMemory();

    /** @param learnt hears of reps about whom something was learnt */
    public UserProfiles(Chat chat, Reps reps, InstantSource clock, KeyedExecutor executor, Consumer<RepId> learnt) {
        this.chat = chat;
        this.reps = reps;
        this.clock = clock;
        this.executor = executor;
        this.learnt = learnt;
    }

    /** Notes that a rep is here, and returns at once. */
    void see(RepId rep) {
        if (seen.isDue(rep, clock.instant()) && asked.add(rep)) {
            executor.execute(rep.team(), () -> refresh(rep));
        }
    }

    private void refresh(RepId id) {
        try {
            Optional<Reps.Known> known = reps.known(id);
            if (known.filter(this::isFresh).isPresent()) {
                seen.lookedUp(id, clock.instant());
            } else {
                learn(id, known, chat.profile(id));
            }
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "A rep's profile could not be kept", e);
        } finally {
            asked.remove(id);
        }
    }

    private boolean isFresh(Reps.Known known) {
        return known.at().plus(FRESH).isAfter(clock.instant());
    }

    private void learn(RepId id, Optional<Reps.Known> known, ChatResult<UserProfile> profile) {
        if (!profile.isDone()) {
            LOG.warn("A rep's profile is not to be had: {}", profile.error());
            return;
        }
        if (known.isPresent() && reps.known(id).isEmpty()) {
            // They were forgotten meanwhile.
            return;
        }
        save(id, known, profile.get());
    }

    private void save(RepId id, Optional<Reps.Known> known, UserProfile profile) {
        Rep before = known.map(Reps.Known::rep).orElseGet(() -> new Rep(id, "", ZoneOffset.UTC));
        Rep now = new Rep(
                id, profile.name(), profile.zone().orElse(before.zone()), before.preferences(), profile.isGone());
        reps.save(now, clock.instant());
        learnt.accept(id);
    }

    /** Takes what the chat says has changed about a person, if they are a rep: they travelled, say, or left. */
    public void changed(RepId id, UserProfile profile) {
        Optional<Reps.Known> known = reps.known(id);
        if (known.isPresent()) {
            save(id, known, profile);
        }
    }
}
