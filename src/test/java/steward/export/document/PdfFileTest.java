package steward.export.document;

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
import steward.export.source.Sample;
import steward.plan.Kind;
import steward.worksheet.values.Notation;

/** A plan on paper, read back as a reader shows it. */
class PdfFileTest {

    private static final Notation GERMAN = new Notation(Currency.getInstance("EUR"), Optional.of(Locale.GERMANY));

    @Test
    void aPlanOfUsualLengthStandsOnOnePage() throws IOException {
        try (PDDocument pdf = pdf(Sample.usual())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(text(pdf))
                    .contains("Acme Glass", "Priya Shah · Day 2 of 90, until 30 May 2026 · as of 3 Mar 2026")
                    .contains("2026 goal for this account $1,200,000", "Dana Wu", "CFO", "Payback within a year")
                    .contains("Win the resin order $120,000 $60,000 50% 40% $12,000 30 Jun 2026")
                    .contains("All listed $550,000 $85,000 $17,000", "= $303.57 an hour")
                    .contains("Call Dana Wu about the trial budget Dana Wu 27 Mar 2026")
                    .contains("Coach not known yet", "page 1 of 1");
        }
    }

    @Test
    void whatBecameOfThingsIsTold() throws IOException {
        try (PDDocument pdf = pdf(Sample.full())) {
            assertThat(text(pdf))
                    .contains("Keep the frame contract $400,000 renewal 90% 40% protects")
                    .contains("What you defend earns nothing new, and protects $160,000 of gross profit.")
                    .contains("Win the maintenance contract $0 $42,000 100% 40% $16,800 10 Mar 2026")
                    .contains("Won (planned: $40,000)", "Win the audit $5,000 – – 40% $0", "Lost: Price")
                    .contains(
                            "Earned ROTI",
                            "gross profit won",
                            "$16,800",
                            "growth hours",
                            "23 h 20",
                            "= $720.00 an hour")
                    .contains("23 h 20 growth, 1 h 35 upkeep")
                    .contains("Send Sam the samples Sam Ortiz 12 Mar 2026 Done 2 Mar 2026", "Dropped: They");
        }
    }

    @Test
    void aDraftSaysWhatIsNotKnown() throws IOException {
        try (PDDocument pdf = pdf(Sample.draft("Acme Glass"))) {
            assertThat(text(pdf))
                    .contains(
                            "Draft",
                            "Headquarters key account HQ, location not known yet",
                            "No opportunities yet.",
                            "No actions yet.")
                    .contains("Mission", "Coach not known yet")
                    .doesNotContain("ROTI");
        }
    }

    @Test
    void aCycleThatIsStillToComeIsNotCountedBackwards() throws IOException {
        try (PDDocument pdf = pdf(Sample.usual().at("2026-02-01T15:00:00Z"))) {
            assertThat(text(pdf)).contains("Priya Shah · From 2 Mar 2026 · as of 1 Feb 2026");
        }
    }

    @Test
    void wordsStandThereAsTheyWereTyped() throws IOException {
        String typed = "<b>& {{account}} \"Łódź\" </table> Ωμέγα Київ";
        try (PDDocument pdf = pdf(Sample.draft(typed).answer("mission", 0, "one\ntwo & three"))) {
            assertThat(text(pdf)).contains(typed, "Mission one\ntwo & three").doesNotContain("no font here has");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith(typed);
        }
    }

    @Test
    void aLetterThatNoFontHasIsSaidToBeMissing() throws IOException {
        try (PDDocument pdf = pdf(Sample.draft("\uE123 Glass"))) {
            assertThat(text(pdf)).contains("□ Glass", "□ stands for letters that no font here has (symbols).");
        }
    }

    @Test
    void accentsStandOnTheirLetters() throws IOException {
        try (PDDocument pdf = pdf(Sample.draft("Cafe\u0301"))) {
            assertThat(text(pdf)).contains("Caf\u00E9").doesNotContain("no font here has");
        }
    }

    @Test
    void moneyCanBeReadWhateverTheFontHas() throws IOException {
        Notation rupees = new Notation(Currency.getInstance("INR"), Optional.of(Locale.forLanguageTag("hi-IN")));
        Notation pounds = new Notation(Currency.getInstance("EGP"), Optional.of(Locale.forLanguageTag("ar-EG")));
        try (PDDocument indian = pdf(Sample.full().writes(rupees));
                PDDocument egyptian = pdf(Sample.full().writes(pounds))) {
            assertThat(text(indian))
                    .contains("2026 goal INR 12,00,000", "INR 12,500.50 37.5%")
                    .doesNotContain("□");
            assertThat(text(egyptian)).contains("EGP", "1,200,000").doesNotContain("□");
        }
    }

    @Test
    void aSumIsNotToldAsIfAllOfItWereKnown() throws IOException {
        Sample unknown = Sample.draft("Acme").opportunity(1, "Resin", "0", "6000000", "70", "2026-06-30");
        Sample half = Sample.draft("Acme")
                .opportunity(1, "Resin", "0", "6000000", "70", "2026-06-30")
                .answer("opportunity.margin", 1, "40")
                .opportunity(2, "Coatings", "0", "6000000", "70", "2026-06-30");
        try (PDDocument nothing = pdf(unknown);
                PDDocument some = pdf(half)) {
            assertThat(text(nothing)).contains("All listed $0 $60,000 not known yet");
            assertThat(text(some))
                    .contains("All listed $0 $120,000 $16,800 so far")
                    .contains("ROTI: it needs the gross margin and the hours required: not known yet");
        }
    }

    @Test
    void whatIsOpenPastItsDateIsMarked() throws IOException {
        try (PDDocument before = pdf(Sample.usual());
                PDDocument after = pdf(Sample.usual().at("2026-05-16T15:00:00Z"))) {
            assertThat(text(before)).doesNotContain("Past its date");
            assertThat(text(after)).containsOnlyOnce("Past its date: won, lost or still open?");
        }
    }

    @Test
    void aChanceThatIsNotKnownIsNoZero() throws IOException {
        Sample one = Sample.draft("Acme").answer("revenue_goal", 0, "20000000").row(1, "opportunity");
        one.answer("opportunity.what", 1, "Resin").answer("opportunity.increase", 1, "6000000");
        try (PDDocument pdf = pdf(one)) {
            assertThat(text(pdf))
                    .contains("weighted not known yet", "Chances 1 opportunity not weighted yet")
                    .contains("Resin not known yet $60,000 not known yet not known yet not known yet")
                    .doesNotContain("$0 weighted");
        }
    }

    @Test
    void aRenewalLostCountsForNothing() throws IOException {
        try (PDDocument pdf = pdf(Sample.usual().happened(Kind.LOST, "opportunity", 3, "Price"))) {
            assertThat(text(pdf))
                    .contains("$150,000 as in 2025", "$150,000 in 2025 (without the $400,000 lost)")
                    .contains("Keep the frame contract $400,000 – –");
        }
    }

    @Test
    void aPlanTwiceAsLongBreaksBetweenRows() throws IOException {
        Sample sample = Sample.usual();
        for (int row = 2; row <= 6; row++) {
            sample.row(row, "user")
                    .answer("user.name", row, "Person " + row + ", line manager")
                    .answer("user.criteria", row, ("begin" + row + " " + "words ".repeat(60) + "end" + row));
        }
        try (PDDocument pdf = pdf(sample)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            String page = first.getText(pdf);
            for (int row = 2; row <= 6; row++) {
                assertThat(page.contains("begin" + row)).isEqualTo(page.contains("end" + row));
            }
            // No heading stands alone at the end of a page.
            assertThat(page.strip()
                            .lines()
                            .filter(line -> line.matches("[1-4] +[A-Z].*"))
                            .toList())
                    .isNotEmpty()
                    .last()
                    .satisfies(heading -> assertThat(
                                    page.substring(page.indexOf(heading)).lines())
                            .hasSizeGreaterThan(4));
        }
    }

    @Test
    void amountsAndDaysBreakNowhere() {
        assertThat(Unbroken.figures("By 30 June 2026: 23 h 20, 1 500 kg, USD 50, € 20, 30 %, not known yet, May I"))
                .isEqualTo("By 30_June_2026: 23_h_20, 1_500 kg, USD_50, €_20, 30_%, not_known_yet, May I"
                        .replace('_', '\u00A0'));
    }

    @Test
    void nothingOpenIsSaidWhereTheNextHourWouldStand() throws IOException {
        try (PDDocument pdf = pdf(Sample.usual()
                .happened(Kind.LOST, "opportunity", 1, "Price")
                .happened(Kind.LOST, "opportunity", 2, "Price"))) {
            assertThat(text(pdf)).contains("Next-hour ROTI none");
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
        return Loader.loadPDF(PdfFile.of(sample.exported()).bytes());
    }

    private static String text(PDDocument pdf) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setLineSeparator("\n");
        return stripper.getText(pdf).replace('\u00A0', ' ');
    }
}
