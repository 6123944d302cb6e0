package steward.nudges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.rep.WorkingWeek;

class AskedWeekTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-06", "2026-03-09", "2026-03-12"})
    void onItsLastWorkingDayThisWeekIsMeantAndThenLastWeek(LocalDate sent) {
        AskedWeek week = AskedWeek.of(sent(sent), WorkingWeek.STANDARD);

        assertThat(week).isEqualTo(new AskedWeek(MONDAY, LocalDate.of(2026, 3, 8), FRIDAY));
        assertThat(week.before().lastWorkday()).isEqualTo(FRIDAY.minusWeeks(1));
    }

    @Test
    void aWeekFromSundayToThursdayIsAWeek() {
        EnumSet<DayOfWeek> days = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
        days.add(DayOfWeek.SUNDAY);
        WorkingWeek week = WorkingWeek.STANDARD.withDays(days);
        AskedWeek asked = new AskedWeek(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 7), LocalDate.of(2026, 3, 5));

        assertThat(AskedWeek.of(sent(LocalDate.of(2026, 3, 5)), week)).isEqualTo(asked);
        assertThat(AskedWeek.of(sent(LocalDate.of(2026, 3, 8)), week)).isEqualTo(asked);
    }

    /** Whoever is asked on a Friday and says after it that they no longer work on Fridays was asked for that week all the same. */
    @Test
    void fewerWorkingDaysSinceLeaveTheWeekAsItWas() {
        WorkingWeek week = WorkingWeek.STANDARD.withDays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY));

        assertThat(AskedWeek.of(sent(FRIDAY), week).from()).isEqualTo(MONDAY);
    }

    @Test
    void itIsCalledAsAFriendWould() {
        AskedWeek week = AskedWeek.of(sent(FRIDAY), WorkingWeek.STANDARD);

        assertThat(week.called(FRIDAY)).isEqualTo("this week");
        assertThat(week.called(FRIDAY.plusDays(3))).isEqualTo("last week");
        assertThat(week.called(FRIDAY.plusWeeks(2))).isEqualTo("that week");
    }

    private static SentNudge sent(LocalDate day) {
        return new SentNudge(NudgeKind.TIME, day, Instant.EPOCH, List.of(), false);
    }
}
