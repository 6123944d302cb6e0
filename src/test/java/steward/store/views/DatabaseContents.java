package steward.store.views;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All that is in a database, as text that is the same whichever kind of database it is. */
public final class DatabaseContents {

    private static final String NAMES_IN_SQLITE =
            "select name from sqlite_schema where type = '%s' and name not like 'sqlite_%%'";
    private static final String NAMES_IN_POSTGRESQL =
            "select table_name from information_schema.tables where table_schema = 'public' and table_type = '%s'";

    private DatabaseContents() {}

    /** The rows of each table, but for which migrations it has seen: one kind of database begins with several at once. */
    public static SortedMap<String, List<String>> tables(Jdbi jdbi) {
        SortedMap<String, List<String>> tables = rows(jdbi, "table", "BASE TABLE");
        tables.remove("schema_version");
        return tables;
    }

    public static SortedMap<String, List<String>> views(Jdbi jdbi) {
        return rows(jdbi, "view", "VIEW");
    }

    private static SortedMap<String, List<String>> rows(Jdbi jdbi, String inSqlite, String inPostgresql) {
        return jdbi.withHandle(handle -> {
            SortedMap<String, List<String>> all = new TreeMap<>();
            String names = isSqlite(handle)
                    ? NAMES_IN_SQLITE.formatted(inSqlite)
                    : NAMES_IN_POSTGRESQL.formatted(inPostgresql);
            handle.createQuery(names)
                    .mapTo(String.class)
                    .forEach(name -> all.put(
                            name,
                            handle.createQuery("select * from " + name).map((row, context) -> line(row)).stream()
                                    .sorted()
                                    .toList()));
            return all;
        });
    }

    private static boolean isSqlite(Handle handle) {
        try {
            return handle.getConnection().getMetaData().getDatabaseProductName().equals("SQLite");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            values.add(row.getMetaData().getColumnLabel(column) + "=" + text(row.getObject(column)));
        }
        return String.join("|", values);
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "-";
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : "'" + value + "'";
    }
}
