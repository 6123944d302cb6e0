package steward.store.installations;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import steward.rep.Installation;
import steward.store.database.DatabaseLocation;
import steward.store.files.StoreLock;

/** The tokens of all workspaces as they are stored, encrypted: for whoever looks after the key. */
public final class StoredTokens {

    private final DatabaseLocation place;

    public StoredTokens(DatabaseLocation place) {
        this.place = place;
    }

    /**
     * A workspace or an organization that has installed Steward.
     *
     * @param at since when
     */
    public record Installed(Installation installation, Instant at) {}

    /** All of them in the order in which they came, while Steward serves or not; there must be a store. */
    public List<Installed> installed() {
        return place.snapshot(StoredInstallations::installed);
    }

    /** Those that there are, while Steward serves or not; there must be a store. */
    public List<Installation> all() {
        return place.snapshot(StoredTokens::all);
    }

    private static List<Installation> all(Handle handle) {
        return StoredInstallations.withTokens(handle);
    }

    /**
     * Changes each of them, all or none, while no Steward is at work on the store.
     *
     * @return how many
     */
    public int change(UnaryOperator<Installation> change) {
        return alone(handle -> {
            List<Installation> before = all(handle);
            before.forEach(each -> StoredInstallations.replace(handle, change.apply(each)));
            return before.size();
        });
    }

    /**
     * Forgets them, and nothing else, while no Steward is at work on the store: each workspace is to install Steward again, and finds all as it was.
     *
     * @return the names of the workspaces, and of the organizations
     */
    public List<String> forget() {
        return alone(handle -> {
            List<String> names = all(handle).stream()
                    .map(each -> (each.organization() ? "all of " : "") + each.name())
                    .toList();
            handle.execute("update installation set token = null, refresh_token = null, expires_at = null,"
                    + " leased_until = null, version = version + 1");
            return names;
        });
    }

    private <T> T alone(Function<Handle, T> work) {
        StoreLock alone = place.alone();
        try {
            return place.change(handle -> {
                place.migrations.assertUpToDate(handle, place.toString());
                return work.apply(handle);
            });
        } finally {
            alone.close();
        }
    }
}
