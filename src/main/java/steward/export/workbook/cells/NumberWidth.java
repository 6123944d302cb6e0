package steward.export.workbook.cells;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How wide a number is once a format shows it: what does not fit in its column is shown as "####". */
final class NumberWidth {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private static final int LAKH_DIGITS = 2;
    private static final int THOUSAND_DIGITS = 3;

    private NumberWidth() {}

    /** In characters. */
    static int of(BigDecimal number, String format) {
        String section = format.substring(0, format.indexOf(';') < 0 ? format.length() : format.indexOf(';'));
        String first = section.substring(section.indexOf(']') + 1);
        int signs = QUOTED.matcher(first)
                .results()
                .mapToInt(words -> words.group(1).length())
                .sum();
        String digits = QUOTED.matcher(first).replaceAll("");
        BigDecimal shown = digits.contains("%") ? number.movePointRight(2) : number;
        int whole = shown.abs().toBigInteger().toString().length();
        int group = format.startsWith("[") ? LAKH_DIGITS : THOUSAND_DIGITS;
        int commas = digits.contains(",") ? (whole - 1) / group : 0;
        int point = digits.indexOf('.');
        int decimals = point < 0 ? 0 : digits.length() - point;
        return signs + (shown.signum() < 0 ? 1 : 0) + whole + commas + decimals;
    }
}
