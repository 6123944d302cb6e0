package steward.store.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.store.PostgresServer;
import steward.store.Store;
import steward.store.StoreFixture;

/** Of the same talk, every view says the same in SQLite and in PostgreSQL, and words are put in the same order. */
class BothStoresTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = 11)
    void everyViewSaysTheSame(long seed) {
        Path file = folder.resolve("steward.db");
        String database = PostgresServer.freshDatabase();
        talk(Store.sqlite(file), seed);
        talk(Store.open(PostgresServer.place(database)), seed);

        Jdbi sqlite = Jdbi.create("jdbc:sqlite:" + file);
        Jdbi postgresql = Jdbi.create(database);
        Map<String, List<String>> views = DatabaseContents.views(sqlite);
        assertThat(DatabaseContents.views(postgresql)).isEqualTo(views);
        assertThat(views)
                .containsOnlyKeys(
                        "plans",
                        "answers",
                        "contacts",
                        "opportunities",
                        "actions",
                        "time_log",
                        "roti",
                        "settled",
                        "turning_points",
                        "kept_plans",
                        "cycle_starts",
                        "deleted_plans");
        // Nobody deletes a plan in this talk.
        views.remove("deleted_plans");
        assertThat(views.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        assertThat(words(postgresql)).isEqualTo(words(sqlite));
    }

    private static void talk(Store store, long seed) {
        try (store) {
            RandomConversation.talk(store, StoreFixture.PRIYA, new Random(seed));
            FullPlan.write(store, StoreFixture.TOM);
        }
    }

    private static List<String> words(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("select value from answers order by value, plan_id, number")
                .mapTo(String.class)
                .list());
    }
}
