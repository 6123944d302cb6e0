package steward.export.document;

import com.openhtmltopdf.pdfboxout.PDFCreationListener;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Does something to a document when all of it is drawn, before it is written. */
record AtTheEnd(Consumer<PDDocument> what) implements PDFCreationListener {

    @Override
    public void preOpen(PdfBoxRenderer renderer) {
        // Nothing is there yet.
    }

    @Override
    public void preWrite(PdfBoxRenderer renderer, int pageCount) {
        // Nothing is drawn yet.
    }

    @Override
    public void onClose(PdfBoxRenderer renderer) {
        what.accept(renderer.getPdfDocument());
    }
}
