package steward.worksheet.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LocalYearTest {

    private static final LocalDate FRIDAY = LocalDate.of(2027, 3, 5);

    @Test
    void aDayOffFallsBackToTheLastWorkday() {
        assertThat(LocalYear.UNKNOWN.workdayUpTo(FRIDAY)).isEqualTo(FRIDAY);
        assertThat(LocalYear.UNKNOWN.workdayUpTo(FRIDAY.plusDays(2))).isEqualTo(FRIDAY);
    }

    @Test
    void theDaysOffAreTheRepsOwn() {
        LocalYear gulf =
                working(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);
        assertThat(gulf.workdayUpTo(FRIDAY)).isEqualTo(FRIDAY.minusDays(1));
        assertThat(gulf.workdayUpTo(FRIDAY.plusDays(2))).isEqualTo(FRIDAY.plusDays(2));

        assertThat(working(DayOfWeek.TUESDAY).workdayUpTo(FRIDAY)).isEqualTo(FRIDAY.minusDays(3));
    }

    private static LocalYear working(DayOfWeek... days) {
        return new LocalYear(false, Optional.empty(), Set.of(days));
    }
}
