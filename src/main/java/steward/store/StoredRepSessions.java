package steward.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import steward.conversation.session.RepSession;
import steward.conversation.session.RepSessions;
import steward.rep.RepId;
import steward.store.database.Database;

/** Runs the turns of reps, each in a transaction of its own, in the database. */
final class StoredRepSessions implements RepSessions {

    private final Database database;
    private final Worker worker;
    private final PlanCache cache;

    StoredRepSessions(Database database, Worker worker, PlanCache cache) {
        this.database = database;
        this.worker = worker;
        this.cache = cache;
    }

    @Override
    public <T> Optional<T> take(RepId rep, String delivery, Instant now, Function<RepSession, T> turn) {
        Optional<Done<T>> done = database.write(
                rep,
                handle -> isFirst(handle, rep, delivery, now)
                        ? Optional.of(taken(session(handle, rep, delivery, now), turn))
                        : Optional.empty());
        done.ifPresent(this::keep);
        return done.map(Done::result);
    }

    static <T> Done<T> taken(StoredRepSession session, Function<RepSession, T> turn) {
        T result = turn.apply(session);
        session.reckonIfMoved();
        return new Done<>(session, result);
    }

    @Override
    public <T> T look(RepId rep, Instant now, Function<RepSession, T> look) {
        Done<T> done = database.read(handle -> {
            StoredRepSession session = session(handle, rep, "", now);
            return new Done<>(session, look.apply(session));
        });
        keep(done);
        return done.result();
    }

    private StoredRepSession session(Handle handle, RepId rep, String delivery, Instant now) {
        return new StoredRepSession(handle, worker, rep, delivery, now, cache.of(rep));
    }

    /** Only now that it is committed. */
    private void keep(Done<?> done) {
        cache.keep(done.session().owner(), done.session().toKeep());
    }

    record Done<T>(StoredRepSession session, T result) {}

    /** Notes a delivery. Whoever brings the same one at the same moment waits here, and then is not the first. */
    static boolean isFirst(Handle handle, RepId rep, String delivery, Instant now) {
        return handle.createUpdate("""
                        insert into delivery (team_id, key, at)
                        values (:team, :key, :at)
                        on conflict do nothing
                        """)
                        .bind("team", rep.team())
                        .bind("key", delivery)
                        .bind("at", now.toEpochMilli())
                        .execute()
                == 1;
    }
}
