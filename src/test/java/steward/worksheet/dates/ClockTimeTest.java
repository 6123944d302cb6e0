package steward.worksheet.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.worksheet.questions.Reading;

class ClockTimeTest {

    @ParameterizedTest
    @CsvSource({
        "9, 09:00",
        "09, 09:00",
        "9:00, 09:00",
        "09:30, 09:30",
        "17.30, 17:30",
        "1730, 17:30",
        "9h, 09:00",
        "9h30, 09:30",
        "0:00, 00:00",
        "23:59, 23:59",
        "5pm, 17:00",
        "5 PM, 17:00",
        "5 p.m., 17:00",
        "8:15am, 08:15",
        "12am, 00:00",
        "12pm, 12:00",
        "noon, 12:00",
        "at 9, 09:00",
        "9 o'clock, 09:00",
        "' 9:00 ', 09:00"
    })
    void timesAreReadAsPeopleWriteThem(String said, LocalTime time) {
        assertThat(ClockTime.read(said)).isEqualTo(Reading.clear(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nine", "24:00", "9:60", "13pm", "0am", "-9", "9-17", "soon", "123456", "9:00 17:00"})
    void whatIsNoTimeOfDayIsAskedAgain(String said) {
        assertThat(hint(ClockTime.read(said))).isEqualTo("I need a time of day, like `9:00` or `5pm`.");
    }

    @ParameterizedTest
    @CsvSource({"09:00, 5, 17:00", "09:00, 5:30, 17:30", "09:00, 17, 17:00", "06:00, 7, 07:00", "09:00, 12, 12:00"})
    void theEndOfADayIsAfterItsBeginning(LocalTime begin, String said, LocalTime end) {
        assertThat(ClockTime.readAfter(begin, said)).isEqualTo(Reading.clear(end));
    }

    @ParameterizedTest
    @CsvSource({"09:00, 9am", "09:00, 8 am", "14:00, 9:00", "17:00, 17:00", "18:00, 5pm"})
    void aDayThatEndsBeforeItBeginsIsRefused(LocalTime begin, String said) {
        assertThat(hint(ClockTime.readAfter(begin, said)))
                .isEqualTo("That is not after " + ClockTime.shown(begin) + ", when your day begins.");
    }

    private static String hint(Reading<LocalTime> reading) {
        return reading.either(time -> "clear: " + time, hint -> hint);
    }
}
