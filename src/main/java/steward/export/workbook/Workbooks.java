package steward.export.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;

/** Makes workbooks of sheets. */
final class Workbooks {

    /** One that looks alike in all programs. */
    static final String FONT = "Arial";

    private static final double FONT_POINTS = 10;

    private Workbooks() {}

    /**
     * @param at when the plan was taken down
     * @param sheets writes them into a book, in their order
     */
    static byte[] bytes(Instant at, Function<Workbook, List<Sheet>> sheets) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            Workbook book = new Workbook(written, "Steward", null);
            book.setGlobalDefaultFont(FONT, FONT_POINTS);
            List<Sheet> finished = sheets.apply(book);
            book.finish();
            return new FinishedWorkbook(written.toByteArray(), at, finished).bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
