package steward.worksheet.time;

import java.time.LocalDate;
import steward.worksheet.answers.HoursAnswer;
import steward.worksheet.dates.DateAnswer;
import steward.worksheet.questions.Reading;
import steward.worksheet.text.TypedText;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Notation;

/** What the time log takes: the time spent on one day, and a day that is not ahead and at most a year back. */
public final class SpentTime {

    /** How many characters the note of an entry may have. */
    public static final int NOTE_CHARACTERS_MAX = 2_000;

    private static final HoursAnswer ON_A_DAY = HoursAnswer.onADay();

    private SpentTime() {}

    /** Reads "1h30", "90 min", "2", "9 to 11"; a bare number above 12 is asked about, and so is a time of day. */
    public static Reading<Hours> hours(String said, Notation notation) {
        return ClockRange.read(TypedText.plain(said)).orElseGet(() -> ON_A_DAY.read(said, notation));
    }

    /** A day within the log's limits, or which limit it passes. */
    public static Reading<LocalDate> within(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            return Reading.unclear(DateAnswer.english(day) + " is still to come. Time can be logged up to today, "
                    + DateAnswer.english(today) + ".");
        }
        LocalDate first = today.minusYears(1);
        return day.isBefore(first)
                ? Reading.unclear(DateAnswer.english(day) + " is more than a year back. The log takes days from "
                        + DateAnswer.english(first) + " on.")
                : Reading.clear(day);
    }
}
