package steward.export.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;

/** Makes workbooks of sheets. */
final class Workbooks {

    /** One that looks alike in all programs. */
    static final String FONT = "Arial";

    private static final double FONT_POINTS = 10;

    private Workbooks() {}

    /** @param sheets writes them into a book, in their order */
    static byte[] bytes(BookTitle title, Function<Workbook, List<Sheet>> sheets) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            Workbook book = new Workbook(written, "Steward", null);
            book.setGlobalDefaultFont(FONT, FONT_POINTS);
            List<Sheet> finished = sheets.apply(book);
            finished.forEach(sheet -> {
                sheet.cutTo(title.locale());
                sheet.mark(title.brand());
            });
            book.finish();
            return new FinishedWorkbook(written.toByteArray(), title, finished).bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
