package steward.worksheet;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;

/** The words for months, days of the week and small numbers, as they stand in dates. */
final class CalendarWords {

    /** In full or short, from the first three letters on. */
    static final String MONTH =
            "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    static final String WEEKDAY =
            "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";

    static final String NUMBER = "\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";

    private static final List<String> NUMBERS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private CalendarWords() {}

    static Month month(String word) {
        return Month.of(1 + "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(word.substring(0, 3)) / 3);
    }

    static DayOfWeek weekday(String word) {
        return DayOfWeek.of(1 + "montuewedthufrisatsun".indexOf(word.substring(0, 3)) / 3);
    }

    static int number(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return Integer.parseInt(word);
        }
        return word.startsWith("a") ? 1 : 1 + NUMBERS.indexOf(word);
    }

    /** "27" is 2027. */
    static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? 2000 + year : year;
    }
}
