package steward.store.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was written in workspaces that Steward has left, until it is taken away. */
public final class LeftWorkspaces {

    /** So few at a time that no turn waits long for its own. */
    private static final int FORGOTTEN_ROWS_MAX = 1_000;

    private static final int FORGOTTEN_PLANS_MAX = 10;

    /** What is kept of a workspace beside its plans, in an order in which nothing refers to what is gone. */
    private static final List<String> FORGET = List.of(
            "delete from intent where n in (select n from intent where team_id = :team limit :max)",
            "delete from delivery where team_id = :team"
                    + " and key in (select key from delivery where team_id = :team limit :max)",
            "delete from nudge where (team_id, user_id, kind, day)"
                    + " in (select team_id, user_id, kind, day from nudge where team_id = :team limit :max)",
            "delete from personal_data_request where team_id = :team"
                    + " and user_id in (select user_id from personal_data_request where team_id = :team limit :max)",
            "delete from rep where team_id = :team"
                    + " and user_id in (select user_id from rep where team_id = :team limit :max)");

    private LeftWorkspaces() {}

    public static Optional<String> due(Handle handle, Instant now) {
        return handle.createQuery("select team_id from installation where forget_at <= :now order by forget_at limit 1")
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findOne();
    }

    /** Of an organization what is left of its workspaces, one after the other. */
    public static void forgetSome(Handle handle, String left, Instant now) {
        List<String> teams = toForget(handle, left);
        boolean some = teams.stream()
                .anyMatch(team ->
                        forgetPlans(handle, team) || FORGET.stream().anyMatch(rows -> forgetRows(handle, team, rows)));
        if (!some) {
            handle.createUpdate("delete from organization_team where organization_id = :left")
                    .bind("left", left)
                    .execute();
            handle.createUpdate("delete from installation where team_id = :left")
                    .bind("left", left)
                    .execute();
            if (!teams.isEmpty()) {
                handle.createUpdate("delete from organization_team where team_id = :left")
                        .bind("left", left)
                        .execute();
                Audit.forgotten(handle, left, now);
            }
        }
    }

    /** Not the workspaces for which Steward was installed in another way too: then that one decides. */
    private static List<String> toForget(Handle handle, String left) {
        return handle.createQuery("""
                        select :left as team_id
                        where not exists (
                            select 1
                            from organization_team o join installation i on i.team_id = o.organization_id
                            where o.team_id = :left
                        )
                        union all
                        select o.team_id
                        from organization_team o
                        where o.organization_id = :left
                            and not exists (select 1 from installation i where i.team_id = o.team_id)
                        """).bind("left", left).mapTo(String.class).list();
    }

    private static boolean forgetRows(Handle handle, String team, String rows) {
        return handle.createUpdate(rows)
                        .bind("team", team)
                        .bind("max", FORGOTTEN_ROWS_MAX)
                        .execute()
                > 0;
    }

    private static boolean forgetPlans(Handle handle, String team) {
        List<String> plans = handle.createQuery("select plan_id from plan where team_id = :team limit :max")
                .bind("team", team)
                .bind("max", FORGOTTEN_PLANS_MAX)
                .mapTo(String.class)
                .list();
        for (String plan : plans) {
            handle.createUpdate("delete from entry where team_id = :team and plan_id = :plan")
                    .bind("team", team)
                    .bind("plan", plan)
                    .execute();
            handle.createUpdate("delete from plan where team_id = :team and plan_id = :plan")
                    .bind("team", team)
                    .bind("plan", plan)
                    .execute();
        }
        return !plans.isEmpty();
    }
}
