package steward.store.database;

import org.jdbi.v3.core.JdbiException;

/** The database could not be had in the time that there was. */
final class WaitOver extends JdbiException {

    private static final long serialVersionUID = 1;

    WaitOver() {
        super("The database could not be had in time");
    }
}
