package steward.export.workbook.cells;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.XmlEscapeHelper;
import steward.export.source.ExportedPlan;
import steward.plan.Blank;
import steward.worksheet.values.Percent;

/**
 * A row of a sheet, written cell by cell from the left. A text stays a text, whatever it begins with, and is shortened to what a cell can
 * hold.
 */
public final class SheetRow {

    private static final int CELL_CHARACTERS_MAX = 32_767;

    private static final String GREY = "808080";
    private static final String BORDER = "D9D9D9";
    private static final String SHADE = "E8EEF4";

    /** The indent, the margins, and what bold takes more. */
    private static final int BESIDE_NUMBERS = 5;

    private static final int LINE_POINTS = 13;
    private static final int ROW_POINTS_MAX = 409;

    /** From here on characters are about twice as wide: Chinese, Japanese, Korean, and emoji. */
    private static final int FIRST_WIDE = 0x1100;

    /** Spreadsheets take such a word for the character of that code. */
    private static final Pattern CODE = Pattern.compile("_(?=x[0-9a-fA-F]{4}_)");

    private final Worksheet sheet;
    private final List<SheetColumn> columns;
    private final int number;
    private final Map<String, FormulaResult> results;
    private final Map<Integer, Integer> widths;
    private int column;
    private int high = 1;

    /**
     * @param number from 1, as spreadsheets count
     * @param results takes what the formulas come to, by the name of the cell
     * @param widths of the columns, by their places: they grow with their numbers
     */
    public SheetRow(
            Worksheet sheet,
            List<SheetColumn> columns,
            int number,
            Map<String, FormulaResult> results,
            Map<Integer, Integer> widths) {
        this.sheet = sheet;
        this.columns = columns;
        this.number = number;
        this.results = results;
        this.widths = widths;
    }

    /** From 1, as spreadsheets count. */
    public int number() {
        return number;
    }

    // ── Words ────────────────────────────────────────────────────────────────────────────────────────────

    public SheetRow heading(String words) {
        return wrapped(words, style().bold().fillColor(SHADE));
    }

    public SheetRow text(String words) {
        return wrapped(words, style());
    }

    public SheetRow bold(String words) {
        return wrapped(words, style().bold());
    }

    /** Words that are no answer. */
    public SheetRow quiet(String words) {
        return wrapped(words, style().fontColor(GREY));
    }

    /** Words beside a figure, which run on over the empty cells to the right. */
    public SheetRow note(String words) {
        return written(words, placed(SheetColumn.WORDS).fontColor(GREY));
    }

    /** What stands in a blank, or what is said in its place. */
    public SheetRow answer(ExportedPlan exported, Blank blank) {
        return exported.shown(blank)
                .map(this::text)
                .orElseGet(() -> quiet(exported.stands(blank).words()));
    }

    /** An answer that matters, or that it is not known yet. */
    public SheetRow orNotKnown(Optional<String> words) {
        return words.map(this::text).orElseGet(() -> quiet(ExportedPlan.NOT_KNOWN));
    }

    private SheetRow wrapped(String words, StyleSetter style) {
        makeRoomFor(words);
        return written(words, style.wrapText(true));
    }

    /** Not every program makes a line as high as its words are, once they are wrapped. */
    private void makeRoomFor(String words) {
        int lines = words.lines().mapToInt(this::linesOf).sum();
        if (lines > high) {
            high = lines;
            sheet.rowHeight(number - 1, Math.min(ROW_POINTS_MAX, LINE_POINTS * high + 2));
        }
    }

    private int linesOf(String paragraph) {
        int wide = paragraph.codePoints().map(c -> c < FIRST_WIDE ? 1 : 2).sum();
        int room = widths.getOrDefault(column, columns.get(column).width()) - 3;
        return Math.max(1, (wide + room - 1) / room);
    }

    private SheetRow written(String words, StyleSetter style) {
        sheet.value(number - 1, column, fit(words));
        return next(style);
    }

    private static String fit(String words) {
        String lines = words.replace("\r\n", "\n").replace('\r', '\n');
        String plain = CODE.matcher(lines).replaceAll("_x005F_");
        if (plain.length() <= CELL_CHARACTERS_MAX) {
            return plain;
        }
        int end = CELL_CHARACTERS_MAX - 1;
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    // ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────

    public SheetRow number(BigDecimal value, String format) {
        sheet.value(number - 1, column, value);
        makeRoomFor(value, format);
        return next(style().format(format));
    }

    private void makeRoomFor(BigDecimal value, String format) {
        widths.merge(column, NumberWidth.of(value, format) + BESIDE_NUMBERS, Math::max);
    }

    public SheetRow orNotKnown(Optional<BigDecimal> value, String format) {
        return value.map(known -> number(known, format)).orElseGet(() -> quiet(ExportedPlan.NOT_KNOWN));
    }

    public SheetRow percent(Optional<Percent> value) {
        return value.map(known -> number(known.factor(), CellFormats.percent(known)))
                .orElseGet(() -> quiet(ExportedPlan.NOT_KNOWN));
    }

    /** A day, or the words in its place. */
    public SheetRow dayOr(String otherwise, Optional<LocalDate> value) {
        return value.map(this::day).orElseGet(() -> quiet(otherwise));
    }

    public SheetRow day(LocalDate value) {
        sheet.value(number - 1, column, value);
        return next(style().format(CellFormats.DAY));
    }

    /**
     * A formula, as spreadsheets write it, without the equals sign.
     *
     * @param result what it comes to
     */
    public SheetRow formula(String formula, FormulaResult result, String format) {
        StyleSetter style = style().format(format);
        result.number().ifPresent(value -> makeRoomFor(value, format));
        return formula(formula, result, result.number().isPresent() ? style : style.fontColor(GREY));
    }

    /** A formula that sums up. */
    public SheetRow total(String formula, FormulaResult result, String format) {
        result.number().ifPresent(value -> makeRoomFor(value, format));
        return formula(formula, result, style().format(format).bold());
    }

    private SheetRow formula(String formula, FormulaResult result, StyleSetter style) {
        sheet.formula(number - 1, column, XmlEscapeHelper.escape(formula));
        results.put(columnName() + number, result);
        return next(style);
    }

    /** Lets formulas call the next cell by a name. */
    public SheetRow named(String name) {
        sheet.addNamedRange(sheet.range(number - 1, column, number - 1, column), name);
        return this;
    }

    private String columnName() {
        return Character.toString('A' + column);
    }

    // ── From cell to cell ────────────────────────────────────────────────────────────────────────────────

    private StyleSetter style() {
        return placed(columns.get(column).side()).borderStyle(BorderStyle.THIN).borderColor(BORDER);
    }

    private StyleSetter placed(String side) {
        return sheet.style(number - 1, column)
                .verticalAlignment("top")
                .horizontalAlignment(side)
                .indent(1);
    }

    private SheetRow next(StyleSetter style) {
        style.set();
        column++;
        return this;
    }
}
