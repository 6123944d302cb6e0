package steward.export.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import steward.export.source.Sample;

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
                            "2  Local analysis: who decides and who influences",
                            "3  Strategic account plan",
                            "4  Act: the next 90 days");
            List<XWPFTable> tables = docx.getTables();
            assertThat(row(tables.get(0), 2)).containsExactly("Revenue goal", "$1,200,000");
            assertThat(row(tables.get(1), 1))
                    .containsExactly(
                            "Final authority",
                            "Dana Wu\tCFO",
                            "Payback within a year",
                            "Agree on what the trial has to show");
            assertThat(row(tables.get(2), 5))
                    .containsExactly(
                            "Win the maintenance contract\tWon, $42,000",
                            "$0",
                            "$40,000",
                            "25%",
                            "40%",
                            "$16,800",
                            "10 Mar 2026");
            assertThat(row(tables.get(5), 2))
                    .containsExactly("☒", "Send Sam the samples", "Sam Ortiz", "12 Mar 2026", "Done 2 Mar 2026");
            assertThat(row(tables.get(5), 3).get(0)).isEqualTo("☐");
        }
    }

    @Test
    void wordsStandThereAsTheyWereTyped() throws IOException {
        String typed = "<w:p>&amp; {{account}} \"Łódź\" 日本 \uD83C\uDF89";
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
            assertThat(words.getText()).contains("not known yet", "No opportunities yet.", "No actions yet.");
        }
    }

    @Test
    void theSamePlanMakesTheSameFile() {
        assertThat(DocxFile.of(Sample.full().exported()).bytes())
                .isEqualTo(DocxFile.of(Sample.full().exported()).bytes());
    }

    private static List<String> row(XWPFTable table, int row) {
        return table.getRow(row).getTableICells().stream()
                .map(cell -> ((XWPFTableCell) cell).getTextRecursively().strip())
                .toList();
    }

    private static XWPFDocument docx(Sample sample) throws IOException {
        return new XWPFDocument(
                new ByteArrayInputStream(DocxFile.of(sample.exported()).bytes()));
    }
}
