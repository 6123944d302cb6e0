package steward.worksheet.text;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Optional;
import java.util.regex.Pattern;
import steward.worksheet.values.Notation;

/**
 * A number as reps write it, with its decimal mark and separators: "1,250,000", "1 500", "2.5".
 *
 * <p>Which of comma and point is the decimal mark is the locale's to say. A number that is well written only in another locale is
 * not read: 1.200 must not become one dollar and twenty for a rep who meant twelve hundred.
 */
public final class Numeral {

    /**
     * What may be a numeral, to cut it out of a sentence; whether it is well written is for {@link #read} to say. A point behind a letter
     * ends a word, "approx.250k".
     */
    public static final String RUN = "(?:(?<![\\p{L}\\p{M}])[.,])?\\d(?:[\\d.,' ]*\\d)?";

    private static final Pattern WELL_WRITTEN =
            Pattern.compile("(?:\\d+|[1-9]\\d{0,2}([, '])\\d{3}(?:\\1\\d{3})*)(?:\\.\\d+)?|\\.\\d+");
    private static final Pattern INDIAN = Pattern.compile("[1-9]\\d?(?:,\\d{2})*,\\d{3}(?:\\.\\d+)?");
    private static final Pattern LONE_MARK = Pattern.compile("\\d+[.,]\\d{1,2}");

    private Numeral() {}

    /** Reads a number as this workspace writes it. */
    public static Optional<BigDecimal> read(String text, Notation notation) {
        String pointed = isCommaDecimal(notation) ? swapped(text) : text;
        boolean wellWritten = WELL_WRITTEN.matcher(pointed).matches()
                || (notation.isInLakh() && INDIAN.matcher(pointed).matches());
        return wellWritten ? Optional.of(new BigDecimal(pointed.replaceAll("[, ']", ""))) : Optional.empty();
    }

    /**
     * Reads a small number, where a comma or point before one or two last digits is the decimal mark whatever the locale: "2,5" hours.
     */
    public static Optional<BigDecimal> readSmall(String text, Notation notation) {
        return LONE_MARK.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.replace(',', '.')))
                : read(text, notation);
    }

    private static String swapped(String text) {
        return text.replace('.', '\0').replace(',', '.').replace('\0', ',');
    }

    private static boolean isCommaDecimal(Notation notation) {
        return DecimalFormatSymbols.getInstance(notation.written()).getDecimalSeparator() == ',';
    }
}
