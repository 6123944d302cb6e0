package steward.worksheet.values;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How the year and its weeks run where a rep is.
 *
 * @param isSouthern whether summer begins in December there
 * @param fiscalYearEnd the month that their company's fiscal year ends in; absent if they have not said yet
 * @param workdays the days of the week on which they work, at least one
 */
public record LocalYear(boolean isSouthern, Optional<Month> fiscalYearEnd, Set<DayOfWeek> workdays) {

    /** Where nothing is known of it. */
    public static final LocalYear UNKNOWN = new LocalYear(
            false, Optional.empty(), Collections.unmodifiableSet(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));

    /** That day, or the last one before it on which the rep works: nobody does on a Sunday what is due then. */
    public LocalDate workdayUpTo(LocalDate day) {
        LocalDate found = day;
        while (!workdays.contains(found.getDayOfWeek())) {
            found = found.minusDays(1);
        }
        return found;
    }
}
