package steward.export.document;

import java.util.regex.Pattern;

/** Keeps amounts, days and hours on one line, wherever they stand in a sentence: by spaces that no line breaks at. */
final class Unbroken {

    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\b";

    /** Before a unit, a month or what else goes on with a number; behind a month or a currency before a number; and in what is not known. */
    private static final Pattern SPACE =
            Pattern.compile("(?<=\\d) (?=(?:h|min|%|[kKmM]|" + MONTH + "|\\d{3}(?!\\d))(?![\\p{L}\\d]))"
                    + "|(?<=\\d) (?=" + MONTH + ")"
                    + "|(?<=\\d h) (?=\\d\\d\\b)"
                    + "|(?<=\\b[A-Z]{3}|\\p{Sc}) (?=\\d)"
                    + "|(?<=\\d) (?=\\p{Sc})"
                    + "|(?<=\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}) (?=\\d)"
                    + "|(?<=\\bnot) (?=known yet\\b)|(?<=\\bnot known) (?=yet\\b)");

    private Unbroken() {}

    static String figures(String text) {
        return text.indexOf(' ') < 0 ? text : SPACE.matcher(text).replaceAll("\u00A0");
    }
}
