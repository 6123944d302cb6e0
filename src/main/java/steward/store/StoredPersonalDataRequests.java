package steward.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import steward.conversation.session.PersonalDataRequests;
import steward.conversation.session.RepSession;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.rep.RepId;
import steward.store.PlanCache.OfRep;
import steward.store.database.Database;
import steward.store.retention.Audit;

/** The reps who want their own file, in the database, and the end of all that is kept of a rep. */
final class StoredPersonalDataRequests implements PersonalDataRequests {

    private static final int LEASED_MAX = 10;

    /** What is kept of a rep, in an order in which nothing refers to what is gone. */
    private static final List<String> FORGET = List.of(
            "delete from entry where team_id = :team"
                    + " and plan_id in (select plan_id from plan where team_id = :team and owner_id = :user)",
            "delete from plan where team_id = :team and owner_id = :user",
            "delete from intent where team_id = :team and owner_id = :user",
            "delete from nudge where team_id = :team and user_id = :user",
            "delete from rep where team_id = :team and user_id = :user",
            "delete from personal_data_request where team_id = :team and user_id = :user");

    private final Database database;
    private final Worker worker;

    StoredPersonalDataRequests(Database database, Worker worker) {
        this.database = database;
        this.worker = worker;
    }

    /** Notes inside the transaction of a turn what a rep wants. Who wanted to be forgotten still does if they ask for the file alone. */
    static void want(Handle handle, RepId rep, Instant now, boolean thenForget) {
        handle.createUpdate("""
                        insert into personal_data_request (team_id, user_id, asked_at, forget)
                        values (:team, :user, :at, :forget)
                        on conflict (team_id, user_id) do update
                        set asked_at = excluded.asked_at,
                            forget = case when personal_data_request.forget = 1 then 1 else excluded.forget end,
                            leased_until = 0
                        """)
                .bind("team", rep.team())
                .bind("user", rep.user())
                .bind("at", now.toEpochMilli())
                .bind("forget", thenForget ? 1 : 0)
                .execute();
    }

    @Override
    public List<Request> lease(Instant now, Duration lease) {
        // Most of the time there is nobody, and then nothing is written.
        return isAnybodyDue(now) ? leased(now, lease) : List.of();
    }

    private boolean isAnybodyDue(Instant now) {
        return database.read(
                handle -> handle.createQuery("select 1 from personal_data_request where leased_until <= :now limit 1")
                        .bind("now", now.toEpochMilli())
                        .mapTo(int.class)
                        .findOne()
                        .isPresent());
    }

    private List<Request> leased(Instant now, Duration lease) {
        return database.write(handle -> handle.createQuery("""
                        update personal_data_request
                        set leased_until = :until
                        where (team_id, user_id) in (
                            select team_id, user_id
                            from personal_data_request
                            where leased_until <= :now
                            order by asked_at
                            limit :max
                            %s
                        )
                        returning team_id, user_id, asked_at, forget
                        """.formatted(database.passingOverLocked()))
                .bind("now", now.toEpochMilli())
                .bind("until", now.plus(lease).toEpochMilli())
                .bind("max", LEASED_MAX)
                .map((row, context) -> new Request(
                        new RepId(row.getString("team_id"), row.getString("user_id")),
                        Instant.ofEpochMilli(row.getLong("asked_at")),
                        row.getInt("forget") == 1))
                .list());
    }

    @Override
    public void later(Request wanted, Instant from) {
        database.write(
                wanted.rep(),
                handle -> about(wanted, handle.createUpdate("""
                        update personal_data_request
                        set leased_until = :from
                        where team_id = :team and user_id = :user and asked_at = :asked and forget = :forget
                        """))
                        .bind("from", from.toEpochMilli())
                        .execute());
    }

    @Override
    public void delivered(Request wanted) {
        database.write(wanted.rep(), handle -> isOver(handle, wanted));
    }

    @Override
    public boolean giveUp(Request wanted, Intent notice, Instant now) {
        return database.write(wanted.rep(), handle -> {
            boolean wasWanted = isOver(handle, wanted);
            if (wasWanted) {
                StoredOutbox.add(handle, worker, notice, now);
            }
            return wasWanted;
        });
    }

    /** Ends a wish, if it is still what the rep wants. */
    private static boolean isOver(Handle handle, Request wanted) {
        return about(wanted, handle.createUpdate("""
                        delete from personal_data_request
                        where team_id = :team and user_id = :user and asked_at = :asked and forget = :forget
                        """)).execute() == 1;
    }

    @Override
    public Optional<List<MessageRef>> forget(
            Request wanted, Predicate<RepSession> hasAll, Intent farewell, Instant now) {
        Optional<List<MessageRef>> forgotten = database.write(wanted.rep(), handle -> {
            StoredRepSession session = new StoredRepSession(handle, worker, wanted.rep(), "", now, OfRep.NOTHING);
            if (!hasAll.test(session) || !mayGo(handle, wanted, now)) {
                return Optional.empty();
            }
            List<MessageRef> messages = messages(handle, wanted.rep());
            FORGET.forEach(rows -> of(wanted.rep(), handle.createUpdate(rows)).execute());
            StoredOutbox.add(handle, worker, farewell, now);
            Audit.forgotten(handle, wanted.rep(), now);
            return Optional.of(messages);
        });
        if (forgotten.isPresent()) {
            database.erased();
        }
        return forgotten;
    }

    @Override
    public void eraseDeletedPlans(Instant now) {
        new StoredDeletedPlans(database).erase(now);
    }

    /** Lets the entries of a rep go who still wants them to, and has them as a file. */
    private static boolean mayGo(Handle handle, Request wanted, Instant now) {
        return about(wanted, handle.createUpdate("""
                        update personal_data_request
                        set handed_at = :now
                        where team_id = :team and user_id = :user and asked_at = :asked and forget = :forget and forget = 1
                        """))
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /** What was shared elsewhere is there for others too. */
    private static List<MessageRef> messages(Handle handle, RepId rep) {
        return of(rep, handle.createQuery("""
                        select channel, message_id
                        from intent
                        where team_id = :team and owner_id = :user and state = 'sent' and message_id is not null
                            and target is null
                        order by n desc
                        """))
                .map((row, context) -> new MessageRef(row.getString("channel"), row.getString("message_id")))
                .list();
    }

    private static <T extends SqlStatement<T>> T about(Request wanted, T statement) {
        return of(wanted.rep(), statement)
                .bind("asked", wanted.askedAt().toEpochMilli())
                .bind("forget", wanted.thenForget() ? 1 : 0);
    }

    private static <T extends SqlStatement<T>> T of(RepId rep, T statement) {
        return statement.bind("team", rep.team()).bind("user", rep.user());
    }
}
