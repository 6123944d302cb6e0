package steward.worksheet.dates;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static java.time.temporal.TemporalAdjusters.lastDayOfYear;
import static java.time.temporal.TemporalAdjusters.nextOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** A stretch of the calendar that is named instead of a day, and ends on one: "end of month", "next quarter". */
enum CalendarSpan {
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** By its name, or its first letter as in "eoq". */
    static CalendarSpan of(String name) {
        return switch (name.charAt(0)) {
            case 'w' -> WEEK;
            case 'm' -> MONTH;
            case 'q' -> QUARTER;
            default -> YEAR;
        };
    }

    LocalDate lastDay(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(nextOrSame(DayOfWeek.FRIDAY));
            case MONTH -> day.with(lastDayOfMonth());
            case QUARTER ->
                YearMonth.of(day.getYear(), day.getMonth().firstMonthOfQuarter())
                        .plusMonths(2)
                        .atEndOfMonth();
            case YEAR -> day.with(lastDayOfYear());
        };
    }

    /** A day in the span that follows. */
    LocalDate next(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTH -> day.plusMonths(1);
            case QUARTER -> day.plusMonths(3);
            case YEAR -> day.plusYears(1);
        };
    }
}
