package steward.export.office;

import java.util.Locale;
import java.util.Set;

/** What paper is cut to. */
public final class Paper {

    /** Where it is cut to 8.5 by 11 inches (CLDR, territory info, {@code paperSize}). */
    private static final Set<String> LETTER_COUNTRIES =
            Set.of("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE");

    private Paper() {}

    /** Whether it is Letter where people write so, rather than A4. */
    public static boolean isLetterIn(Locale locale) {
        return LETTER_COUNTRIES.contains(locale.getCountry());
    }
}
