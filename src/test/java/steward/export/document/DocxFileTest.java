package steward.export.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLanguage;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import steward.export.brand.Brand;
import steward.export.brand.Logo;
import steward.export.joint.JointPlan;
import steward.export.source.ExportedPlan;
import steward.export.source.Sample;
import steward.worksheet.values.Notation;

/** A plan as a text document, read back as an office program reads it. */
class DocxFileTest {

    @Test
    void theWorksheetStandsInTables() throws IOException {
        try (XWPFDocument docx = docx(Sample.full())) {
            assertThat(docx.getParagraphs().stream()
                            .filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
                            .map(XWPFParagraph::getText))
                    .containsExactly(
                            "1  Account snapshot",
                            "2  Local analysis: decision makers and influencers",
                            "3  Strategic account plan (SMART)",
                            "4  Act: the next 90 days");
            List<XWPFTable> tables = docx.getTables();
            assertThat(row(tables.get(0), 2)).containsExactly("2026 goal", "$1,200,000");
            assertThat(row(tables.get(1), 1))
                    .containsExactly(
                            "Final authority",
                            "Dana Wu\tCFO",
                            "Payback within a year",
                            "Agree on what the trial has to show");
            assertThat(row(tables.get(2), 5))
                    .containsExactly(
                            "Win the maintenance contract\tWon (planned: $40,000)",
                            "$0",
                            "$42,000",
                            "100%",
                            "40%",
                            "$16,800",
                            "10 Mar 2026");
            assertThat(row(tables.get(2), 7))
                    .containsExactly("All listed", "$555,000", "$139,500.50", "", "", "$41,412.61", "");
            assertThat(row(tables.get(5), 2))
                    .containsExactly("☒", "Send Sam the samples", "Sam Ortiz", "12 Mar 2026", "Done 2 Mar 2026");
            assertThat(row(tables.get(5), 3).get(0)).isEqualTo("☐");
        }
    }

    @Test
    void wordsStandThereAsTheyWereTyped() throws IOException {
        String typed = "<w:p>& {{account}} \"Łódź\" 日本 \uD83C\uDF89";
        Sample sample = Sample.draft(typed).answer("mission", 0, "one\r\ntwo\n\u0000three \uD800");
        try (XWPFDocument docx = docx(sample);
                XWPFWordExtractor words = new XWPFWordExtractor(docx)) {
            assertThat(words.getText()).contains(typed, "one\ntwo\n\uFFFDthree \uFFFD");
            assertThat(docx.getProperties().getCoreProperties().getTitle()).isEqualTo(typed + " 2026: account plan");
        }
    }

    @Test
    void aDraftSaysWhatIsNotKnown() throws IOException {
        try (XWPFDocument docx = docx(Sample.draft("Acme Glass"));
                XWPFWordExtractor words = new XWPFWordExtractor(docx)) {
            assertThat(words.getText().replace('\u00A0', ' '))
                    .contains("not known yet", "No opportunities yet.", "No actions yet.");
        }
    }

    @Test
    void theSamePlanMakesTheSameFile() {
        assertThat(DocxFile.of(Sample.full().exported()).bytes())
                .isEqualTo(DocxFile.of(Sample.full().exported()).bytes());
    }

    // ── Scripts ──────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void whatRunsFromTheRightIsSaidToDoSo() throws Exception {
        Sample sample = Sample.draft("זכוכית ירושלים")
                .answer("headquarters", 0, "חיפה (קו 2)")
                .answer("mission", 0, "Acme: דנה & Lee");
        try (XWPFDocument docx = docx(sample)) {
            CTP headquarters = paragraph(docx, "חיפה (קו 2)");
            assertThat(headquarters.getPPr().isSetBidi()).isTrue();
            assertThat(runs(headquarters)).containsExactly("rtl|חיפה (קו ", "|2", "rtl|)");
            CTP mission = paragraph(docx, "Acme: דנה & Lee");
            assertThat(mission.isSetPPr()).isFalse();
            assertThat(runs(mission)).containsExactly("|Acme: ", "rtl|דנה", "| & Lee");
            CTRPr hebrew = mission.getRArray(1).getRPr();
            assertThat(hebrew.getLangArray(0).getBidi()).isEqualTo("he-IL");
            assertThat(hebrew.getRFontsArray(0).getCs()).isEqualTo("Arial");
            assertThat(docx.getFooterArray(0).getText()).startsWith("זכוכית ירושלים 2026");
            assertThat(docx.getFooterArray(0)
                            .getParagraphArray(0)
                            .getCTP()
                            .getPPr()
                            .getBidi()
                            .getVal())
                    .as("the line with the page number stays as it is laid out")
                    .isEqualTo(false);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "東京ガラス,    en-US, ja-JP, Yu Gothic,           eastAsia",
        "东京玻璃,      en-US, zh-CN, Microsoft YaHei,     eastAsia",
        "東京玻璃,      zh-TW, zh-TW, Microsoft JhengHei,  eastAsia",
        "한국유리,      en-US, ko-KR, Malgun Gothic,       eastAsia",
        "शर्मा ग्लास,     en-IN, hi-IN, Nirmala UI,          cs",
        "กระจกไทย,    en-US, th-TH, Leelawadee UI,       cs",
        "شركة الزجاج,  en-US, ar-SA, Arial,               cs"
    })
    void scriptsHaveTheirLanguageAndAFontThatComesWithOfficePrograms(
            String account, String locale, String language, String font, String slot) throws Exception {
        Notation notation = new Notation(Currency.getInstance("USD"), Optional.of(Locale.forLanguageTag(locale)));
        try (XWPFDocument docx = docx(Sample.draft(account).writes(notation))) {
            CTP title = paragraph(docx, account);
            assertThat(title.getRList()).hasSize(1);
            CTRPr look = title.getRArray(0).getRPr();
            boolean isEastAsian = slot.equals("eastAsia");
            CTFonts fonts = look.getRFontsArray(0);
            assertThat(isEastAsian ? fonts.getEastAsia() : fonts.getCs()).isEqualTo(font);
            CTLanguage said = look.getLangArray(0);
            assertThat(isEastAsian ? said.getEastAsia() : said.getBidi()).isEqualTo(language);
            CTLanguage later =
                    docx.getStyle().getDocDefaults().getRPrDefault().getRPr().getLangArray(0);
            assertThat(isEastAsian ? later.getEastAsia() : later.getBidi())
                    .as("of what is typed into it later")
                    .isEqualTo(language);
        }
    }

    @Test
    void everyStyleSaysItsSizeAndWeightForAllScripts() throws Exception {
        try (XWPFDocument docx = docx(Sample.usual())) {
            assertThat(docx.getStyle().getStyleList().stream()
                            .filter(CTStyle::isSetRPr)
                            .map(CTStyle::getRPr))
                    .isNotEmpty()
                    .allMatch(look -> look.sizeOfSzArray() == look.sizeOfSzCsArray()
                            && look.sizeOfBArray() == look.sizeOfBCsArray());
        }
    }

    // ── What a program and its reader are told ───────────────────────────────────────────────────────────

    @Test
    void tablesRepeatTheirHeadsAndSplitNoRow() throws Exception {
        try (XWPFDocument docx = docx(Sample.full())) {
            assertThat(docx.getTables())
                    .allSatisfy(table -> assertThat(table.getRows()).allMatch(row -> row.isCantSplitRow()))
                    .allMatch(table -> table.getCTTbl().getTblPr().isSetTblCaption());
            assertThat(docx.getTables().stream().map(table -> table.getRow(0).isRepeatHeader()))
                    .containsExactly(false, true, true, false, false, true);
        }
    }

    @Test
    void listsAreLists() throws Exception {
        try (XWPFDocument docx = docx(Sample.full())) {
            assertThat(docx.getTables().get(0).getRow(3).getCell(1).getParagraphs())
                    .allMatch(item -> "ListBullet".equals(item.getStyle()))
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("Resin", "Coatings");
            assertThat(docx.getNumbering().getAbstractNum(BigInteger.ZERO)).isNotNull();
        }
    }

    @Test
    void allPlansAndAnEmptyOneAreDocumentsOnTheCompanysPaper() throws Exception {
        ExportedPlan plan = Sample.usual().exported().on(branded());
        try (XWPFDocument all = opened(DocxFile.of(List.of(plan, Sample.full().exported())));
                XWPFDocument blank = opened(DocxFile.blank(plan.today(), Notation.DEFAULT, branded()))) {
            assertThat(row(all.getTables().get(0), 1).get(0)).startsWith("Acme Glass 2026");
            assertThat(blank.getTables())
                    .extracting(table -> row(table, 0).get(0))
                    .contains("Final authority", "Opportunity");
            for (XWPFDocument docx : List.of(all, blank)) {
                assertThat(docx.getAllPictures()).hasSize(1);
                assertThat(docx.getParagraphs()
                                .get(0)
                                .getRuns()
                                .get(0)
                                .getEmbeddedPictures()
                                .get(0)
                                .getDescription())
                        .isEqualTo("Logo of Northside Glass");
                assertThat(docx.getFooterList().get(0).getText()).contains("Northside Glass");
            }
        }
    }

    private static Brand branded() {
        return Brand.of(
                "Northside Glass",
                Optional.of(Logo.of(Path.of("src/test/resources/steward/export/brand/logo.svg"))),
                Optional.of("#0b5fff"));
    }

    private static XWPFDocument opened(DocxFile file) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(file.bytes()));
    }

    @Test
    void saysWhatItIsWhoWroteItAndInWhichLanguage() throws Exception {
        try (XWPFDocument docx = docx(Sample.full())) {
            PackageProperties told = docx.getPackage().getPackageProperties();
            assertThat(told.getTitleProperty()).contains("Acme Glass 2026: account plan");
            assertThat(told.getCreatorProperty()).contains("Priya Shah");
            assertThat(told.getLanguageProperty()).contains("en-US");
            assertThat(told.getCreatedProperty()).contains(Date.from(Instant.parse("2026-03-20T15:00:00Z")));
        }
    }

    /** The boxes to tick are an extension that the standard lets others pass over. */
    @ParameterizedTest
    @ValueSource(strings = {"Acme Glass", "שלום Acme (2)", "東京 & <ガラス>"})
    void keepsToTheStandard(String account) throws Exception {
        Sample sample = Sample.draft(account)
                .answer("selling", 0, "[\"שרף\",\"Resin\"]")
                .opportunity(1, account, "1", "2", "3", "2026-06-30")
                .action(1, "Call " + account, "2026-03-27", "");
        for (DocxFile file : List.of(DocxFile.of(sample.exported()), DocxFile.of(JointPlan.of(sample.exported())))) {
            try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(file.bytes()))) {
                List<XmlError> errors = new ArrayList<>();
                XmlOptions noting = new XmlOptions().setErrorListener(errors);
                docx.getDocument().validate(noting);
                docx.getStyle().getStyleList().stream()
                        .filter(style -> style.getType() == STStyleType.PARAGRAPH)
                        .forEach(style -> style.validate(noting));
                assertThat(errors)
                        .extracting(XmlError::getMessage)
                        .allMatch(message -> message.contains("Ignorable@") || message.contains("'checkbox@"));
            }
        }
    }

    private static CTP paragraph(XWPFDocument docx, String text) {
        return Stream.concat(
                        docx.getParagraphs().stream(),
                        docx.getTables().stream()
                                .flatMap(table -> table.getRows().stream())
                                .flatMap(row -> row.getTableCells().stream())
                                .flatMap(cell -> cell.getParagraphs().stream()))
                .filter(paragraph -> paragraph.getText().equals(text))
                .findFirst()
                .orElseThrow()
                .getCTP();
    }

    private static List<String> runs(CTP paragraph) {
        return paragraph.getRList().stream()
                .map(run -> (run.isSetRPr() && run.getRPr().sizeOfRtlArray() > 0 ? "rtl|" : "|")
                        + run.getTArray(0).getStringValue())
                .toList();
    }

    private static List<String> row(XWPFTable table, int row) {
        return table.getRow(row).getTableICells().stream()
                .map(cell -> ((XWPFTableCell) cell).getTextRecursively().strip().replace('\u00A0', ' '))
                .toList();
    }

    private static XWPFDocument docx(Sample sample) throws IOException {
        return new XWPFDocument(
                new ByteArrayInputStream(DocxFile.of(sample.exported()).bytes()));
    }
}
