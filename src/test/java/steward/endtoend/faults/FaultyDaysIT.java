package steward.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.endtoend.fixtures.TestStore;

/** The fault run for half a minute, as {@code src/bench/README.md} tells of it. */
class FaultyDaysIT {

    @ParameterizedTest(name = "with seed {0}")
    @ValueSource(longs = 20_260_302)
    void nothingIsLostOrDoubledThoughAllGoesWrong(long seed, @TempDir Path data) throws Exception {
        FaultyDays.Size size = new FaultyDays.Size(60, 2, 3, 3, 0, Duration.ofMillis(200), Duration.ofSeconds(2));
        Map<String, Collection<String>> wrong = new FaultyDays(TestStore.sqlite(data), size, seed).live();

        assertThat(wrong)
                .isNotEmpty()
                .allSatisfy((what, which) -> assertThat(which).as(what).isEmpty());
    }
}
