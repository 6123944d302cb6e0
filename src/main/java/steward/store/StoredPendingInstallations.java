package steward.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import steward.rep.PendingInstallations;
import steward.store.database.Database;

/** Installations that somebody has begun in a browser, in the database. */
final class StoredPendingInstallations implements PendingInstallations {

    /** Anybody may begin one, so there must be an end to them. */
    private static final int BEGUN_MAX = 10_000;

    private final Database database;

    StoredPendingInstallations(Database database) {
        this.database = database;
    }

    @Override
    public boolean begin(String state, String browser, Instant until, Instant now) {
        return database.write(handle -> {
            handle.createUpdate("delete from pending_installation where ends_at <= :now")
                    .bind("now", now.toEpochMilli())
                    .execute();
            return begun(handle) < BEGUN_MAX
                    && handle.createUpdate("""
                                            insert into pending_installation (state, browser, ends_at)
                                            values (:state, :browser, :until)
                                            """)
                                    .bind("state", state)
                                    .bind("browser", browser)
                                    .bind("until", until.toEpochMilli())
                                    .execute()
                            == 1;
        });
    }

    private static int begun(Handle handle) {
        return handle.createQuery("select count(*) from pending_installation")
                .mapTo(int.class)
                .one();
    }

    @Override
    public boolean end(String state, String browser, Instant now) {
        return database.write(handle -> handle.createUpdate("""
                                delete from pending_installation
                                where state = :state and browser = :browser and ends_at > :now
                                """)
                        .bind("state", state)
                        .bind("browser", browser)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1);
    }
}
