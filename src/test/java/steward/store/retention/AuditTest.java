package steward.store.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.store.Store;
import steward.store.database.Backup;
import steward.store.database.DatabaseLocation;
import steward.store.database.StoreUnusable;
import steward.store.retention.Audit.Act;

/** What is done to the data of others is kept, and stays through a backup. */
class AuditTest {

    private static final Instant MONDAY = Instant.parse("2027-03-01T15:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whoDidWhatAndWhenIsKept() {
        DatabaseLocation place = DatabaseLocation.file(folder.resolve("steward.db"));
        try (Store store = Store.open(place)) {
            assertThat(store.isReady()).isTrue();
            Audit.keep(place, MONDAY, "ann", Act.EXPORT, "T1 U1");
        }
        new Backup(folder.resolve("backup")).write(place);
        new Backup(folder.resolve("backup")).restore(place, MONDAY);
        Audit.keep(place, MONDAY.plusMillis(1), "bob", Act.RESTORE, "backup");

        assertThat(Jdbi.create("jdbc:sqlite:" + folder.resolve("steward.db"))
                        .<List<String>, RuntimeException>withHandle(handle -> handle.createQuery(
                                        "select at || ' ' || who || ' ' || what || ' ' || about from audit order by n")
                                .mapTo(String.class)
                                .list()))
                .containsExactly("1803913200000 ann export T1 U1", "1803913200001 bob restore backup");
    }

    @Test
    void whereThereIsNoStoreNothingIsKept() {
        assertThatThrownBy(() -> Audit.keep(
                        DatabaseLocation.file(folder.resolve("steward.db")), MONDAY, "ann", Act.EXPORT, "T1 U1"))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("no store");
    }
}
