package steward.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.rep.Reps;

/** The reps, in the database. */
final class StoredReps implements Reps {

    private final Sqlite database;

    StoredReps(Sqlite database) {
        this.database = database;
    }

    @Override
    public Optional<Known> known(RepId id) {
        return database.read(handle -> find(handle, id));
    }

    static Optional<Known> find(Handle handle, RepId id) {
        return handle.createQuery("""
                        select name, zone, known_at
                        from rep
                        where team_id = :team and user_id = :user and known_at is not null
                        """)
                .bind("team", id.team())
                .bind("user", id.user())
                .map((row, context) -> new Known(
                        new Rep(id, row.getString("name"), ZoneId.of(row.getString("zone"))),
                        Instant.ofEpochMilli(row.getLong("known_at"))))
                .findOne();
    }

    @Override
    public void save(Rep rep, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        insert into rep (team_id, user_id, name, zone, known_at)
                        values (:team, :user, :name, :zone, :at)
                        on conflict (team_id, user_id) do update
                        set name = excluded.name, zone = excluded.zone, known_at = excluded.known_at
                        """)
                .bind("team", rep.id().team())
                .bind("user", rep.id().user())
                .bind("name", rep.name())
                .bind("zone", rep.zone().getId())
                .bind("at", now.toEpochMilli())
                .execute());
    }
}
