package steward.export;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import com.samskivert.mustache.Escapers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** A plan as the worksheet on paper, one page long if the plan is of a usual length; tagged, so that it can be read aloud as well. */
final class PdfFile {

    private static final String FAMILY = "Liberation Sans";
    private static final String REGULAR_FILE = "/liberation/LiberationSans-Regular.ttf";
    private static final String BOLD_FILE = "/liberation/LiberationSans-Bold.ttf";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final Original original;

    PdfFile(Original original) {
        this.original = original;
    }

    byte[] bytes() {
        XRLog.setLoggingEnabled(false);
        try (ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .withHtmlContent(html(), null)
                    .useFont(font(REGULAR_FILE), FAMILY, REGULAR, FontStyle.NORMAL, true)
                    .useFont(font(BOLD_FILE), FAMILY, BOLD, FontStyle.NORMAL, true)
                    .usePdfUaAccessibility(true)
                    .withProducer("Steward")
                    .toStream(pdf)
                    .run();
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String html() {
        Lettering lettering = Lettering.of(REGULAR_FILE);
        Paper paper = new Typesetter(original).paper();
        // A record as text has all the words that are in it.
        boolean lacksLetters = lettering.drawable(paper.toString()).contains(Lettering.MISSING);
        return new Templates("html/", ".html", text -> Escapers.HTML.escape(lettering.drawable(text)))
                .filled("plan", paper, Map.of("lacksLetters", lacksLetters, "missingLetter", Lettering.MISSING));
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> Lettering.open(file);
    }
}
