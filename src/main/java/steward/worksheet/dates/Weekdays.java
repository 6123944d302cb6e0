package steward.worksheet.dates;

import java.time.LocalDate;

/** Keeps the days that Steward offers off the weekend: nobody does on a Sunday what is due then. */
public final class Weekdays {

    private Weekdays() {}

    /** That day, or the Friday before it if it is on a weekend. */
    public static LocalDate orFridayBefore(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            default -> day;
        };
    }
}
