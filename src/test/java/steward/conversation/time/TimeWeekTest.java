package steward.conversation.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weeks of the time log as reps name them, on Wednesday 4 March 2026. */
class TimeWeekTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

    @ParameterizedTest
    @CsvSource({
        "'', 2026-03-02",
        "this week, 2026-03-02",
        "last week, 2026-02-23",
        "week 2026-W10, 2026-03-02",
        "week 2026-W01, 2025-12-29",
        "week 9, 2026-02-23",
        "week 2026-W53, 2026-12-28",
        "week of 2026-02-22, 2026-02-16"
    })
    void aWeekBeginsOnItsMonday(String words, LocalDate monday) {
        assertThat(TimeWeek.monday(words, TODAY)).contains(monday);
    }

    @ParameterizedTest
    @ValueSource(strings = {"week 54", "week 2025-W53", "week 0", "week 2026-02-30", "acme", "weekly call"})
    void whatNamesNoWeekIsNone(String words) {
        assertThat(TimeWeek.monday(words, TODAY)).isEmpty();
    }
}
