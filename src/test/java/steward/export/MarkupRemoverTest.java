package steward.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import steward.export.brand.Brand;
import steward.export.source.ExportedPlan;
import steward.export.source.Sample;
import steward.plan.Kind;

/** The marks of a chat in every kind of file, and in both editions. */
class MarkupRemoverTest {

    private static final Sample MARKED = Sample.draft("*Acme* R&amp;D")
            .answer("selling", 0, "[\"_Resin_\",\"the `X_1` line\"]")
            .answer("user.name", 1, "*Sam* Ortiz, _line 2_ manager")
            .opportunity(1, "Win the *resin* order", "12000000", "6000000", "50", "2026-06-30")
            .answer("opportunity.activity", 1, "See <https://acme.com|their page> with <@U1>")
            .action(1, "~Mail~ Call Sam <https://acme.com>", "2026-03-27", "user.1")
            .happened(Kind.CYCLE_STARTED, "", 0, "2026-03-02")
            .happened(Kind.LOST, "opportunity", 1, "*Price*");

    @ParameterizedTest
    @EnumSource
    void noMarkOfTheChatStandsInAFile(Format format) throws IOException {
        for (Edition edition : Edition.values()) {
            String file = text(format, edition);
            assertThat(file)
                    .contains("R&D")
                    .doesNotContain("&amp;amp;", "*Acme", "*Sam", "_Resin", "`", "_line", "*resin", "<@U1", "&lt;@U1")
                    .doesNotContain("<https:", "&lt;https:", "~Mail", "*Price");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PDF", "DOCX", "XLSX", "CSV", "JSON"})
    void thePersonMentionedIsNamed(Format format) throws IOException {
        assertThat(text(format, Edition.INTERNAL)).contains("with Priya Shah");
    }

    private static String text(Format format, Edition edition) throws IOException {
        ExportedPlan plan = MARKED.exported();
        byte[] file = new PlanFile(MARKED.plan(), plan.rep(), plan.at(), plan.notation(), Brand.NONE, edition)
                .bytes(format)
                .orElseThrow();
        return switch (format) {
            case PDF -> pdf(file);
            case DOCX, XLSX -> parts(file);
            case CSV, JSON -> new String(file, StandardCharsets.UTF_8);
            case ICS -> new String(file, StandardCharsets.UTF_8).replaceAll("\\R[ \t]", "");
        };
    }

    private static String pdf(byte[] file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static String parts(byte[] file) throws IOException {
        StringBuilder parts = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts.toString().replace("&amp;", "&");
    }
}
