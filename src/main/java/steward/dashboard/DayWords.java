package steward.dashboard;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes days relative to today: "tomorrow", "Thursday", "Fri 12 Mar". */
public final class DayWords {

    private static final int DAYS_A_WEEK = 7;
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter ANOTHER_YEAR = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

    private DayWords() {}

    /** "today", "Thursday" within a week from now, else the date. */
    static String ahead(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return "today";
        }
        if (days == 1) {
            return "tomorrow";
        }
        return days > 1 && days < DAYS_A_WEEK ? weekday(day) : date(day, today);
    }

    /** "today", "tomorrow", else "on" and the date. */
    public static String on(LocalDate day, LocalDate today) {
        return day.isBefore(today) || day.isAfter(today.plusDays(1)) ? "on " + date(day, today) : ahead(day, today);
    }

    /** "today", "on Tuesday" within the last week, else "on" and the date. */
    public static String ago(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(day, today);
        if (days == 0) {
            return "today";
        }
        if (days == 1) {
            return "yesterday";
        }
        return "on " + (days > 1 && days < DAYS_A_WEEK ? weekday(day) : date(day, today));
    }

    /** "due Thursday", "3 days overdue". */
    static String due(LocalDate day, LocalDate today) {
        long late = ChronoUnit.DAYS.between(day, today);
        if (late > 0) {
            return late == 1 ? "1 day overdue" : late + " days overdue";
        }
        return "due " + ahead(day, today);
    }

    /** "Fri 12 Mar", with the year if it is another than this. */
    public static String date(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? THIS_YEAR : ANOTHER_YEAR).format(day);
    }

    private static String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
