package steward.export.workbook;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.XmlEscapeHelper;
import steward.export.office.OfficeFile;

/**
 * A workbook as the library wrote it, with two things that the library does not do.
 *
 * <p>Every formula carries what it comes to: a phone, a preview, and Excel itself while it guards against a file that came by mail or
 * chat, work nothing out and show only that. And it says when the plan was taken down rather than when the bytes were written, so that
 * the same plan gives the same file.
 */
final class FinishedWorkbook {

    private static final Pattern SHEET = Pattern.compile("xl/worksheets/sheet(\\d+)\\.xml");

    private static final Pattern FORMULA = Pattern.compile("<c r=\"([A-Z]+\\d+)\"([^>]*)>(<f>[^<]*</f>)</c>");

    private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*");

    private final byte[] written;
    private final Instant at;
    private final List<Sheet> sheets;

    FinishedWorkbook(byte[] written, Instant at, List<Sheet> sheets) {
        this.written = written;
        this.at = at;
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
            return withResults(text, sheets.get(Integer.parseInt(sheet.group(1)) - 1));
        }
        return name.equals("docProps/core.xml")
                ? CREATED.matcher(text).replaceFirst("$1" + at.truncatedTo(ChronoUnit.SECONDS))
                : text;
    }

    private static String withResults(String text, Sheet sheet) {
        return FORMULA.matcher(text).replaceAll(cell -> Matcher.quoteReplacement(withResult(cell, sheet)));
    }

    private static String withResult(MatchResult cell, Sheet sheet) {
        FormulaResult result = sheet.result(cell.group(1)).orElseThrow();
        String type = result.number().isPresent() ? "" : " t=\"str\"";
        return "<c r=\"" + cell.group(1) + '"' + cell.group(2) + type + '>' + cell.group(3) + "<v>"
                + XmlEscapeHelper.escape(result.text()) + "</v></c>";
    }
}
