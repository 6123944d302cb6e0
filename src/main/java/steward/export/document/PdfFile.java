package steward.export.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import com.samskivert.mustache.Escapers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import steward.export.source.ExportedPlan;
import steward.worksheet.values.Notation;

/** A plan as the worksheet on paper, one page long if the plan is of a usual length; tagged, so that it can be read aloud as well. */
public final class PdfFile {

    private static final String FAMILY = "Liberation Sans";
    private static final String REGULAR_FILE = "/liberation/LiberationSans-Regular.ttf";
    private static final String BOLD_FILE = "/liberation/LiberationSans-Bold.ttf";
    private static final String NO_BREAK_SPACE = "\u00A0";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final ExportedPlan exported;

    public PdfFile(ExportedPlan exported) {
        this.exported = exported;
    }

    public byte[] bytes() {
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
        FontCoverage coverage = FontCoverage.of(REGULAR_FILE);
        UnaryOperator<String> drawn = text -> coverage.drawable(withSignOfMoney(text, coverage));
        PlanDocument document = new Typesetter(inLatinDigits()).document();
        // A record as text has all the words that are in it.
        boolean lacksLetters = drawn.apply(document.toString()).contains(FontCoverage.MISSING);
        return new Templates("html/", ".html", text -> Escapers.HTML.escape(drawn.apply(text)))
                .filled("plan", document, Map.of("lacksLetters", lacksLetters, "missingLetter", FontCoverage.MISSING));
    }

    /** The same with figures in the digits that the font has, whatever those of the locale are. */
    private ExportedPlan inLatinDigits() {
        Notation notation = exported.notation();
        Locale latin = new Locale.Builder()
                .setLocale(notation.written())
                .setUnicodeLocaleKeyword("nu", "latn")
                .build();
        return new ExportedPlan(
                exported.plan(), exported.rep(), exported.at(), new Notation(notation.currency(), Optional.of(latin)));
    }

    /** "INR 250,000" where the font doesn't have the sign of the currency. */
    private String withSignOfMoney(String text, FontCoverage coverage) {
        Currency currency = exported.notation().currency();
        String sign = currency.getSymbol(exported.notation().written());
        return coverage.has(sign) ? text : text.replace(sign, currency.getCurrencyCode() + NO_BREAK_SPACE);
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> FontCoverage.open(file);
    }
}
