package steward.worksheet.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.worksheet.questions.Replies.GERMANY;
import static steward.worksheet.questions.Replies.HERE;
import static steward.worksheet.questions.Replies.read;
import static steward.worksheet.questions.Replies.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steward.worksheet.questions.Replies;
import steward.worksheet.values.Hours;
import steward.worksheet.values.YearlyHours;

class YearlyHoursAnswerTest {

    private static final YearlyHoursAnswer SPENT = new YearlyHoursAnswer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3h a week               | 9360
            3 per week              | 9360
            3h/wk                   | 9360
            3 h weekly              | 9360
            2h weekly               | 6240
            weekly 3h               | 9360
            3h every week           | 9360
            3 p.w.                  | 9360
            1h30 a week             | 4680
            an hour a week          | 3120
            half an hour each week  | 1560
            30m per week            | 1560
            12 hours monthly        | 8640
            20 hours per month      | 14400
            150/yr                  | 9000
            150 / year              | 9000
            150h throughout the year | 9000
            150 hours a year        | 9000
            150 p.a.                | 9000
            8,760 h a year          | 525600
            """)
    void readsAnyOnePeriod(String said, long minutes) {
        assertThat(read(SPENT, said, HERE)).isEqualTo(new YearlyHours(minutes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3h                          | week, month or year
            1h30 a day                  | week, month or year
            a lot                       | week, month or year
            3h a week, 12 h a month     | more than one
            0 a week                    | no time
            -3h a week                  | below zero
            1h75 a week                 | 60 minutes
            weekly                      | amount of time
            2-3h a week                 | Pick one amount of time
            3-4h a week                 | Pick one amount of time
            3h a week or 4h a week      | Pick one amount of time
            3 to 4 hours per month      | Pick one amount of time
            few hrs a week              | one amount of time
            a few hrs a week            | one amount of time
            twice a week 1h             | amount of time
            8,761 h a year              | 8,760
            169 a week                  | 8,760
            99999999999999999999 a week | more time
            """)
    void refusesWithTheReason(String said, String reason) {
        assertThat(refused(SPENT, said, HERE)).contains(reason).contains("3h a week");
    }

    @Test
    void isShownByTheWeekTheMonthAndTheYear() {
        assertThat(SPENT.shown(new YearlyHours(9_360), HERE)).isEqualTo("3 h a week · 13 h a month · 156 h a year");
        assertThat(SPENT.shown(new YearlyHours(9_000), HERE)).isEqualTo("2.9 h a week · 12.5 h a month · 150 h a year");
        assertThat(SPENT.shown(new YearlyHours(9_000), GERMANY)).startsWith("2,9 h a week");
    }

    @Test
    void isKeptAsMinutesAYear() {
        assertThat(SPENT.kept(new YearlyHours(9_360))).isEqualTo("9360");
        assertThat(new YearlyHours(9_360).inAYear()).isEqualTo(Hours.of(156));
    }

    @Test
    void survivesAnything() {
        Replies.survivesAnything(SPENT);
    }
}
