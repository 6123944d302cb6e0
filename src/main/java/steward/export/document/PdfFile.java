package steward.export.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import com.samskivert.mustache.Escapers;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import steward.export.brand.Brand;
import steward.export.fonts.DocumentFonts;
import steward.export.fonts.FontCoverage;
import steward.export.fonts.TextShaper;
import steward.export.joint.JointPlan;
import steward.export.source.ExportedPlan;
import steward.worksheet.values.Notation;

/** A plan on paper, tagged so that it can be read aloud (PDF/UA-1), and kept for as long as paper (PDF/A-2a). Its templates say how it looks. */
public final class PdfFile {

    private static final String FAMILY = "Liberation Sans";
    private static final String NO_BREAK_SPACE = "\u00A0";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /** What red, green and blue are, wherever the file is shown. */
    private static final byte[] COLORS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final String template;
    private final Object content;
    private final Brand brand;
    private final UnaryOperator<String> written;

    /** @param written changes the words before they are drawn */
    private PdfFile(String template, Object content, Brand brand, UnaryOperator<String> written) {
        this.brand = brand;
        this.template = template;
        this.content = content;
        this.written = written;
    }

    /** The worksheet, one page long if the plan is of a usual length. */
    public static PdfFile of(ExportedPlan exported) {
        Notation notation = inLatinDigits(exported.notation());
        return new PdfFile(
                "plan",
                new Typesetter(exported.in(notation)).document(),
                exported.brand(),
                text -> withSignOfMoney(text, notation));
    }

    /** What both sides do together. */
    public static PdfFile of(JointPlan plan) {
        return new PdfFile("joint", JointDocument.of(plan), plan.brand(), text -> text);
    }

    /** All plans, a page each, behind one that compares them. */
    public static PdfFile of(List<ExportedPlan> plans) {
        Notation notation = inLatinDigits(plans.get(0).notation());
        List<ExportedPlan> inLatin =
                plans.stream().map(plan -> plan.in(notation)).toList();
        return new PdfFile(
                "portfolio",
                PortfolioDocument.of(inLatin),
                plans.get(0).brand(),
                text -> withSignOfMoney(text, notation));
    }

    /** The worksheet with nothing in it. */
    public static PdfFile blank(int year, LocalDate today, Notation notation, Brand brand) {
        return new PdfFile("blank", BlankDocument.of(year, today, notation), brand, text -> text);
    }

    public byte[] bytes() {
        XRLog.setLoggingEnabled(false);
        TextShaper letters = new TextShaper();
        String html = html(letters);
        DocumentFonts fonts = new DocumentFonts(letters);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withHtmlContent(html, null)
                .useFont(font(FontCoverage.REGULAR), FAMILY, REGULAR, FontStyle.NORMAL, true)
                .useFont(font(FontCoverage.BOLD), FAMILY, BOLD, FontStyle.NORMAL, true)
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .useColorProfile(COLORS)
                .addDOMMutator(new AccessibilityMarkup())
                .withProducer("Steward")
                .toStream(pdf);
        fonts.joinIn(builder);
        try (PdfBoxRenderer document = builder.buildPdfRenderer()) {
            document.setListener(new AtTheEnd(fonts::finish));
            document.createPDF();
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String html(TextShaper letters) {
        UnaryOperator<String> drawn = text -> letters.drawn(written.apply(text));
        return new Templates("html/", ".html", text -> Escapers.HTML.escape(drawn.apply(text)))
                .filled(template, content, Map.of("letters", letters, "brand", brand));
    }

    /** Figures in the digits that the font has, whatever those of the locale are. */
    private static Notation inLatinDigits(Notation notation) {
        Locale latin = new Locale.Builder()
                .setLocale(notation.written())
                .setUnicodeLocaleKeyword("nu", "latn")
                .build();
        return new Notation(notation.currency(), Optional.of(latin));
    }

    /** "INR 250,000" where the font doesn't have the sign of the currency. */
    private static String withSignOfMoney(String text, Notation notation) {
        Currency currency = notation.currency();
        String sign = currency.getSymbol(notation.written());
        return TextShaper.areUsual(sign) ? text : text.replace(sign, currency.getCurrencyCode() + NO_BREAK_SPACE);
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> FontCache.open(file);
    }
}
