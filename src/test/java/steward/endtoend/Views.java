package steward.endtoend;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The database's views, read as a report would read them: from outside, while Steward runs. */
final class Views {

    private final Jdbi jdbi;

    Views(Path database) {
        this.jdbi = Jdbi.create("jdbc:sqlite:" + database);
    }

    List<Map<String, Object>> rows(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapToMap().list());
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
