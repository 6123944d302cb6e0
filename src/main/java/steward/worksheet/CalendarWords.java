package steward.worksheet;

import java.time.DayOfWeek;
import java.time.Month;

/** The words for months and days of the week. */
final class CalendarWords {

    /** In full or short, from the first three letters on. */
    static final String MONTH =
            "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    static final String WEEKDAY =
            "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";

    private CalendarWords() {}

    static Month month(String word) {
        return Month.of(1 + "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(word.substring(0, 3)) / 3);
    }

    static DayOfWeek weekday(String word) {
        return DayOfWeek.of(1 + "montuewedthufrisatsun".indexOf(word.substring(0, 3)) / 3);
    }

    /** "27" is 2027. */
    static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? 2000 + year : year;
    }
}
