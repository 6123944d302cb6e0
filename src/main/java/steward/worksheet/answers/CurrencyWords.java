package steward.worksheet.answers;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import steward.worksheet.values.Notation;

/** The signs and words that people write for a currency. */
final class CurrencyWords {

    /** To cut a sign, or a name of two words, out of a sentence: "$", "us$", "€", "us dollars". */
    static final String SIGN = "(?:us|ca|c|au|a|nz|hk|s|r|mx|nt)?\\$|\\p{Sc}"
            + "|(?:u\\.?s\\.?|american|canadian|australian|new zealand|hong kong|singapore) dollars?\\b"
            + "|(?:british|egyptian) pounds?\\b|pounds? sterling\\b|(?:swiss) francs?\\b|(?:indian) rupees?\\b";

    /** Codes that are more likely to be a word: nobody means the Albanian lek by "all". */
    private static final Set<String> ENGLISH = Set.of("all", "try", "top", "mad");

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(currency -> currency.getCurrencyCode().toLowerCase(Locale.ROOT))
            .filter(code -> !ENGLISH.contains(code))
            .collect(Collectors.toUnmodifiableSet());

    private CurrencyWords() {}

    /** Whether a word or sign, in lower case, can mean the workspace's currency. */
    static boolean means(String word, Notation notation) {
        Currency currency = notation.currency();
        return word.equalsIgnoreCase(currency.getCurrencyCode())
                || word.equalsIgnoreCase(currency.getSymbol(notation.written()))
                || word.equalsIgnoreCase(currency.getSymbol(Locale.ROOT))
                || meanings(word).contains(currency.getCurrencyCode());
    }

    /** Whether a word or sign, in lower case, means some currency. */
    static boolean isCurrency(String word) {
        return CODES.contains(word)
                || !meanings(word).isEmpty()
                || (word.length() == 1 && Character.getType(word.charAt(0)) == Character.CURRENCY_SYMBOL);
    }

    /** "US dollars". */
    static String plural(Currency currency) {
        return switch (currency.getCurrencyCode()) {
            case "USD" -> "US dollars";
            case "EUR" -> "euros";
            case "GBP" -> "British pounds";
            case "CAD" -> "Canadian dollars";
            case "AUD" -> "Australian dollars";
            case "NZD" -> "New Zealand dollars";
            case "SGD" -> "Singapore dollars";
            case "CHF" -> "Swiss francs";
            case "JPY" -> "Japanese yen";
            case "INR" -> "Indian rupees";
            default -> currency.getCurrencyCode();
        };
    }

    /** The codes of the currencies that a word or sign may mean. */
    private static Set<String> meanings(String word) {
        return word.contains(" ") ? meaningsOfTwo(word) : meaningsOfOne(word);
    }

    private static Set<String> meaningsOfTwo(String words) {
        return switch (words.replaceAll("\\.|s$", "")) {
            case "us dollar", "american dollar" -> Set.of("USD");
            case "canadian dollar" -> Set.of("CAD");
            case "australian dollar" -> Set.of("AUD");
            case "new zealand dollar" -> Set.of("NZD");
            case "hong kong dollar" -> Set.of("HKD");
            case "singapore dollar" -> Set.of("SGD");
            case "british pound", "pound sterling", "pounds sterling" -> Set.of("GBP");
            case "egyptian pound" -> Set.of("EGP");
            case "swiss franc" -> Set.of("CHF");
            case "indian rupee" -> Set.of("INR");
            default -> Set.of();
        };
    }

    private static Set<String> meaningsOfOne(String word) {
        return switch (word) {
            case "$", "dollar", "dollars", "bucks" ->
                Set.of("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "CLP", "COP", "ARS");
            case "us$" -> Set.of("USD");
            case "ca$", "c$" -> Set.of("CAD");
            case "au$", "a$" -> Set.of("AUD");
            case "nz$" -> Set.of("NZD");
            case "hk$" -> Set.of("HKD");
            case "s$" -> Set.of("SGD");
            case "nt$" -> Set.of("TWD");
            case "mx$" -> Set.of("MXN");
            case "r$" -> Set.of("BRL");
            case "€", "euro", "euros" -> Set.of("EUR");
            case "£", "pound", "pounds" -> Set.of("GBP", "EGP", "LBP");
            case "quid" -> Set.of("GBP");
            case "¥" -> Set.of("JPY", "CNY");
            case "yen", "円" -> Set.of("JPY");
            case "yuan", "rmb", "元" -> Set.of("CNY");
            case "₹" -> Set.of("INR");
            case "rs", "rupee", "rupees" -> Set.of("INR", "PKR", "LKR", "NPR");
            case "kr", "kronor", "kroner" -> Set.of("SEK", "NOK", "DKK", "ISK");
            case "fr", "franc", "francs" -> Set.of("CHF", "XOF", "XAF");
            case "zł", "zloty" -> Set.of("PLN");
            case "tl", "lira" -> Set.of("TRY");
            case "reais" -> Set.of("BRL");
            case "peso", "pesos" -> Set.of("MXN", "CLP", "COP", "ARS", "PHP");
            default -> Set.of();
        };
    }
}
