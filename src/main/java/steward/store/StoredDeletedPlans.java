package steward.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import steward.rep.RepId;
import steward.store.database.Database;

/** The plans that reps deleted: each goes with every word of it once the day is over on which it could be brought back. */
final class StoredDeletedPlans {

    private static final int AT_ONCE_MAX = 10;

    /** What is kept of a plan, in an order in which nothing refers to what is gone. */
    private static final List<String> ERASE = List.of(
            "delete from entry where team_id = :team and plan_id = :plan",
            "delete from intent where team_id = :team and owner_id = :owner and plan_id = :plan",
            "update nudge set shown = '' where team_id = :team and user_id = :owner"
                    + " and ' ' || subjects like '% ' || :plan || '.%'",
            "update rep set asked_beside = '' where team_id = :team and user_id = :owner"
                    + " and asked_beside like '%' || :plan || '%'",
            "delete from plan where team_id = :team and plan_id = :plan");

    private record Due(RepId owner, String plan) {}

    private final Database database;

    StoredDeletedPlans(Database database) {
        this.database = database;
    }

    void erase(Instant now) {
        // Most of the time there are none, and then nothing is written.
        List<Due> due = database.read(handle -> handle.createQuery("""
                        select team_id, owner_id, plan_id
                        from plan
                        where erase_at <= :now
                        order by erase_at
                        limit :max
                        """)
                .bind("now", now.toEpochMilli())
                .bind("max", AT_ONCE_MAX)
                .map((row, context) -> new Due(
                        new RepId(row.getString("team_id"), row.getString("owner_id")), row.getString("plan_id")))
                .list());
        for (Due each : due) {
            database.write(each.owner(), handle -> erase(handle, each, now));
            database.erased();
        }
    }

    /** Unless it was brought back at the last moment. */
    private static boolean erase(Handle handle, Due due, Instant now) {
        boolean isDue = handle.createQuery(
                        "select 1 from plan where team_id = :team and plan_id = :plan and erase_at <= :now")
                .bind("team", due.owner().team())
                .bind("plan", due.plan())
                .bind("now", now.toEpochMilli())
                .mapTo(int.class)
                .findOne()
                .isPresent();
        if (isDue) {
            ERASE.forEach(rows -> handle.createUpdate(rows)
                    .bind("team", due.owner().team())
                    .bind("owner", due.owner().user())
                    .bind("plan", due.plan())
                    .execute());
        }
        return isDue;
    }
}
