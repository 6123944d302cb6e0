package steward.export.document;

import com.samskivert.mustache.Escapers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import steward.export.joint.JointPlan;
import steward.export.office.OfficeFile;
import steward.export.source.ExportedPlan;

/** A plan as a text document to go on writing in. Its templates are its parts. */
public final class DocxFile {

    /** Ends the text of a run, breaks the line and goes on. */
    private static final String LINE_BREAK = "</w:t><w:br/><w:t xml:space=\"preserve\">";

    private final String template;
    private final Object document;

    private DocxFile(String template, Object document) {
        this.template = template;
        this.document = document;
    }

    /** The worksheet, its actions with boxes to tick. */
    public static DocxFile of(ExportedPlan exported) {
        return new DocxFile("document", new Typesetter(exported).document());
    }

    /** What both sides do together. */
    public static DocxFile of(JointPlan plan) {
        return new DocxFile("joint", JointDocument.of(plan));
    }

    public byte[] bytes() {
        Templates inRuns = new Templates(
                "docx/", ".xml", text -> Escapers.HTML.escape(text).replaceAll("\\R", LINE_BREAK));
        Templates inOneLine = new Templates("docx/", ".xml", Escapers.HTML);
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", inOneLine.filled("content-types", document));
        parts.put("_rels/.rels", inOneLine.filled("package-relations", document));
        parts.put("docProps/core.xml", inOneLine.filled("core", document));
        parts.put("word/_rels/document.xml.rels", inOneLine.filled("document-relations", document));
        parts.put("word/styles.xml", inOneLine.filled("styles", document));
        parts.put("word/footer.xml", inRuns.filled("footer", document));
        parts.put("word/document.xml", inRuns.filled(template, document));
        try {
            return new OfficeFile(parts).bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
