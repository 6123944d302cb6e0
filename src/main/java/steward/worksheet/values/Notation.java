package steward.worksheet.values;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * How a workspace writes money, numbers and dates: one currency, and a locale if the admin set one.
 *
 * @param locale absent: numbers are read as in en-US, but a date such as 3/4 is asked about rather than guessed
 * @param year how the year runs where the rep is who writes
 */
public record Notation(Currency currency, Optional<Locale> locale, LocalYear year) {

    public static final Notation DEFAULT = new Notation(Currency.getInstance("USD"), Optional.empty());

    /** What a workspace has set, for nobody in particular. */
    public Notation(Currency currency, Optional<Locale> locale) {
        this(currency, locale, LocalYear.UNKNOWN);
    }

    public Notation withYear(LocalYear localYear) {
        return new Notation(currency, locale, localYear);
    }

    /** The locale to write numbers in. */
    public Locale written() {
        return locale.orElse(Locale.US);
    }

    /** Whether large numbers are counted, and so grouped, in lakh and crore: 12,50,000. */
    public boolean isInLakh() {
        return locale.map(in -> in.getCountry().equals("IN"))
                .orElse(currency.getCurrencyCode().equals("INR"));
    }
}
