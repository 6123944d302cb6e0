package steward.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import steward.message.About;
import steward.message.Intent;
import steward.message.Outbox;
import steward.message.Purpose;
import steward.message.Stamp;
import steward.rep.RepId;

/** Messages on their way to reps, in the database. */
final class StoredOutbox implements Outbox {

    private final Sqlite database;

    StoredOutbox(Sqlite database) {
        this.database = database;
    }

    /** Puts a message in, inside the transaction of the turn that decided it. */
    static void add(Handle handle, Intent intent, Instant now) {
        handle.createUpdate("""
                        insert into intent
                            (team_id, intent_id, owner_id, plan_id, question, row_no, purpose, body, target, state, created_at)
                        values (:team, :intent, :owner, :plan, :question, :row, :purpose, :body, :target, 'waiting', :at)
                        """)
                .bind("team", intent.rep().team())
                .bind("intent", intent.id())
                .bind("owner", intent.rep().user())
                .bind("plan", intent.about().plan())
                .bind("question", intent.about().question())
                .bind("row", intent.about().row())
                .bind("purpose", intent.purpose().name())
                .bind("body", intent.body())
                .bind("target", intent.channel().orElse(null))
                .bind("at", now.toEpochMilli())
                .execute();
    }

    @Override
    public List<Pending> pending() {
        return database.read(handle -> handle.createQuery("""
                        select team_id, intent_id, owner_id, plan_id, question, row_no, purpose, body, target, state, created_at
                        from intent
                        where state in ('waiting', 'doubtful')
                        order by n
                        """)
                .map((row, context) -> new Pending(
                        intent(row),
                        row.getString("state").equals("doubtful"),
                        Instant.ofEpochMilli(row.getLong("created_at"))))
                .list());
    }

    private static Intent intent(ResultSet row) throws SQLException {
        return new Intent(
                row.getString("intent_id"),
                new RepId(row.getString("team_id"), row.getString("owner_id")),
                Purpose.valueOf(row.getString("purpose")),
                new About(row.getString("plan_id"), row.getString("question"), row.getInt("row_no")),
                row.getString("body"),
                Optional.ofNullable(row.getString("target")));
    }

    @Override
    public void sending(Intent intent) {
        database.write(handle -> handle.createUpdate("""
                        update intent
                        set state = 'doubtful'
                        where team_id = :team and intent_id = :intent and state = 'waiting'
                        """)
                .bind("team", intent.rep().team())
                .bind("intent", intent.id())
                .execute());
    }

    @Override
    public void notSent(Intent intent) {
        database.write(handle -> handle.createUpdate("""
                        update intent
                        set state = 'waiting'
                        where team_id = :team and intent_id = :intent and state = 'doubtful'
                        """)
                .bind("team", intent.rep().team())
                .bind("intent", intent.id())
                .execute());
    }

    @Override
    public void sent(Intent intent, String channel, Optional<Stamp> stamp) {
        database.write(handle -> handle.createUpdate("""
                        update intent
                        set state = 'sent', channel = :channel, stamp = :stamp, reason = null
                        where team_id = :team and intent_id = :intent
                        """)
                .bind("channel", channel)
                .bind("stamp", stamp.map(Stamp::micros).orElse(null))
                .bind("team", intent.rep().team())
                .bind("intent", intent.id())
                .execute());
    }

    @Override
    public void refused(Intent intent, String reason) {
        database.write(handle -> handle.createUpdate("""
                        update intent
                        set state = 'refused', reason = :reason
                        where team_id = :team and intent_id = :intent and state <> 'sent'
                        """)
                .bind("reason", reason)
                .bind("team", intent.rep().team())
                .bind("intent", intent.id())
                .execute());
    }

    @Override
    public Optional<Arrival> arrival(RepId rep, String intent) {
        return database.read(handle -> arrival(handle, rep, intent));
    }

    static Optional<Arrival> arrival(Handle handle, RepId rep, String intent) {
        return handle.createQuery("""
                        select channel, stamp
                        from intent
                        where team_id = :team and owner_id = :owner and intent_id = :intent and state = 'sent'
                            and stamp is not null
                        """)
                .bind("team", rep.team())
                .bind("owner", rep.user())
                .bind("intent", intent)
                .map((row, context) -> new Arrival(row.getString("channel"), new Stamp(row.getLong("stamp"))))
                .findOne();
    }

    @Override
    public Optional<String> room(RepId rep) {
        return database.read(handle -> handle.createQuery("""
                        select room
                        from rep
                        where team_id = :team and user_id = :user and room is not null
                        """)
                .bind("team", rep.team())
                .bind("user", rep.user())
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void room(RepId rep, String channel) {
        database.write(handle -> handle.createUpdate("""
                        insert into rep (team_id, user_id, room)
                        values (:team, :user, :room)
                        on conflict (team_id, user_id) do update
                        set room = excluded.room
                        """)
                .bind("team", rep.team())
                .bind("user", rep.user())
                .bind("room", channel)
                .execute());
    }

    @Override
    public void forgetRoom(RepId rep, String channel) {
        database.write(handle -> handle.createUpdate("""
                        update rep
                        set room = null
                        where team_id = :team and user_id = :user and room = :room
                        """)
                .bind("team", rep.team())
                .bind("user", rep.user())
                .bind("room", channel)
                .execute());
    }
}
