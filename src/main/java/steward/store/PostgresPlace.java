package steward.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.JdbiException;

/** A PostgreSQL database, by its address, which may hold a password: it is shown to nobody. */
final class PostgresPlace extends Place {

    /** User and password come after the question mark: before it, the driver would take them for a host, and tell everybody. */
    private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql:[^?@]*(?:\\?.*)?");

    private final String url;
    private final String shown;

    private PostgresPlace(String url) {
        this.url = url;
        this.shown = url.substring("jdbc:".length()).replaceFirst("\\?.*", "");
    }

    static Optional<Place> of(String url) {
        return ADDRESS.matcher(url).matches() && isUnderstood(url)
                ? Optional.of(new PostgresPlace(url))
                : Optional.empty();
    }

    private static boolean isUnderstood(String url) {
        try {
            return DriverManager.getDriver(url).acceptsURL(url);
        } catch (SQLException e) {
            // There is no driver for such an address.
            return false;
        }
    }

    /** As the driver takes it, with user and password. */
    String url() {
        return url;
    }

    @Override
    Database open() {
        return Postgres.open(this);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, Postgres.settings());
    }

    /** In a sentence, what a failure means for whoever wants to open the store. */
    StoreUnusable unusable(JdbiException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e) {
                return StoreUnusable.closed(shown, reason(e), failure);
            }
        }
        return StoreUnusable.closed(shown, failure.getMessage(), failure);
    }

    /** By <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's codes</a>. */
    private static String reason(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        return switch (state) {
            case "28000", "28P01" -> "it does not let this user in with this password";
            case "3D000" -> "there is no such database";
            case "25006" -> "it may only be read";
            case "42501" -> "its user may not make tables there";
            case "53100" -> "its disk is full";
            case "53300" -> "it has no connection left";
            case "57P03" -> "it is just starting or stopping";
            default -> state.startsWith("08") ? "nobody answers there" : "PostgreSQL says " + firstLine(e);
        };
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("nothing");
    }

    @Override
    public String toString() {
        return shown;
    }
}
