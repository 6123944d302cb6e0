package steward.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import steward.nudges.WakeTimes;
import steward.rep.RepId;
import steward.store.database.Database;

/** When reps are to be looked at next, in the database. */
final class StoredWakeTimes implements WakeTimes {

    private static final String DUE =
            "wake_at <= :now and (leased_until is null or leased_until <= :now) and team_id not in (<full>)";

    private final Database database;

    StoredWakeTimes(Database database) {
        this.database = database;
    }

    @Override
    public List<RepId> lease(Instant now, Duration lease, int repsAWorkspaceMax, Set<String> full) {
        // Most of the time nobody is due, and then nothing is written.
        return anyIsDue(now, full) ? leased(now, lease, repsAWorkspaceMax, full) : List.of();
    }

    private boolean anyIsDue(Instant now, Set<String> full) {
        return database.read(handle -> due(handle.createQuery("select 1 from rep where " + DUE + " limit 1"), now, full)
                .mapTo(int.class)
                .findOne()
                .isPresent());
    }

    private List<RepId> leased(Instant now, Duration lease, int repsAWorkspaceMax, Set<String> full) {
        return database.write(handle -> due(
                        handle.createQuery("""
                        update rep
                        set leased_until = :until
                        where (team_id, user_id) in (
                            select team_id, user_id
                            from rep
                            where %1$s
                                and (team_id, user_id) in (
                                    select team_id, user_id
                                    from (
                                        select
                                            team_id,
                                            user_id,
                                            row_number() over (partition by team_id order by wake_at, user_id) as place
                                        from rep
                                        where %1$s
                                    ) as due
                                    where place <= :max
                                )
                            %2$s
                        )
                        returning team_id, user_id
                        """.formatted(DUE, database.passingOverLocked())), now, full)
                .bind("until", now.plus(lease).toEpochMilli())
                .bind("max", repsAWorkspaceMax)
                .map((row, context) -> new RepId(row.getString("team_id"), row.getString("user_id")))
                .list());
    }

    private static Query due(Query query, Instant now, Set<String> full) {
        return query.bind("now", now.toEpochMilli())
                // No list in SQL may be empty, and no workspace has an empty name.
                .bindList("full", Stream.concat(Stream.of(""), full.stream()).toList());
    }
}
