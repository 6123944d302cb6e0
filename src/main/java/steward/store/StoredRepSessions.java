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

    StoredRepSessions(Database database, Worker worker) {
        this.database = database;
        this.worker = worker;
    }

    @Override
    public <T> Optional<T> take(RepId rep, String delivery, Instant now, Function<RepSession, T> turn) {
        return database.write(
                rep,
                handle -> isFirst(handle, rep, delivery, now)
                        ? Optional.of(taken(new StoredRepSession(handle, worker, rep, delivery, now), turn))
                        : Optional.empty());
    }

    private static <T> T taken(StoredRepSession session, Function<RepSession, T> turn) {
        T result = turn.apply(session);
        session.reckonIfMoved();
        return result;
    }

    @Override
    public <T> T look(RepId rep, Instant now, Function<RepSession, T> look) {
        return database.read(handle -> look.apply(new StoredRepSession(handle, worker, rep, "", now)));
    }

    /** Notes a delivery. Whoever brings the same one at the same moment waits here, and then is not the first. */
    private static boolean isFirst(Handle handle, RepId rep, String delivery, Instant now) {
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
