package steward.store.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** A table, by its name and columns, which are the same in every kind of database. */
record Table(String name, List<String> columns) {

    private static final int BATCH_ROWS = 1_000;

    long rows(Handle handle) {
        return handle.createQuery("select count(*) from " + name)
                .mapTo(long.class)
                .one();
    }

    /** Copies all rows, of which there may be millions, inside a transaction on either side; fails unless all have arrived. */
    void copy(Handle from, Handle to) {
        try {
            long read = copy(from.getConnection(), to.getConnection());
            if (read != rows(to)) {
                throw new IllegalStateException("Of " + read + " rows of " + name + ", " + rows(to) + " were copied.");
            }
        } catch (SQLException e) {
            throw new NotCopied(name, e);
        }
    }

    /** A database failed meanwhile. */
    static final class NotCopied extends JdbiException {

        private static final long serialVersionUID = 1;

        NotCopied(String table, SQLException cause) {
            super("The table " + table + " could not be copied", cause);
        }
    }

    private long copy(Connection from, Connection to) throws SQLException {
        String list = String.join(", ", columns);
        String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (PreparedStatement select = from.prepareStatement("select " + list + " from " + name);
                PreparedStatement insert =
                        to.prepareStatement("insert into " + name + " (" + list + ") values (" + places + ")")) {
            select.setFetchSize(BATCH_ROWS);
            long rows = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    for (int column = 1; column <= columns.size(); column++) {
                        insert.setObject(column, widened(row.getObject(column)));
                    }
                    insert.addBatch();
                    rows++;
                    if (rows % BATCH_ROWS == 0) {
                        insert.executeBatch();
                    }
                }
            }
            insert.executeBatch();
            return rows;
        }
    }

    /** SQLite gives each number as narrow as it is, and PostgreSQL would prepare a batch anew for each width. */
    private static @Nullable Object widened(@Nullable Object value) {
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }
}
