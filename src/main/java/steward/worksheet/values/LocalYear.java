package steward.worksheet.values;

import java.time.Month;
import java.util.Optional;

/**
 * How the year runs where a rep is.
 *
 * @param isSouthern whether summer begins in December there
 * @param fiscalYearEnd the month that their company's fiscal year ends in; absent if they have not said yet
 */
public record LocalYear(boolean isSouthern, Optional<Month> fiscalYearEnd) {

    /** Where nothing is known of it. */
    public static final LocalYear UNKNOWN = new LocalYear(false, Optional.empty());
}
