package steward.slack;

import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.rep.Reps;

/** Asks Slack what reps are called and where their clock stands, at first sight and then once a day. Safe for several threads. */
final class Profiles {

    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);
    private static final Duration FRESH = Duration.ofDays(1);

    private final Workspaces workspaces;
    private final Reps reps;
    private final InstantSource clock;
    private final Executor executor;
    private final Consumer<RepId> learnt;
    private final Set<RepId> asked = ConcurrentHashMap.newKeySet();

    /** @param learnt hears of reps about whom something was learnt */
    Profiles(Workspaces workspaces, Reps reps, InstantSource clock, Executor executor, Consumer<RepId> learnt) {
        this.workspaces = workspaces;
        this.reps = reps;
        this.clock = clock;
        this.executor = executor;
        this.learnt = learnt;
    }

    /** Notes that a rep is here, and returns at once. */
    void see(RepId rep) {
        if (asked.add(rep)) {
            executor.execute(() -> refresh(rep));
        }
    }

    private void refresh(RepId id) {
        try {
            Optional<Reps.Known> known = reps.known(id);
            if (known.filter(this::isFresh).isPresent()) {
                asked.remove(id);
                return;
            }
            var unused = workspaces
                    .in(id.team())
                    .read("users.info", Map.of("user", id.user()))
                    .thenAccept(reply -> learn(id, known, reply))
                    .whenComplete((done, failure) -> over(id, failure));
        } catch (RuntimeException e) {
            over(id, e);
        }
    }

    private boolean isFresh(Reps.Known known) {
        return known.at().plus(FRESH).isAfter(clock.instant());
    }

    private void learn(RepId id, Optional<Reps.Known> known, Reply reply) {
        if (reply.kind() != Reply.Kind.OK) {
            LOG.warn("A rep's profile is not to be had: {}", reply.error());
            return;
        }
        if (known.isPresent() && reps.known(id).isEmpty()) {
            // They were forgotten meanwhile.
            return;
        }
        save(id, known, Json.object(reply.json(), "user"));
    }

    private void save(RepId id, Optional<Reps.Known> known, JsonObject user) {
        Rep before = known.map(Reps.Known::rep).orElseGet(() -> new Rep(id, "", ZoneOffset.UTC));
        ZoneId zone = zone(Json.text(user, "tz"), before.zone());
        reps.save(new Rep(id, name(user), zone, before.preferences(), Json.isTrue(user, "deleted")), clock.instant());
        learnt.accept(id);
    }

    /**
     * Takes what Slack says has changed about a person, if they are a rep: they travelled, say, or left.
     *
     * @param user as {@code users.info} has them
     */
    void changed(RepId id, JsonObject user) {
        Optional<Reps.Known> known = reps.known(id);
        if (known.isPresent()) {
            save(id, known, user);
        }
    }

    private static String name(JsonObject user) {
        JsonObject profile = Json.object(user, "profile");
        return Stream.of(
                        Json.text(profile, "real_name"),
                        Json.text(user, "real_name"),
                        Json.text(profile, "display_name"),
                        Json.text(user, "name"))
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(Typed::from)
                .orElse("");
    }

    private static ZoneId zone(String tz, ZoneId otherwise) {
        try {
            return tz.isEmpty() ? otherwise : ZoneId.of(tz);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    private void over(RepId id, @Nullable Throwable failure) {
        asked.remove(id);
        if (failure != null) {
            LOG.error("A rep's profile could not be kept", Trouble.of(failure));
        }
    }
}
