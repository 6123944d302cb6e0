package steward.export.document;

import com.samskivert.mustache.Escapers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import steward.export.brand.Brand;
import steward.export.document.word.ScriptRuns;
import steward.export.joint.JointPlan;
import steward.export.office.OfficeFile;
import steward.export.source.ExportedPlan;
import steward.worksheet.values.Notation;

/** A plan as a text document to go on writing in. Its templates are its parts. */
public final class DocxFile {

    /** Ends the text of a run, breaks the line and goes on. */
    private static final String LINE_BREAK = "</w:t><w:br/><w:t xml:space=\"preserve\">";

    /** What goes with the text: the template of each part by its name. The first has to come first. */
    private static final Map<String, String> PARTS = parts();

    private static final Templates IN_RUNS =
            new Templates("docx/", ".xml", text -> Escapers.HTML.escape(text).replaceAll("\\R", LINE_BREAK));

    private static final Templates IN_ONE_LINE = new Templates("docx/", ".xml", Escapers.HTML);

    private final String template;
    private final String foot;
    private final Object document;
    private final Instant at;
    private final Locale locale;
    private final Brand brand;

    /** @param foot what stands at the foot of each page */
    private DocxFile(String template, String foot, Object document, Instant at, Locale locale, Brand brand) {
        this.template = template;
        this.foot = foot;
        this.document = document;
        this.at = at;
        this.locale = locale;
        this.brand = brand;
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "content-types");
        parts.put("_rels/.rels", "package-relations");
        parts.put("docProps/core.xml", "core");
        parts.put("word/_rels/document.xml.rels", "document-relations");
        parts.put("word/styles.xml", "styles");
        parts.put("word/settings.xml", "settings");
        parts.put("word/numbering.xml", "numbering");
        parts.put("word/fontTable.xml", "fonts");
        return parts;
    }

    /** The worksheet, its actions with boxes to tick. */
    public static DocxFile of(ExportedPlan exported) {
        return new DocxFile(
                "document",
                exported.plan().account() + " " + exported.plan().year(),
                new Typesetter(exported).document(),
                exported.at(),
                exported.notation().written(),
                exported.brand());
    }

    /** What both sides do together. */
    public static DocxFile of(JointPlan plan) {
        return new DocxFile(
                "joint",
                plan.account() + " " + plan.year(),
                JointDocument.of(plan),
                plan.at(),
                plan.locale(),
                plan.brand());
    }

    /** All plans, behind a page that compares them. */
    public static DocxFile of(List<ExportedPlan> plans) {
        ExportedPlan any = plans.get(0);
        return new DocxFile(
                "portfolio",
                "All plans",
                PortfolioDocument.of(plans),
                any.at(),
                any.notation().written(),
                any.brand());
    }

    /** The worksheet with nothing in it. */
    public static DocxFile blank(LocalDate today, Notation notation, Brand brand) {
        return new DocxFile(
                "blank",
                "Account plan " + today.getYear(),
                BlankDocument.of(today.getYear(), today, notation),
                today.atStartOfDay(ZoneOffset.UTC).toInstant(),
                notation.written(),
                brand);
    }

    public byte[] bytes() {
        Map<String, Object> mark = Map.of("brand", brand, "foot", foot);
        String text = IN_RUNS.filled(template, document, mark);
        ScriptRuns scripts = ScriptRuns.of(text, locale);
        Map<String, Object> besides = new HashMap<>(scripts.defaults());
        besides.putAll(mark);
        besides.put("at", at.truncatedTo(ChronoUnit.SECONDS));
        Map<String, String> parts = new LinkedHashMap<>();
        PARTS.forEach((name, part) -> parts.put(name, IN_ONE_LINE.filled(part, document, besides)));
        parts.put("word/footer.xml", scripts.in(IN_RUNS.filled("footer", document, mark)));
        parts.put("word/document.xml", scripts.in(text));
        try {
            Map<String, byte[]> pictures = brand.logo()
                    .map(logo -> Map.of("word/media/logo.png", logo.png()))
                    .orElse(Map.of());
            return new OfficeFile(parts, pictures).bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
