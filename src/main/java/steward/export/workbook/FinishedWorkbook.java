package steward.export.workbook;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.XmlEscapeHelper;
import steward.export.office.OfficeFile;
import steward.export.workbook.cells.FormulaResult;

/**
 * A workbook as the library wrote it, with what the library does not do.
 *
 * <p>Every formula carries what it comes to: a phone, a preview, and Excel itself while it guards against a file that came by mail or
 * chat, work nothing out and show only that. Every sheet says where its cells end, and what of it is to be printed. And it says whose it
 * is, and when the plan was taken down rather than when the bytes were written, so that the same plan gives the same file.
 */
final class FinishedWorkbook {

    private static final Pattern SHEET = Pattern.compile("xl/worksheets/sheet(\\d+)\\.xml");

    private static final Pattern FORMULA = Pattern.compile("<c r=\"([A-Z]+\\d+)\"([^>]*)>(<f>[^<]*</f>)</c>");

    private static final Pattern DIMENSION = Pattern.compile("<dimension ref=\"[^\"]*\"/>");

    /** The library leaves out how opaque a colour is. */
    private static final Pattern COLOR = Pattern.compile("rgb=\"([0-9A-Fa-f]{6})\"");

    /** What a mark changes of a font: its colour, and neither its size nor its name. */
    private static final Pattern DIFFERENCE_FONT =
            Pattern.compile("(<dxf><font>)<sz [^>]*/>(<color [^>]*/>)<name [^>]*/>");

    private final byte[] written;
    private final BookTitle title;
    private final List<Sheet> sheets;

    FinishedWorkbook(byte[] written, BookTitle title, List<Sheet> sheets) {
        this.written = written;
        this.title = title;
        this.sheets = sheets;
    }

    byte[] bytes() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>(OfficeFile.of(written).parts());
        parts.replaceAll(this::finished);
        return new OfficeFile(parts).bytes();
    }

    private String finished(String name, String text) {
        Matcher sheet = SHEET.matcher(name);
        if (sheet.matches()) {
            return finished(text, sheets.get(Integer.parseInt(sheet.group(1)) - 1));
        }
        return switch (name) {
            case "docProps/core.xml" -> title.xml();
            case "xl/workbook.xml" -> text.replace("<definedNames>", "<definedNames>" + printAreas());
            case "xl/styles.xml" ->
                DIFFERENCE_FONT
                        .matcher(COLOR.matcher(text).replaceAll("rgb=\"FF$1\""))
                        .replaceAll("$1$2");
            default -> text;
        };
    }

    private String printAreas() {
        return IntStream.range(0, sheets.size())
                .mapToObj(at -> "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"" + at + "\">'"
                        + sheets.get(at).name() + "'!" + sheets.get(at).printed() + "</definedName>")
                .collect(Collectors.joining());
    }

    private static String finished(String text, Sheet sheet) {
        String ending = DIMENSION.matcher(text).replaceFirst("<dimension ref=\"" + sheet.cells() + "\"/>");
        return FORMULA.matcher(ending).replaceAll(cell -> Matcher.quoteReplacement(withResult(cell, sheet)));
    }

    private static String withResult(MatchResult cell, Sheet sheet) {
        FormulaResult result = sheet.result(cell.group(1)).orElseThrow();
        String type = result.number().isPresent() ? "" : " t=\"str\"";
        return "<c r=\"" + cell.group(1) + '"' + cell.group(2) + type + '>' + cell.group(3) + "<v>"
                + XmlEscapeHelper.escape(result.text()) + "</v></c>";
    }
}
