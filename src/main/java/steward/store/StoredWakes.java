package steward.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import steward.nudges.Wakes;
import steward.rep.RepId;

/** When reps are to be looked at next, in the database. */
final class StoredWakes implements Wakes {

    private final Database database;

    StoredWakes(Database database) {
        this.database = database;
    }

    @Override
    public List<RepId> lease(Instant now, Duration lease, int repsAWorkspaceMax) {
        // Most of the time nobody is due, and then nothing is written.
        return anyIsDue(now) ? leased(now, lease, repsAWorkspaceMax) : List.of();
    }

    private boolean anyIsDue(Instant now) {
        return database.read(handle -> handle.createQuery("""
                        select 1
                        from rep
                        where wake_at <= :now and (leased_until is null or leased_until <= :now)
                        limit 1
                        """)
                .bind("now", now.toEpochMilli())
                .mapTo(int.class)
                .findOne()
                .isPresent());
    }

    private List<RepId> leased(Instant now, Duration lease, int repsAWorkspaceMax) {
        return database.write(handle -> handle.createQuery("""
                        update rep
                        set leased_until = :until
                        where (team_id, user_id) in (
                            select team_id, user_id
                            from rep
                            where wake_at <= :now and (leased_until is null or leased_until <= :now)
                                and (team_id, user_id) in (
                                    select team_id, user_id
                                    from (
                                        select
                                            team_id,
                                            user_id,
                                            row_number() over (partition by team_id order by wake_at, user_id) as place
                                        from rep
                                        where wake_at <= :now and (leased_until is null or leased_until <= :now)
                                    ) as due
                                    where place <= :max
                                )
                            %s
                        )
                        returning team_id, user_id
                        """.formatted(database.passingOverLocked()))
                .bind("now", now.toEpochMilli())
                .bind("until", now.plus(lease).toEpochMilli())
                .bind("max", repsAWorkspaceMax)
                .map((row, context) -> new RepId(row.getString("team_id"), row.getString("user_id")))
                .list());
    }
}
