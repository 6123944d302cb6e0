package steward.rep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepTest {

    @ParameterizedTest
    @CsvSource({
        "Australia/Sydney, true",
        "Pacific/Auckland, true",
        "America/Sao_Paulo, true",
        "America/Argentina/Salta, true",
        "Africa/Johannesburg, true",
        "America/Chicago, false",
        "Europe/Berlin, false",
        "Asia/Kolkata, false",
        "UTC, false"
    })
    void theTimeZoneTellsOnWhichHalfOfTheGlobeTheyAre(String zone, boolean isSouthern) {
        assertThat(new Rep(new RepId("T1", "U1"), "Priya", ZoneId.of(zone)).isSouthern())
                .isEqualTo(isSouthern);
    }
}
