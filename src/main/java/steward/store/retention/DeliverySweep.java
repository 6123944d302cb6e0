package steward.store.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import steward.conversation.session.ExpiredRecords;
import steward.store.database.Database;

/**
 * The deliveries that were taken so long ago that they are not taken if they come again.
 *
 * <p>They are looked through in the order of their names, which lie side by side: an index by their age would have to be written in each
 * turn.
 */
final class DeliverySweep implements Sweep {

    /** So few at a time that no turn waits long for its own. */
    private static final int ROWS_MAX = 500;

    /** Whoever wrote when a delivery was taken may have had a clock a little behind. */
    private static final Duration KEPT = ExpiredRecords.DELIVERIES_KEPT.plus(Duration.ofHours(1));

    private static final Row FIRST = new Row("", "", 0);

    private record Row(String team, String key, long at) {}

    private final Database database;
    private Row last = FIRST;

    DeliverySweep(Database database) {
        this.database = database;
    }

    @Override
    public boolean step(Instant now) {
        long before = now.minus(KEPT).toEpochMilli();
        Row from = last;
        List<Row> rows = database.read(handle -> after(handle, from));
        boolean isMore = rows.size() == ROWS_MAX;
        if (rows.stream().anyMatch(row -> isExpired(row, before))) {
            Row to = rows.get(rows.size() - 1);
            database.write(handle -> purge(handle, from, to, before));
        }
        last = isMore ? rows.get(rows.size() - 1) : FIRST;
        return isMore;
    }

    private static boolean isExpired(Row row, long before) {
        return row.at() <= before && !row.key().startsWith(ExpiredRecords.KEPT_FOR_GOOD);
    }

    private static List<Row> after(Handle handle, Row from) {
        return from(from, handle.createQuery("""
                        select team_id, key, at
                        from delivery
                        where (team_id, key) > (:team, :key)
                        order by team_id, key
                        limit :max
                        """))
                .bind("max", ROWS_MAX)
                .map((row, context) -> new Row(row.getString("team_id"), row.getString("key"), row.getLong("at")))
                .list();
    }

    private static int purge(Handle handle, Row from, Row to, long before) {
        return from(from, handle.createUpdate("""
                        delete from delivery
                        where (team_id, key) > (:team, :key) and (team_id, key) <= (:last_team, :last_key)
                            and at <= :before and key not like :for_good
                        """))
                .bind("last_team", to.team())
                .bind("last_key", to.key())
                .bind("before", before)
                .bind("for_good", ExpiredRecords.KEPT_FOR_GOOD + "%")
                .execute();
    }

    private static <T extends SqlStatement<T>> T from(Row from, T statement) {
        return statement.bind("team", from.team()).bind("key", from.key());
    }
}
