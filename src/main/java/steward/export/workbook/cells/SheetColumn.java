package steward.export.workbook.cells;

import java.util.Locale;
import java.util.Set;
import steward.export.office.Xml;

/**
 * A column of a sheet.
 *
 * @param width how many characters fit in it
 * @param side where its cells stand: left for words, right for numbers
 */
public record SheetColumn(String heading, int width, String side) {

    /** How long the name of a table's column may be. */
    private static final int HEADING_LETTERS_MAX = 255;

    private static final int BESIDE_HEADING = 6;

    /** A longer one is wrapped. */
    private static final int HEADING_WIDTH_MAX = 24;

    public static final String WORDS = "left";
    public static final String NUMBERS = "right";

    public static SheetColumn words(String heading, int width) {
        return new SheetColumn(heading, width, WORDS);
    }

    public static SheetColumn numbers(String heading, int width) {
        return new SheetColumn(heading, width, NUMBERS);
    }

    /** Before it grows with what stands in it: room for the heading and the button of its filter. */
    public int widthAtFirst() {
        return Math.max(width, Math.min(heading.length() + BESIDE_HEADING, HEADING_WIDTH_MAX));
    }

    /** The same under a heading in one line that is not taken yet, which it then is. */
    public SheetColumn unlike(Set<String> taken) {
        String line = Xml.legal(heading)
                .replaceAll("[\\s\uFFFD]+", " ")
                .replace("_x", "_ x")
                .strip();
        String free = line.substring(0, Math.min(line.length(), HEADING_LETTERS_MAX));
        while (!taken.add(free.toLowerCase(Locale.ROOT))) {
            free = free.substring(0, Math.min(free.length(), HEADING_LETTERS_MAX - 2)) + " 2";
        }
        return new SheetColumn(free, width, side);
    }
}
