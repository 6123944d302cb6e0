package steward.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import steward.store.database.Database;

/** Knows which Stewards are at work on a store, so that one takes over what another that is gone left unsent. */
final class StoredWorkers {

    private record Seen(Worker worker, Optional<Instant> aliveAt) {}

    private final Database database;

    StoredWorkers(Database database) {
        this.database = database;
    }

    /** Notes that a worker is at work. */
    void alive(Worker worker, Instant now) {
        database.write(handle -> {
            handle.createUpdate("delete from worker where alive_at < :long_ago")
                    .bind(
                            "long_ago",
                            now.minus(Worker.SILENT_MAX.multipliedBy(2)).toEpochMilli())
                    .execute();
            return handle.createUpdate("""
                            insert into worker (name, alive_at)
                            values (:name, :at)
                            on conflict (name) do update
                            set alive_at = excluded.alive_at
                            """)
                    .bind("name", worker.name())
                    .bind("at", now.toEpochMilli())
                    .execute();
        });
    }

    /** Whether something can be written about a worker that matters to nobody. What is there already, SQLite would not write again. */
    static boolean isKept(Handle handle, Worker worker) {
        return handle.createUpdate("""
                        insert into worker (name, alive_at)
                        values (:name, 0)
                        on conflict (name) do update
                        set alive_at = worker.alive_at + 1
                        """).bind("name", worker.name()).execute() == 1;
    }

    /** A worker ends its work: what it has not sent is anybody's. */
    void leave(Worker worker) {
        database.write(handle -> {
            handle.createUpdate(
                            "update intent set worker = null where state in ('waiting', 'doubtful') and worker = :me")
                    .bind("me", worker.name())
                    .execute();
            return handle.createUpdate("delete from worker where name = :me")
                    .bind("me", worker.name())
                    .execute();
        });
    }

    /** The names of the others that left something unsent, and are not there any more. */
    static List<String> gone(Handle handle, Worker me, Instant now) {
        return handle
                .createQuery("""
                        select distinct coalesce(i.worker, '') as name, w.alive_at
                        from intent i
                        left join worker w on w.name = i.worker
                        where i.state in ('waiting', 'doubtful')
                        """)
                .map((row, context) -> new Seen(
                        new Worker(row.getString("name")),
                        Optional.ofNullable((Number) row.getObject("alive_at"))
                                .map(at -> Instant.ofEpochMilli(at.longValue()))))
                .list()
                .stream()
                .filter(seen -> !seen.worker().equals(me) && seen.worker().isGone(seen.aliveAt(), now))
                .map(seen -> seen.worker().name())
                .toList();
    }
}
