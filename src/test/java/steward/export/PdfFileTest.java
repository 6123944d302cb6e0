package steward.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import steward.worksheet.Notation;

/** A plan on paper, read back as a reader shows it. */
class PdfFileTest {

    private static final Notation GERMAN = new Notation(Currency.getInstance("EUR"), Optional.of(Locale.GERMANY));

    @Test
    void aPlanOfUsualLengthStandsOnOnePage() throws IOException {
        try (PDDocument pdf = pdf(Sample.usual())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(text(pdf))
                    .contains("Acme Glass", "Priya Shah · Day 2 of 90, until 30 May 2026 · as of 3 Mar 2026")
                    .contains("Revenue goal $1,200,000", "Dana Wu", "CFO", "Payback within a year")
                    .contains("Win the resin order $120,000 $60,000 50% 40% $12,000 30 Jun 2026")
                    .contains("EGP ÷ hours required = $17,000 ÷ 56 h $303.57 an hour")
                    .contains("Call Dana Wu about the trial budget Dana Wu 27 Mar 2026")
                    .contains("Coach not known yet", "page 1 of 1");
        }
    }

    @Test
    void whatBecameOfThingsIsTold() throws IOException {
        try (PDDocument pdf = pdf(Sample.full())) {
            assertThat(text(pdf))
                    .contains("Keep the frame contract $400,000 renewal 90% 40% $0")
                    .contains("What you defend earns nothing new, and protects $160,000 of gross profit.")
                    .contains("Won, $42,000", "Lost: Price")
                    .contains("Earned ROTI gross profit won ÷ growth hours = $16,800 ÷ 23 h 20 $720.00 an hour")
                    .contains("23 h 20 growth, 1 h 35 upkeep")
                    .contains("Send Sam the samples Sam Ortiz 12 Mar 2026 Done 2 Mar 2026", "Dropped: They");
        }
    }

    @Test
    void aDraftSaysWhatIsNotKnown() throws IOException {
        try (PDDocument pdf = pdf(Sample.draft("Acme Glass"))) {
            assertThat(text(pdf))
                    .contains("Draft", "Headquarters not known yet", "No opportunities yet.", "No actions yet.")
                    .doesNotContain("Mission", "ROTI");
        }
    }

    @Test
    void wordsStandThereAsTheyWereTyped() throws IOException {
        String typed = "<b>&amp; {{account}} \"Łódź\" </table> Ωμέγα Київ";
        try (PDDocument pdf = pdf(Sample.draft(typed).answer("mission", 0, "one\ntwo & three"))) {
            assertThat(text(pdf)).contains(typed, "Mission one\ntwo & three").doesNotContain("doesn't have");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith(typed);
        }
    }

    @Test
    void aLetterThatTheFontLacksIsSaidToBeMissing() throws IOException {
        try (PDDocument pdf = pdf(Sample.draft("日本 Glass \uD83C\uDF89"))) {
            assertThat(text(pdf))
                    .contains("□□ Glass □", "□ stands for a letter that this document's font doesn't have.");
        }
    }

    @Test
    void longWordsStayOnThePaper() throws IOException {
        try (PDDocument pdf = pdf(Sample.draft("A".repeat(150)).answer("mission", 0, "x".repeat(2000)))) {
            assertThat(text(pdf).chars().filter(letter -> letter == 'x').count())
                    .isGreaterThanOrEqualTo(2000);
        }
    }

    @Test
    void paperIsCutAsItIsWhereTheRepIs() throws IOException {
        try (PDDocument american = pdf(Sample.draft("Acme"));
                PDDocument german = pdf(Sample.draft("Acme").writes(GERMAN))) {
            assertThat(american.getPage(0).getMediaBox().getHeight()).isEqualTo(PDRectangle.LETTER.getHeight());
            assertThat(german.getPage(0).getMediaBox().getHeight()).isCloseTo(PDRectangle.A4.getHeight(), offset(1f));
        }
    }

    @Test
    void itCanBeReadAloud() throws IOException {
        try (PDDocument pdf = pdf(Sample.usual())) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    private static PDDocument pdf(Sample sample) throws IOException {
        return Loader.loadPDF(new PdfFile(sample.original()).bytes());
    }

    private static String text(PDDocument pdf) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setLineSeparator("\n");
        return stripper.getText(pdf);
    }
}
