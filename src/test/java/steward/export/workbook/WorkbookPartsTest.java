package steward.export.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import steward.export.joint.JointPlan;
import steward.export.office.OfficeFile;
import steward.export.source.Sample;
import steward.worksheet.values.Notation;

/** A workbook as the standard (ECMA-376) wants its parts, so that no program offers to repair it: read with an XML parser alone. */
class WorkbookPartsTest {

    private static final String HOSTILE = "The  seller\r\n& <Sons> \"_x0041_\" " + "y".repeat(300);

    static Stream<byte[]> workbooks() {
        return Stream.of(Sample.full(), Sample.draft("Acme"), Sample.draft("the seller"), Sample.draft(HOSTILE))
                .map(Sample::exported)
                .flatMap(exported -> Stream.of(
                        new XlsxFile(exported).bytes(),
                        new JointXlsxFile(JointPlan.of(exported)).bytes(),
                        new PortfolioXlsxFile(List.of(exported, Sample.usual().exported())).bytes()));
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void eachSheetSaysWhereItsCellsEndAndWhatIsPrinted(byte[] bytes) throws Exception {
        Map<String, Document> parts = parts(bytes);
        List<Element> areas = elements(part(parts, "xl/workbook.xml"), "definedName").stream()
                .filter(name -> name.getAttribute("name").equals("_xlnm.Print_Area"))
                .toList();
        List<Document> sheets = sheets(parts);
        assertThat(areas).hasSameSizeAs(sheets);
        for (int at = 0; at < sheets.size(); at++) {
            String cells = elements(sheets.get(at), "dimension").get(0).getAttribute("ref");
            assertThat(cells).isEqualTo(extent(sheets.get(at)));
            assertThat(areas.get(at).getAttribute("localSheetId")).isEqualTo(Integer.toString(at));
            assertThat(areas.get(at).getTextContent().replace("$", "")).endsWith("!" + cells);
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void eachTableIsCalledByItsOwnNameAndItsColumnsByTheirHeadings(byte[] bytes) throws Exception {
        Map<String, Document> parts = parts(bytes);
        List<Element> tables = parts.entrySet().stream()
                .filter(part -> part.getKey().startsWith("xl/tables/"))
                .map(part -> part.getValue().getDocumentElement())
                .toList();
        assertThat(tables).hasSizeGreaterThanOrEqualTo(3);
        assertThat(tables)
                .extracting(table -> table.getAttribute("displayName"))
                .doesNotHaveDuplicates();
        assertThat(tables).extracting(table -> table.getAttribute("id")).doesNotHaveDuplicates();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (Element table : tables) {
                XSSFSheet sheet = book.getTable(table.getAttribute("name")).getXSSFSheet();
                CellRangeAddress place = CellRangeAddress.valueOf(table.getAttribute("ref"));
                List<String> columns = elements(table, "tableColumn").stream()
                        .map(column -> column.getAttribute("name"))
                        .toList();
                assertThat(IntStream.rangeClosed(place.getFirstColumn(), place.getLastColumn())
                                .mapToObj(column ->
                                        sheet.getRow(0).getCell(column).getStringCellValue()))
                        .containsExactlyElementsOf(columns);
                assertThat(columns.stream().map(name -> name.toLowerCase(Locale.ROOT)))
                        .doesNotHaveDuplicates()
                        .allMatch(name -> !name.isBlank() && name.length() <= 255);
                assertThat(place.getLastRow()).isGreaterThan(place.getFirstRow());
                assertThat(elements(table, "autoFilter").get(0).getAttribute("ref"))
                        .isEqualTo(table.getAttribute("ref"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void coloursSayHowOpaqueTheyAre(byte[] bytes) throws Exception {
        assertThat(elements(part(parts(bytes), "xl/styles.xml"), "*").stream()
                        .map(element -> element.getAttribute("rgb"))
                        .filter(colour -> !colour.isEmpty()))
                .isNotEmpty()
                .allMatch(colour -> colour.matches("[0-9A-F]{8}"));
    }

    @Test
    void whatIsOpenAfterItsDayIsMarked() throws Exception {
        Map<String, Document> parts = parts(new XlsxFile(Sample.full().exported()).bytes());
        assertThat(sheets(parts).stream()
                        .flatMap(sheet -> elements(sheet, "conditionalFormatting").stream())
                        .map(rule -> rule.getAttribute("sqref") + " " + rule.getTextContent()))
                .containsExactly(
                        "I2:I7 AND($K2=\"open\",ISNUMBER($I2),$I2<TODAY())",
                        "C2:C5 AND($E2=\"open\",ISNUMBER($C2),$C2<TODAY())");
    }

    @Test
    void saysWhoseItIs() throws Exception {
        Document core = part(parts(new XlsxFile(Sample.full().exported()).bytes()), "docProps/core.xml");
        assertThat(elements(core, "dc:title").get(0).getTextContent()).isEqualTo("Acme Glass 2026: account plan");
        assertThat(elements(core, "dc:creator").get(0).getTextContent()).isEqualTo("Priya Shah");
        Document joint =
                part(parts(new JointXlsxFile(JointPlan.of(Sample.full().exported())).bytes()), "docProps/core.xml");
        assertThat(elements(joint, "dc:title").get(0).getTextContent()).isEqualTo("Acme Glass 2026: joint plan");
    }

    @ParameterizedTest
    @CsvSource({"USD, en-US, 1", "CAD, fr-CA, 1", "MXN, es-MX, 1", "EUR, de-DE, 9", "KWD, ar-KW, 9", "INR, en-IN, 9"})
    void paperIsCutAsItIsWhereTheRepIs(String currency, String locale, String paper) throws Exception {
        Sample plan = Sample.full().writes(notation(currency, locale));
        assertThat(sheets(parts(new XlsxFile(plan.exported()).bytes())))
                .extracting(sheet -> elements(sheet, "pageSetup").get(0).getAttribute("paperSize"))
                .containsOnly(paper);
    }

    // ── As it is seen ────────────────────────────────────────────────────────────────────────────────────

    @ParameterizedTest
    @CsvSource({"USD, en-US", "KWD, en-KW", "INR, en-IN", "JPY, ja-JP", "EUR, de-DE"})
    void everyNumberFitsItsColumn(String currency, String locale) throws IOException {
        Sample plan = Sample.full()
                .writes(notation(currency, locale))
                .opportunity(7, "Win it all", "987654321987", "98765432198", "12.5", "2026-06-30");
        for (byte[] bytes : List.of(
                new XlsxFile(plan.exported()).bytes(), new PortfolioXlsxFile(List.of(plan.exported())).bytes())) {
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
                assertThat(numbers(book))
                        .isNotEmpty()
                        .allSatisfy(cell -> assertThat(shown(cell).length() + 2)
                                .as(shown(cell))
                                .isLessThanOrEqualTo(cell.getSheet().getColumnWidth(cell.getColumnIndex()) / 256));
            }
        }
    }

    @Test
    void rupeesAreGroupedInLakhAndDinarsHaveThreeDecimals() throws IOException {
        assertThat(increase("INR", "en-IN", "1234567800")).isEqualTo("₹1,23,45,678");
        assertThat(increase("INR", "en-IN", "12345600")).isEqualTo("₹1,23,456");
        assertThat(increase("INR", "en-IN", "1234500")).isEqualTo("₹12,345");
        assertThat(increase("KWD", "en-KW", "1234567")).endsWith("1,234.567");
    }

    private static String increase(String currency, String locale, String minor) throws IOException {
        Sample plan = Sample.draft("Acme")
                .writes(notation(currency, locale))
                .opportunity(1, "Win", "0", minor, "50", "2026-06-30");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(new XlsxFile(plan.exported()).bytes()))) {
            return shown(book.getSheet("Opportunities").getRow(1).getCell(2));
        }
    }

    private static String shown(Cell cell) {
        DataFormatter formatter = new DataFormatter(Locale.US);
        formatter.setUseCachedValuesForFormulaCells(true);
        return formatter.formatCellValue(cell);
    }

    private static List<Cell> numbers(XSSFWorkbook book) {
        List<Cell> numbers = new ArrayList<>();
        for (Sheet sheet : book) {
            sheet.forEach(row -> row.forEach(cell -> {
                CellType type =
                        cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
                if (type == CellType.NUMERIC) {
                    numbers.add(cell);
                }
            }));
        }
        return numbers;
    }

    private static Notation notation(String currency, String locale) {
        return new Notation(Currency.getInstance(currency), Optional.of(Locale.forLanguageTag(locale)));
    }

    // ── XML ──────────────────────────────────────────────────────────────────────────────────────────────

    private static Document part(Map<String, Document> parts, String name) {
        return Optional.ofNullable(parts.get(name)).orElseThrow();
    }

    private static Map<String, Document> parts(byte[] bytes) throws Exception {
        Map<String, Document> parts = new TreeMap<>();
        for (Map.Entry<String, String> part : OfficeFile.of(bytes).parts().entrySet()) {
            parts.put(
                    part.getKey(),
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(part.getValue()))));
        }
        return parts;
    }

    private static List<Document> sheets(Map<String, Document> parts) {
        return parts.entrySet().stream()
                .filter(part -> part.getKey().matches("xl/worksheets/sheet\\d\\.xml"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<Element> elements(Document in, String name) {
        return elements(in.getDocumentElement(), name);
    }

    private static List<Element> elements(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .toList();
    }

    private static String extent(Document sheet) {
        int column = 0;
        int row = 0;
        for (Element cell : elements(sheet, "c")) {
            CellReference place = new CellReference(cell.getAttribute("r"));
            column = Math.max(column, place.getCol());
            row = Math.max(row, place.getRow());
        }
        return "A1:" + new CellReference(row, column).formatAsString();
    }
}
