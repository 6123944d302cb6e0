package steward.worksheet.dates;

import java.time.DayOfWeek;
import java.time.Month;

/** The words for months and days of the week. */
public final class CalendarWords {

    /** In full or short, from the first three letters on. */
    public static final String MONTH =
            "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    public static final String WEEKDAY =
            "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";

    private CalendarWords() {}

    public static Month month(String word) {
        return Month.of(1 + "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(word.substring(0, 3)) / 3);
    }

    public static DayOfWeek weekday(String word) {
        return DayOfWeek.of(1 + "montuewedthufrisatsun".indexOf(word.substring(0, 3)) / 3);
    }

    /** "27" is 2027. */
    public static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? 2000 + year : year;
    }
}
