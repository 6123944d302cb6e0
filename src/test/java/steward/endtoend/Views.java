package steward.endtoend;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The database's views, read as a report would read them: from outside, while Steward runs. */
final class Views {

    private final Jdbi jdbi;

    Views(Path database) {
        this(Jdbi.create("jdbc:sqlite:" + database));
    }

    Views(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whole numbers are integers, of whatever width the database has them. */
    List<Map<String, Object>> rows(String sql) {
        List<Map<String, Object>> rows =
                jdbi.withHandle(handle -> handle.createQuery(sql).mapToMap().list());
        rows.forEach(row -> row.replaceAll(
                (column, value) -> value instanceof Number number ? Math.toIntExact(number.longValue()) : value));
        return rows;
    }

    List<String> texts(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    int count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(int.class).one());
    }
}
