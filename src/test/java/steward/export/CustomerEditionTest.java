package steward.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import steward.export.brand.Brand;
import steward.export.office.OfficeFile;
import steward.export.source.ExportedPlan;
import steward.export.source.Sample;

/** What lies on the customer's table: what both sides do together, and nothing of what the rep thinks and counts, in whatever format. */
class CustomerEditionTest {

    /** What the rep alone knows: amounts, chances, hours, roles, criteria, purposes, challenges, questions, what was lost and dropped. */
    private static final List<String> INTERNAL = List.of(
            "1,200,000",
            "1200000",
            "120000000",
            "12000000",
            "120,000",
            "60,000",
            "42,000",
            "4200000",
            "70%",
            "37.5",
            "margin",
            "probability",
            "roti",
            "egp",
            "hour",
            "coach",
            "final authority",
            "final_authority",
            "advisor",
            "payback",
            "scrap below",
            "agree on what the trial has to show",
            "run a trial",
            "hand the weekly",
            "budget freeze",
            "rival",
            "downtime",
            "win the audit",
            "price",
            "find a coach",
            "they closed the site",
            "trial set up with sam",
            "internal",
            "said ");

    private static final List<String> JOINT = List.of(
            "Acme Glass",
            "Win the resin order for line 2 in Toledo",
            "Call Dana Wu about the trial budget",
            "Dana Wu",
            "Priya Shah");

    @ParameterizedTest
    @EnumSource(Format.class)
    void holdsNothingInternal(Format format) throws IOException {
        String text = text(file(format, Edition.CUSTOMER), format);
        assertThat(JOINT).allMatch(text::contains, "is said to the customer");
        assertThat(INTERNAL).noneMatch(words -> text.toLowerCase(Locale.ROOT).contains(words));
    }

    /** Or it would prove nothing that they are not in the other edition. */
    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"PDF", "DOCX", "XLSX", "JSON"})
    void theInternalEditionHoldsThemAll(Format format) throws IOException {
        String text = text(file(format, Edition.INTERNAL), format).toLowerCase(Locale.ROOT);
        assertThat(List.of("payback", "coach", "roti", "margin", "budget freeze", "win the audit", "downtime"))
                .filteredOn(words -> format != Format.JSON || !words.equals("roti"))
                .allMatch(text::contains);
    }

    private static byte[] file(Format format, Edition edition) {
        ExportedPlan exported = Sample.full().exported();
        return new PlanFile(exported.plan(), exported.rep(), exported.at(), exported.notation(), Brand.NONE, edition)
                .bytes(format)
                .orElseThrow();
    }

    /** All that is in a file, what describes it included. */
    private static String text(byte[] bytes, Format format) throws IOException {
        return switch (format) {
            case PDF -> pdf(bytes);
            case DOCX, XLSX -> words(OfficeFile.of(bytes));
            case ICS -> new String(bytes, StandardCharsets.UTF_8).replaceAll("\r\n ", "");
            case CSV, JSON -> new String(bytes, StandardCharsets.UTF_8);
        };
    }

    private static String pdf(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            String metadata = new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ")
                    + pdf.getDocumentInformation().getTitle()
                    + pdf.getDocumentInformation().getSubject()
                    // The standard's own word for a kind of property.
                    + metadata.replace("category>internal<", "");
        }
    }

    /** The words of an office file: its styles name no fact. */
    private static String words(OfficeFile file) {
        return file.parts().entrySet().stream()
                .filter(part ->
                        Stream.of("styles", "theme", "Content_Types", "rels").noneMatch(part.getKey()::contains))
                .map(part -> part.getValue().replaceAll("<[^>]*>", " "))
                .collect(Collectors.joining(" "));
    }
}
