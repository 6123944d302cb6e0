package steward.export.fonts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.export.document.PdfFile;
import steward.export.source.Sample;

/** A plan on paper in the scripts of the world: what is copied from it is what was typed. */
class ScriptsInPdfTest {

    /** Only what stands there is in the file: the smallest of these fonts alone would be as large. */
    private static final int BYTES_MAX = 120_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "上海玻璃有限公司",
                "東京ガラス株式会社",
                "서울유리 주식회사",
                "شركة الزجاج",
                "זכוכית ישראל",
                "भारतीय काँच उद्योग",
                "บริษัทกระจกไทย"
            })
    void wordsAreReadAsTheyWereTyped(String account) throws IOException {
        byte[] file = PdfFile.of(Sample.usual(account)
                        .answer("mission", 0, account + " 2027")
                        .exported())
                .bytes();
        assertThat(file).hasSizeLessThan(BYTES_MAX);
        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains(account).doesNotContain("no font here has");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith(account + " 2026");
            assertThat(pdf.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo(account + " 2026");
        }
    }
}
