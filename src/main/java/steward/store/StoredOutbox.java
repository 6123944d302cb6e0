package steward.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import steward.message.About;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.Outbox;
import steward.message.Outbox.Arrival;
import steward.message.Purpose;
import steward.message.Stamp;
import steward.rep.RepId;
import steward.store.database.Database;

/** Messages on their way to reps, in the database; where they went is kept, but not what they said. */
final class StoredOutbox implements Outbox {

    private static final int ROOMS_MAX = 10_000;

    private final Database database;
    private final Worker worker;

    /** Rooms that were looked up; one that is there no more is forgotten as soon as the chat says so. */
    private final Map<RepId, String> rooms = new ConcurrentHashMap<>();

    StoredOutbox(Database database, Worker worker) {
        this.database = database;
        this.worker = worker;
    }

    /** Puts a message in, inside the transaction of the turn that decided it, for a worker to send. */
    static void add(Handle handle, Worker worker, Intent intent, Instant now) {
        handle.createUpdate("""
                        insert into intent
                            (team_id, intent_id, owner_id, plan_id, question, row_no, purpose, body, target, worker, state, created_at)
                        values (:team, :intent, :owner, :plan, :question, :row, :purpose, :body, :target, :worker, 'waiting', :at)
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
                .bind("worker", worker.name())
                .bind("at", now.toEpochMilli())
                .execute();
    }

    @Override
    public List<Pending> pending() {
        return database.read(handle ->
                handle.createQuery("""
                        select team_id, intent_id, owner_id, plan_id, question, row_no, purpose, body, target, state, created_at
                        from intent
                        where state in ('waiting', 'doubtful')
                        order by n
                        """).map((row, context) -> unsent(row)).list());
    }

    private static Pending unsent(ResultSet row) throws SQLException {
        return new Pending(
                intent(row),
                row.getString("state").equals("doubtful"),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    @Override
    public List<Pending> adopt(Instant now) {
        return database.write(handle -> {
            List<String> gone = StoredWorkers.gone(handle, worker, now);
            return gone.isEmpty() ? List.of() : takenOver(handle, gone);
        });
    }

    /** Changed rows come back in any order. */
    private List<Pending> takenOver(Handle handle, List<String> gone) {
        Map<Long, Pending> inOrder = new TreeMap<>();
        handle.createQuery("""
                        update intent
                        set worker = :me
                        where state in ('waiting', 'doubtful') and coalesce(worker, '') in (<workers>)
                        returning
                            n, team_id, intent_id, owner_id, plan_id, question, row_no, purpose, body, target, state, created_at
                        """)
                .bind("me", worker.name())
                .bindList("workers", gone)
                .map((row, context) -> Map.entry(row.getLong("n"), unsent(row)))
                .forEach(each -> inOrder.put(each.getKey(), each.getValue()));
        return List.copyOf(inOrder.values());
    }

    @Override
    public List<Pending> own(Instant before) {
        return database.read(handle -> handle.createQuery("""
                        select team_id, intent_id, owner_id, plan_id, question, row_no, purpose, body, target, state, created_at
                        from intent
                        where state in ('waiting', 'doubtful') and worker = :me and created_at < :before
                        order by n
                        """)
                .bind("me", worker.name())
                .bind("before", before.toEpochMilli())
                .map((row, context) -> unsent(row))
                .list());
    }

    @Override
    public void alive(Instant now) {
        new StoredWorkers(database).alive(worker, now);
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
    public boolean sending(Intent intent) {
        return database.write(
                intent.rep(),
                handle -> handle.createUpdate("""
                                update intent
                                set state = 'doubtful'
                                where team_id = :team and intent_id = :intent and worker = :me
                                    and state in ('waiting', 'doubtful')
                                """)
                                .bind("team", intent.rep().team())
                                .bind("intent", intent.id())
                                .bind("me", worker.name())
                                .execute()
                        == 1);
    }

    @Override
    public void takeBack(Intent nudge, Instant now) {
        database.write(nudge.rep(), handle -> {
            StoredNudges nudges = new StoredNudges(handle, nudge.rep());
            // One of a rep who is forgotten is there no more, and they are looked at no more.
            if (nudges.takeBack(nudge.id())) {
                nudges.wakeAt(Optional.of(now));
            }
            return nudge;
        });
    }

    @Override
    public void notSent(Intent intent) {
        database.write(
                intent.rep(),
                handle -> handle.createUpdate("""
                        update intent
                        set state = 'waiting'
                        where team_id = :team and intent_id = :intent and state = 'doubtful'
                        """)
                        .bind("team", intent.rep().team())
                        .bind("intent", intent.id())
                        .execute());
    }

    @Override
    public void sent(Intent intent, Optional<Arrival> arrival) {
        database.write(
                intent.rep(),
                handle -> handle.createUpdate("""
                        update intent
                        set state = 'sent', body = '', channel = :channel, message_id = :message, stamp = :stamp, reason = null
                        where team_id = :team and intent_id = :intent
                        """)
                        .bind(
                                "channel",
                                arrival.map(Arrival::message)
                                        .map(MessageRef::channel)
                                        .orElse(null))
                        .bind(
                                "message",
                                arrival.map(Arrival::message)
                                        .map(MessageRef::id)
                                        .orElse(null))
                        .bind(
                                "stamp",
                                arrival.map(Arrival::stamp).map(Stamp::order).orElse(null))
                        .bind("team", intent.rep().team())
                        .bind("intent", intent.id())
                        .execute());
    }

    @Override
    public void refused(Intent intent, String reason) {
        database.write(intent.rep(), handle -> refused(handle, intent.rep(), intent.id(), reason));
    }

    static int refused(Handle handle, RepId rep, String intent, String reason) {
        return handle.createUpdate("""
                        update intent
                        set state = 'refused', body = '', reason = :reason
                        where team_id = :team and intent_id = :intent and state <> 'sent'
                        """)
                .bind("reason", reason)
                .bind("team", rep.team())
                .bind("intent", intent)
                .execute();
    }

    @Override
    public void gone(Intent intent, String reason) {
        database.write(intent.rep(), handle -> {
            new StoredNudges(handle, intent.rep()).unclaim(intent.id());
            StoredReps.gone(handle, intent.rep());
            return refused(handle, intent.rep(), intent.id(), reason);
        });
    }

    @Override
    public Optional<Arrival> arrival(RepId rep, String intent) {
        return database.read(handle -> arrival(handle, rep, intent));
    }

    static Optional<Arrival> arrival(Handle handle, RepId rep, String intent) {
        return handle.createQuery("""
                        select channel, message_id, stamp
                        from intent
                        where team_id = :team and owner_id = :owner and intent_id = :intent and state = 'sent'
                            and message_id is not null
                        """)
                .bind("team", rep.team())
                .bind("owner", rep.user())
                .bind("intent", intent)
                .map((row, context) -> new Arrival(
                        new MessageRef(row.getString("channel"), row.getString("message_id")),
                        new Stamp(row.getLong("stamp"))))
                .findOne();
    }

    @Override
    public Optional<String> room(RepId rep) {
        Optional<String> remembered = Optional.ofNullable(rooms.get(rep));
        return remembered.or(() -> keptRoom(rep).map(room -> remember(rep, room)));
    }

    /** Looks all rooms up anew. */
    void forgetRooms() {
        rooms.clear();
    }

    private String remember(RepId rep, String room) {
        if (rooms.size() >= ROOMS_MAX) {
            rooms.clear();
        }
        rooms.put(rep, room);
        return room;
    }

    private Optional<String> keptRoom(RepId rep) {
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
        rooms.remove(rep);
        database.write(
                rep,
                handle -> handle.createUpdate("""
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
        rooms.remove(rep);
        database.write(
                rep,
                handle -> handle.createUpdate("""
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
