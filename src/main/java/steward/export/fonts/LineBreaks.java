package steward.export.fonts;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;

/** Where a line may end: between the words of what is read, also where they are written without spaces, as in Thai. */
final class LineBreaks implements FSTextBreaker {

    private static final Locale THAI = Locale.forLanguageTag("th");

    private final TextShaper letters;
    private final FSTextBreaker usual = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.US));
    private final BreakIterator words = BreakIterator.getLineInstance(THAI);
    private boolean isUsual = true;

    /** Where what is read begins, for each character that is drawn, and where all ends. */
    private int[] starts = {};

    LineBreaks(TextShaper letters) {
        this.letters = letters;
    }

    @Override
    public void setText(String drawn) {
        String read = letters.read(drawn);
        isUsual = read.equals(drawn);
        if (isUsual) {
            usual.setText(drawn);
            return;
        }
        starts = new int[drawn.length() + 1];
        for (int at = 0; at < drawn.length(); at++) {
            starts[at + 1] =
                    starts[at] + letters.read(drawn.substring(at, at + 1)).length();
        }
        words.setText(read);
    }

    @Override
    public int next() {
        return isUsual ? usual.next() : nextWord();
    }

    private int nextWord() {
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            int at = Arrays.binarySearch(starts, end);
            if (at >= 0) {
                return lastAt(at);
            }
        }
        return BreakIterator.DONE;
    }

    /** Behind what stands for nothing that is read. */
    private int lastAt(int place) {
        int last = place;
        while (last > 0 && starts[last - 1] == starts[last]) {
            last--;
        }
        return last;
    }
}
