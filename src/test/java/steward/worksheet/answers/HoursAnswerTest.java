package steward.worksheet.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.worksheet.questions.Replies.GERMANY;
import static steward.worksheet.questions.Replies.HERE;
import static steward.worksheet.questions.Replies.read;
import static steward.worksheet.questions.Replies.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.worksheet.questions.Replies;
import steward.worksheet.values.Hours;

class HoursAnswerTest {

    private static final HoursAnswer REQUIRED = HoursAnswer.required();
    private static final HoursAnswer ON_A_DAY = HoursAnswer.onADay();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1h30                    | 90
            1 h 30                  | 90
            1h 30m                  | 90
            1 hour and 30 minutes   | 90
            1h05                    | 65
            90m                     | 90
            90 min                  | 90
            1:30                    | 90
            1:30 h                  | 90
            1:30h                   | 90
            twenty minutes          | 20
            forty-five minutes      | 45
            a couple of hours       | 120
            2.5h                    | 150
            2,5 h                   | 150
            2.5 hours               | 150
            half an hour            | 30
            a half hour             | 30
            ½ hour                  | 30
            a quarter of an hour    | 15
            three quarters of an hour | 45
            an hour                 | 60
            One hour                | 60
            two hours               | 120
            an hour and a half      | 90
            one and a half hours    | 90
            2 and a half hours      | 150
            2½ h                    | 150
            about 2 hours.          | 120
            ~2h                     | 120
            2                       | 120
            12                      | 720
            0.5                     | 30
            .5h                     | 30
            １h３０                   | 90
            1.33 h                  | 80
            1 1/2h                  | 90
            1 1/2 hours             | 90
            1 1/2                   | 90
            1/2 h                   | 30
            1/4 hour                | 15
            3/4 of an hour          | 45
            2 1/4 h                 | 135
            1¾ h                    | 105
            """)
    void bothReadAnAmountOfTime(String said, long minutes) {
        assertThat(read(REQUIRED, said, HERE)).isEqualTo(new Hours(minutes));
        assertThat(read(ON_A_DAY, said, HERE)).isEqualTo(new Hours(minutes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0           | no time
            0h          | no time
            0 min       | no time
            0.001 h     | no time
            1h75        | 60 minutes
            1:75        | 60 minutes
            1 h 60      | 60 minutes
            -2          | below zero
            -1h30       | below zero
            minus 2h    | below zero
            abc         | amount of time
            2-3 hours   | Pick one amount
            2h or 3h    | Pick one amount
            two to three hours | Pick one amount
            between 2 and 3 h  | Pick one amount
            half        | one amount
            a third     | one amount
            2 3         | one amount
            2h 3h 4h    | one amount
            1.5h30      | one amount
            2 days      | one amount
            2 days      | how many hours
            half a day  | how many hours half a day
            a week      | how many hours a week
            1.5 weeks   | how many hours
            about half a day | how many hours half a day
            1h 30h      | one amount
            1:30 min    | one amount
            1:3         | one amount
            1:300       | one amount
            """)
    void bothRefuseWithTheReason(String said, String reason) {
        assertThat(refused(REQUIRED, said, HERE)).contains(reason).contains("like `40` or `104h`.");
        assertThat(refused(ON_A_DAY, said, HERE)).contains(reason).contains("like `1h30` or `90 min`.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            56          | 56
            5000        | 5000
            1,200 hours | 1200
            1 200 h     | 1200
            """)
    void hoursRequiredMayBeMany(String said, long hours) {
        assertThat(read(REQUIRED, said, HERE)).isEqualTo(Hours.of(hours));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5001", "5,001 h", "1000000 hours", "99999999999999999999999 h"})
    void hoursRequiredHaveALimit(String said) {
        assertThat(refused(REQUIRED, said, HERE)).contains("more").contains("like `40` or `104h`.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "30", "12.5", "90"})
    void onADayABareNumberAboveTwelveIsAskedAbout(String said) {
        assertThat(refused(ON_A_DAY, said, HERE)).contains("Minutes or hours?");
    }

    @Test
    void aDayHas24Hours() {
        assertThat(read(ON_A_DAY, "24h", HERE)).isEqualTo(Hours.of(24));
        assertThat(refused(ON_A_DAY, "24h01", HERE)).contains("24 hours");
        assertThat(refused(ON_A_DAY, "1,500 min", HERE)).contains("24 hours");
    }

    @ParameterizedTest
    @CsvSource({"90, 1 h 30", "3360, 56 h", "45, 45 min", "65, 1 h 05", "72030, '1,200 h 30'"})
    void isShownInHoursAndMinutes(long minutes, String shown) {
        Hours hours = new Hours(minutes);
        assertThat(REQUIRED.shown(hours, HERE)).isEqualTo(shown);
        assertThat(read(REQUIRED, shown, HERE)).isEqualTo(hours);
        assertThat(read(REQUIRED, REQUIRED.shown(hours, GERMANY), GERMANY)).isEqualTo(hours);
        assertThat(REQUIRED.kept(hours)).isEqualTo(Long.toString(minutes));
    }

    @Test
    void survivesAnything() {
        Replies.survivesAnything(REQUIRED);
        Replies.survivesAnything(ON_A_DAY);
    }
}
