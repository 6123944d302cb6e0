package steward.export.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import steward.export.brand.Brand;
import steward.export.brand.Logo;
import steward.export.joint.JointPlan;
import steward.export.source.Sample;
import steward.worksheet.values.Notation;

/** Every PDF can be read aloud (PDF/UA-1) and kept in an archive (PDF/A-2a), as veraPDF has it. */
class PdfStandardsTest {

    private static final String ARABIC = "شركة الزجاج Acme 🎉";

    @BeforeAll
    static void withThisValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<PdfFile> files() {
        Sample arabic = Sample.usual(ARABIC);
        return Stream.of(
                PdfFile.of(Sample.full().exported()),
                PdfFile.of(Sample.draft("भारतीय काँच 上海").exported()),
                PdfFile.of(arabic.exported()),
                PdfFile.of(JointPlan.of(arabic.exported())),
                PdfFile.of(List.of(Sample.usual().exported(), arabic.exported())),
                PdfFile.blank(2026, LocalDate.of(2026, 3, 3), Notation.DEFAULT, Brand.NONE),
                PdfFile.of(Sample.usual().exported().on(branded())));
    }

    private static Brand branded() {
        return Brand.of(
                "Northside Glass",
                Optional.of(Logo.of(Path.of("src/test/resources/steward/export/brand/logo.svg"))),
                Optional.of("#0b5fff"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void itKeepsToTheStandards(PdfFile file) throws Exception {
        byte[] pdf = file.bytes();
        assertThat(faults(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(faults(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    }

    @Test
    void aPageWithoutTagsWouldNot() throws Exception {
        try (PDDocument bare = new PDDocument();
                ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
            bare.addPage(new PDPage());
            bare.save(pdf);
            assertThat(faults(pdf.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
            assertThat(faults(pdf.toByteArray(), PDFAFlavour.PDFA_2_A)).isNotEmpty();
        }
    }

    @Test
    void itsReaderFindsEachStepAndWhoWroteIt() throws Exception {
        try (PDDocument pdf =
                Loader.loadPDF(PdfFile.of(Sample.usual(ARABIC).exported()).bytes())) {
            PDOutlineItem plan = pdf.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertThat(plan.getTitle()).isEqualTo(ARABIC + " 2026");
            assertThat(plan.children())
                    .extracting(PDOutlineItem::getTitle)
                    .satisfiesExactly(
                            step -> assertThat(step).startsWith("1 "),
                            step -> assertThat(step).startsWith("2 "),
                            step -> assertThat(step).startsWith("3 "),
                            step -> assertThat(step).startsWith("4 "));
            assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("Priya Shah");
        }
    }

    private static List<String> faults(byte[] pdf, PDFAFlavour standard) throws Exception {
        try (PDFAParser parsed = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), standard);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
            return validator.validate(parsed).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
