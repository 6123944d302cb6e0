package steward.store.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import steward.rep.RepId;
import steward.store.database.Database;

/** The nudges that went out long ago about plans that are closed or deleted by now, and those that came before so many others. */
final class NudgeSweep implements Sweep {

    /** A few in each step. */
    private static final int REPS_MAX = 10;

    /** Who opens a plan again soon is not nudged about the same once more. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** Of a rep. No turn reads more of them. */
    private static final int NEWEST_MAX = 1_000;

    private static final RepId FIRST = new RepId("", "");

    private record Nudge(String kind, String day, String subjects, long at) {

        /** Subjects are kept as {@code plan.row}, with spaces between. */
        boolean isAbout(String plan) {
            return Stream.of(subjects.split(" ", 0)).anyMatch(subject -> subject.startsWith(plan + "."));
        }
    }

    private final Database database;
    private RepId last = FIRST;

    NudgeSweep(Database database) {
        this.database = database;
    }

    @Override
    public boolean step(Instant now) {
        long before = now.minus(KEPT).toEpochMilli();
        RepId from = last;
        List<RepId> reps = database.read(handle -> after(handle, from));
        for (RepId rep : reps) {
            if (!database.read(handle -> expired(handle, rep, before)).isEmpty()) {
                // Anew, as a plan may have been opened again.
                database.write(rep, handle -> purge(handle, rep, expired(handle, rep, before)));
            }
        }
        boolean isMore = reps.size() == REPS_MAX;
        last = isMore ? reps.get(reps.size() - 1) : FIRST;
        return isMore;
    }

    private static List<RepId> after(Handle handle, RepId from) {
        return of(from, handle.createQuery("""
                        select distinct team_id, user_id
                        from nudge
                        where (team_id, user_id) > (:team, :user)
                        order by team_id, user_id
                        limit :max
                        """))
                .bind("max", REPS_MAX)
                .map((row, context) -> new RepId(row.getString("team_id"), row.getString("user_id")))
                .list();
    }

    private static List<Nudge> expired(Handle handle, RepId rep, long before) {
        List<Nudge> newestFirst = nudges(handle, rep);
        if (newestFirst.isEmpty() || newestFirst.get(newestFirst.size() - 1).at() > before) {
            return List.of();
        }
        List<String> live = livePlans(handle, rep);
        List<Nudge> expired = new ArrayList<>();
        for (int i = 0; i < newestFirst.size(); i++) {
            Nudge nudge = newestFirst.get(i);
            if (nudge.at() <= before && (i >= NEWEST_MAX || live.stream().noneMatch(nudge::isAbout))) {
                expired.add(nudge);
            }
        }
        return expired;
    }

    private static List<Nudge> nudges(Handle handle, RepId rep) {
        return of(rep, handle.createQuery("""
                        select kind, day, subjects, at
                        from nudge
                        where team_id = :team and user_id = :user
                        order by at desc, kind desc, day desc
                        """))
                .map((row, context) -> new Nudge(
                        row.getString("kind"), row.getString("day"), row.getString("subjects"), row.getLong("at")))
                .list();
    }

    private static List<String> livePlans(Handle handle, RepId rep) {
        return of(rep, handle.createQuery("""
                        select plan_id
                        from plans
                        where team_id = :team and owner_id = :user and status <> 'closed'
                        """)).mapTo(String.class).list();
    }

    private static int purge(Handle handle, RepId rep, List<Nudge> expired) {
        PreparedBatch batch = handle.prepareBatch(
                "delete from nudge where team_id = :team and user_id = :user and kind = :kind and day = :day");
        for (Nudge nudge : expired) {
            of(rep, batch).bind("kind", nudge.kind()).bind("day", nudge.day()).add();
        }
        batch.execute();
        return expired.size();
    }

    private static <T extends SqlStatement<T>> T of(RepId rep, T statement) {
        return statement.bind("team", rep.team()).bind("user", rep.user());
    }
}
