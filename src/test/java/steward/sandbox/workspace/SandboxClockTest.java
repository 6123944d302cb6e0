package steward.sandbox.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.sandbox.page.ClockJump;

class SandboxClockTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");

    @TempDir
    Path data;

    private final AtomicReference<Instant> machine = new AtomicReference<>(MONDAY);

    @Test
    void goesWithTheMachineUntilItIsMovedOn() {
        SandboxClock clock = clock();
        machine.set(MONDAY.plusSeconds(5));
        assertThat(clock.instant()).isEqualTo(MONDAY.plusSeconds(5));
        clock.moveOn(Duration.ofDays(7));
        assertThat(clock.instant()).isEqualTo(MONDAY.plusSeconds(5).plus(Duration.ofDays(7)));
    }

    @Test
    void keepsItsOffsetOverARestart() {
        clock().moveOn(Duration.ofHours(30));
        clock().moveOn(Duration.ofHours(2));
        assertThat(clock().instant()).isEqualTo(MONDAY.plus(Duration.ofHours(32)));
    }

    @Test
    void neverGoesBackWithTheMachine() {
        SandboxClock clock = clock();
        machine.set(MONDAY.minusSeconds(3600));
        assertThat(clock.instant()).isEqualTo(MONDAY);
        clock.moveOn(Duration.ofMinutes(1));
        assertThat(clock.instant()).isEqualTo(MONDAY.plusSeconds(60));
        assertThat(clock().instant()).isEqualTo(MONDAY.plusSeconds(60));
    }

    @Test
    void catchesUpWithWhatHasHappened() {
        SandboxClock clock = clock();
        clock.notBefore(MONDAY.plusSeconds(90));
        assertThat(clock.instant()).isEqualTo(MONDAY.plusSeconds(90));
        clock.notBefore(MONDAY);
        assertThat(clock.instant()).isEqualTo(MONDAY.plusSeconds(90));
    }

    @Test
    void refusesToGoBack() {
        SandboxClock clock = clock();
        assertThatThrownBy(() -> clock.moveOn(Duration.ofSeconds(-1))).hasMessage("The clock only moves forward.");
        assertThatThrownBy(() -> clock.moveOn(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsOfADamagedFileInOneSentence() throws Exception {
        Files.writeString(data.resolve("clock"), "soon");
        assertThatThrownBy(this::clock).hasMessageContaining("clock file").hasMessageContaining("is damaged");
    }

    @Test
    void jumpsByThePersonsLocalTime() {
        ZoneId chicago = ZoneId.of("America/Chicago");
        // Saturday 7 March 2026, 22:00 in Chicago: clocks change in that night.
        Instant saturday = Instant.parse("2026-03-08T04:00:00Z");
        assertThat(saturday.plus(ClockJump.TOMORROW.step(saturday, chicago)))
                .isEqualTo(Instant.parse("2026-03-08T14:00:00Z"));
        assertThat(saturday.plus(ClockJump.MONDAY.step(saturday, chicago)))
                .isEqualTo(Instant.parse("2026-03-09T14:00:00Z"));
        assertThat(ClockJump.WEEK.step(saturday, chicago)).isEqualTo(Duration.ofHours(7 * 24 - 1));
        assertThat(ClockJump.HOUR.step(saturday, chicago)).isEqualTo(Duration.ofHours(1));
    }

    private SandboxClock clock() {
        return new SandboxClock(machine::get, data);
    }
}
