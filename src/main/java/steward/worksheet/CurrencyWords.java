package steward.worksheet;

import static java.util.Map.entry;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The signs and words that people write for a currency. */
final class CurrencyWords {

    /** To cut a sign out of a sentence: "$", "us$", "€". */
    static final String SIGN = "(?:us|ca|c|au|a|nz|hk|s|r|mx|nt)?\\$|\\p{Sc}";

    private static final Set<String> DOLLARS =
            Set.of("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "CLP", "COP", "ARS");
    private static final Set<String> POUNDS = Set.of("GBP", "EGP", "LBP");
    private static final Set<String> FRANCS = Set.of("CHF", "XOF", "XAF");
    private static final Set<String> CROWNS = Set.of("SEK", "NOK", "DKK", "ISK", "CZK");
    private static final Set<String> RUPEES = Set.of("INR", "PKR", "LKR", "NPR");

    /** The currencies that a word or sign may mean; ISO codes are known from the JDK. */
    private static final Map<String, Set<String>> MEANT = Map.ofEntries(
            entry("$", DOLLARS),
            entry("dollar", DOLLARS),
            entry("dollars", DOLLARS),
            entry("bucks", DOLLARS),
            entry("us$", Set.of("USD")),
            entry("ca$", Set.of("CAD")),
            entry("c$", Set.of("CAD")),
            entry("au$", Set.of("AUD")),
            entry("a$", Set.of("AUD")),
            entry("nz$", Set.of("NZD")),
            entry("hk$", Set.of("HKD")),
            entry("s$", Set.of("SGD")),
            entry("mx$", Set.of("MXN")),
            entry("nt$", Set.of("TWD")),
            entry("r$", Set.of("BRL")),
            entry("€", Set.of("EUR")),
            entry("euro", Set.of("EUR")),
            entry("euros", Set.of("EUR")),
            entry("£", POUNDS),
            entry("pound", POUNDS),
            entry("pounds", POUNDS),
            entry("quid", Set.of("GBP")),
            entry("¥", Set.of("JPY", "CNY")),
            entry("yen", Set.of("JPY")),
            entry("yuan", Set.of("CNY")),
            entry("rmb", Set.of("CNY")),
            entry("₹", Set.of("INR")),
            entry("rs", RUPEES),
            entry("rupee", RUPEES),
            entry("rupees", RUPEES),
            entry("kr", CROWNS),
            entry("kronor", CROWNS),
            entry("kroner", CROWNS),
            entry("fr", FRANCS),
            entry("franc", FRANCS),
            entry("francs", FRANCS),
            entry("zł", Set.of("PLN")),
            entry("zloty", Set.of("PLN")));

    /** Codes that are more likely to be a word: nobody means the Albanian lek by "all". */
    private static final Set<String> ENGLISH = Set.of("all", "try", "top", "mad");

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(currency -> currency.getCurrencyCode().toLowerCase(Locale.ROOT))
            .filter(code -> !ENGLISH.contains(code))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, String> PLURALS = Map.ofEntries(
            entry("USD", "US dollars"),
            entry("EUR", "euros"),
            entry("GBP", "British pounds"),
            entry("CAD", "Canadian dollars"),
            entry("AUD", "Australian dollars"),
            entry("NZD", "New Zealand dollars"),
            entry("SGD", "Singapore dollars"),
            entry("CHF", "Swiss francs"),
            entry("JPY", "Japanese yen"),
            entry("INR", "Indian rupees"));

    private CurrencyWords() {}

    /** Whether a word or sign, in lower case, can mean the workspace's currency. */
    static boolean means(String word, Notation notation) {
        Currency currency = notation.currency();
        return word.equalsIgnoreCase(currency.getCurrencyCode())
                || word.equalsIgnoreCase(currency.getSymbol(notation.written()))
                || word.equalsIgnoreCase(currency.getSymbol(Locale.ROOT))
                || MEANT.getOrDefault(word, Set.of()).contains(currency.getCurrencyCode());
    }

    /** Whether a word or sign, in lower case, means some currency. */
    static boolean isCurrency(String word) {
        return MEANT.containsKey(word)
                || CODES.contains(word)
                || (word.length() == 1 && Character.getType(word.charAt(0)) == Character.CURRENCY_SYMBOL);
    }

    /** "US dollars". */
    static String plural(Currency currency) {
        return PLURALS.getOrDefault(currency.getCurrencyCode(), currency.getCurrencyCode());
    }
}
