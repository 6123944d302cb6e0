package steward.store.retention;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import steward.rep.RepId;
import steward.store.database.DatabaseLocation;

/** Who did what to the data of others, and when: kept for good, without a word of what it was. */
public final class Audit {

    /** What is kept of. */
    public enum Act {
        EXPORT("export"),
        IMPORT("import"),
        RESTORE("restore"),
        FORGET("forget"),
        FORGET_TOKENS("tokens forget"),
        ROTATE_KEY("key rotate");

        private final String kept;

        Act(String kept) {
            this.kept = kept;
        }
    }

    private Audit() {}

    /**
     * Keeps what somebody at the command line does, while Steward serves or not.
     *
     * @param who as the machine knows them
     * @param about whose data, or which file
     */
    public static void keep(DatabaseLocation place, Instant at, String who, Act act, String about) {
        place.change(handle -> {
            place.migrations.assertUpToDate(handle, place.toString());
            return add(handle, at, who, act, about);
        });
    }

    /** A rep is forgotten, as they wanted. */
    public static void forgotten(Handle handle, RepId rep, Instant at) {
        String who = rep.team() + " " + rep.user();
        add(handle, at, who, Act.FORGET, who);
    }

    /** All that was written in a workspace is forgotten, since it uninstalled Steward. */
    public static void forgotten(Handle handle, String team, Instant at) {
        add(handle, at, team, Act.FORGET, team);
    }

    private static int add(Handle handle, Instant at, String who, Act act, String about) {
        return handle.createUpdate("insert into audit (at, who, what, about) values (:at, :who, :what, :about)")
                .bind("at", at.toEpochMilli())
                .bind("who", who)
                .bind("what", act.kept)
                .bind("about", about)
                .execute();
    }
}
