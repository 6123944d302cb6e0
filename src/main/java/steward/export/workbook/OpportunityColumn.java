package steward.export.workbook;

import static steward.export.workbook.cells.SheetColumn.NUMBERS;
import static steward.export.workbook.cells.SheetColumn.WORDS;

import java.util.List;
import java.util.stream.Stream;
import steward.export.workbook.cells.SheetColumn;
import steward.worksheet.Worksheet;

/** The columns of the sheet of opportunities, in their order. */
enum OpportunityColumn {
    WHAT("A", "Opportunity", 32, WORDS),
    LAST_YEAR("B", "Last year", 16, NUMBERS),
    INCREASE("C", "Increase", 16, NUMBERS),
    RENEWAL("D", "Renewal", 10, WORDS),
    PROBABILITY("E", "Probability", 14, NUMBERS),
    MARGIN("F", "Margin", 15, NUMBERS),
    EGP("G", "EGP", 16, NUMBERS),
    PROTECTS("H", "Protects", 16, NUMBERS),
    WON_BY("I", "Won by", 18, WORDS),
    ACTIVITY("J", "Activity", 38, WORDS),
    OUTCOME("K", "Outcome", 11, WORDS),
    ACTUAL("L", "Actual increase", 19, NUMBERS),
    WHY("M", "Why lost", 22, WORDS);

    private final String letter;
    private final String heading;
    private final int width;
    private final String side;

    OpportunityColumn(String letter, String heading, int width, String side) {
        this.letter = letter;
        this.heading = heading;
        this.width = width;
        this.side = side;
    }

    /** The columns of the plan of a year, which name the year before. */
    static List<SheetColumn> of(int year) {
        return Stream.of(values())
                .map(value -> new SheetColumn(
                        value == LAST_YEAR ? Worksheet.LAST_YEAR.labelOfYear(year) : value.heading,
                        value.width,
                        value.side))
                .toList();
    }

    String letter() {
        return letter;
    }

    /** What formulas call the cell of this column in a line: "G2". */
    String in(int line) {
        return letter + line;
    }

    /** What formulas call the cells of this column from one line to another: "G2:G7". */
    String in(int first, int last) {
        return in(first) + ":" + in(last);
    }
}
