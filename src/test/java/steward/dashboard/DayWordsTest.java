package steward.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days as a friend would say them on Monday 2 March 2026. */
class DayWordsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02 | due today",
                "2026-03-03 | due tomorrow",
                "2026-03-08 | due Sunday",
                "2026-03-09 | due Mon 9 Mar",
                "2027-01-05 | due Tue 5 Jan 2027",
                "2026-03-01 | 1 day overdue",
                "2026-02-20 | 10 days overdue",
            })
    void due(LocalDate day, String words) {
        assertThat(DayWords.due(day, MONDAY)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02 | today",
                "2026-03-01 | yesterday",
                "2026-02-24 | on Tuesday",
                "2026-02-23 | on Mon 23 Feb",
                "2025-12-31 | on Wed 31 Dec 2025",
            })
    void ago(LocalDate day, String words) {
        assertThat(DayWords.ago(day, MONDAY)).isEqualTo(words);
    }
}
