package steward.export;

import com.samskivert.mustache.Escapers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A plan as a text document to go on writing in: the worksheet on paper, its actions with boxes to tick.
 *
 * <p>Such a document is a few XML files in a zip (ECMA-376, Office Open XML); the templates are these files.
 */
final class DocxFile {

    /** Ends the text of a run, breaks the line and goes on. */
    private static final String LINE_BREAK = "</w:t><w:br/><w:t xml:space=\"preserve\">";

    private final Original original;

    DocxFile(Original original) {
        this.original = original;
    }

    byte[] bytes() {
        Paper paper = new Typesetter(original).paper();
        Templates inRuns = new Templates(
                "docx/", ".xml", text -> Escapers.HTML.escape(text).replaceAll("\\R", LINE_BREAK));
        Templates inOneLine = new Templates("docx/", ".xml", Escapers.HTML);
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream docx = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(docx, "[Content_Types].xml", inOneLine.filled("content-types", paper));
            put(docx, "_rels/.rels", inOneLine.filled("package-relations", paper));
            put(docx, "docProps/core.xml", inOneLine.filled("core", paper));
            put(docx, "word/_rels/document.xml.rels", inOneLine.filled("document-relations", paper));
            put(docx, "word/styles.xml", inOneLine.filled("styles", paper));
            put(docx, "word/footer.xml", inRuns.filled("footer", paper));
            put(docx, "word/document.xml", inRuns.filled("document", paper));
            docx.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All from the same moment, the export's, so that the same plan makes the same file. */
    private void put(ZipOutputStream docx, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(original.at(), original.rep().zone()));
        docx.putNextEntry(entry);
        docx.write(content.getBytes(StandardCharsets.UTF_8));
        docx.closeEntry();
    }
}
