package steward.export.fonts;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines that are written from right to left, in whole or in part. Lines are broken as they are read; what stands on one is then put in the order
 * in which it is drawn.
 */
final class BidiText implements BidiReorderer {

    /** Marks a word that is written from left to right in words that aren't: its line may begin with it. Not drawn. */
    static final char IN_RIGHT_TO_LEFT = '\uE000';

    private static final String MIRRORED = "()[]{}<>«»‹›";

    private final TextShaper letters;

    BidiText(TextShaper letters) {
        this.letters = letters;
    }

    static boolean isRightToLeft(int point) {
        byte direction = Character.getDirectionality(point);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** Whether a text as a whole is written from right to left: its first letter that has a direction says so. */
    static boolean isRightToLeft(String text) {
        return !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /** Whether anything in what is drawn is written from right to left. */
    boolean isInvolved(String drawn) {
        char[] read = letters.read(drawn).toCharArray();
        return Bidi.requiresBidi(read, 0, read.length);
    }

    @Override
    public String reorderRTLTextToLTR(String line) {
        String text = line.replace(String.valueOf(IN_RIGHT_TO_LEFT), "");
        // One character each, with the direction of what is read there.
        String signs = text.codePoints()
                .map(letters::firstRead)
                .mapToObj(BidiText::sign)
                .collect(Collectors.joining());
        boolean isRightToLeft = text.length() < line.length() || isRightToLeft(signs);
        RunDirections runs = isRightToLeft ? RunDirections.fromTheRight(signs) : RunDirections.fromTheLeft(signs);
        int[] points = text.codePoints().toArray();
        Integer[] places = IntStream.range(0, points.length).boxed().toArray(Integer[]::new);
        byte[] levels = new byte[points.length];
        for (int place = 0; place < levels.length; place++) {
            levels[place] = runs.level(place);
        }
        Bidi.reorderVisually(levels, 0, places, 0, places.length);
        StringBuilder drawn = new StringBuilder();
        for (int place : places) {
            drawn.appendCodePoint(runs.isFromTheRight(place) ? mirrored(points[place]) : points[place]);
        }
        return drawn.toString();
    }

    /** Something of one character with the same direction. */
    private static String sign(int point) {
        if (point <= Character.MAX_VALUE) {
            return Character.toString(point);
        }
        return isRightToLeft(point)
                ? "\u05D0"
                : Character.getDirectionality(point) == Character.DIRECTIONALITY_LEFT_TO_RIGHT ? "a" : "*";
    }

    private static int mirrored(int point) {
        int at = MIRRORED.indexOf(point);
        return at < 0 ? point : MIRRORED.charAt(at % 2 == 0 ? at + 1 : at - 1);
    }

    @Override
    public String shapeText(String text) {
        return text;
    }

    @Override
    public String deshapeText(String text) {
        return text;
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /** A paragraph is one run, which is put in order line by line. */
    BidiSplitter splitter() {
        return new BidiSplitter() {

            private BidiTextRun run = new BidiTextRun(0, 0, LTR);

            @Override
            public void setParagraph(String paragraph, byte defaultDirection) {
                run = new BidiTextRun(0, paragraph.length(), isInvolved(paragraph) ? RTL : LTR);
            }

            @Override
            public int countTextRuns() {
                return 1;
            }

            @Override
            public BidiTextRun getVisualRun(int index) {
                return run;
            }

            @Override
            public byte getBaseDirection(String paragraph) {
                return isRightToLeft(letters.read(paragraph)) ? RTL : LTR;
            }
        };
    }
}
