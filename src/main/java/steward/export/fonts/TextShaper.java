package steward.export.fonts;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Shapes the text of one document. Letters that its font has stand in it as they are. Others are shaped, as their script asks for, and drawn in a
 * font of the document's own, in which each cluster has a code. Not for several threads.
 */
public final class TextShaper {

    private static final FontCoverage PLAIN = FontCoverage.of(FontCoverage.REGULAR);

    /** What stands in the place of a letter that no font here has. */
    private static final String MISSING = "\u25A1";

    private static final int FIRST_CODE = BidiText.IN_RIGHT_TO_LEFT + 1;
    private static final int LAST_CODE = 0xF8FF;
    private static final int VARIATION_SELECTOR_16 = 0xFE0F;
    private static final Set<Integer> JOINERS = Set.of(0x200C, 0x200D);

    private final Map<Cluster, Integer> codes = new HashMap<>();
    private final Map<Integer, Unit> units = new HashMap<>();
    private final Set<String> missing = new TreeSet<>();
    private int nextCode = FIRST_CODE;

    /**
     * What is drawn for a code.
     *
     * @param bold how it is drawn in bold, if there are letters for that
     */
    record Unit(int code, Cluster regular, Optional<Cluster> bold) {}

    /** Whether the document's font itself shows all of a text. */
    public static boolean areUsual(String text) {
        return text.codePoints().allMatch(TextShaper::isUsual);
    }

    /** A text as it has to stand in the document. */
    public String drawn(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC);
        return areUsual(text) ? text : new Writer(text).written();
    }

    /** Whether there are letters that can't be shown. */
    public boolean hasMissing() {
        return !missing.isEmpty();
    }

    /** What they belong to: "Tibetan, symbols". */
    public String missing() {
        return String.join(", ", missing);
    }

    /** What stands in their place. */
    public String sign() {
        return MISSING;
    }

    /** What is read where something is drawn. */
    String read(String drawn) {
        return drawn.codePoints().anyMatch(this::isCode)
                ? drawn.codePoints().mapToObj(this::read).collect(Collectors.joining())
                : drawn;
    }

    private String read(int point) {
        Unit unit = units.get(point);
        return unit != null
                ? unit.regular().text()
                : point == BidiText.IN_RIGHT_TO_LEFT ? "" : Character.toString(point);
    }

    int firstRead(int point) {
        Unit unit = units.get(point);
        return unit == null ? point : unit.regular().text().codePointAt(0);
    }

    private boolean isCode(int point) {
        return point == BidiText.IN_RIGHT_TO_LEFT || units.containsKey(point);
    }

    /** All that is drawn, by its codes. */
    List<Unit> units() {
        return units.values().stream().sorted(Comparator.comparing(Unit::code)).toList();
    }

    private static boolean isUsual(int point) {
        return Character.getType(point) != Character.FORMAT && PLAIN.has(point);
    }

    /** Writes one text, word by word. */
    private final class Writer {

        private final String text;
        private final boolean isRightToLeft;
        private final StringBuilder written = new StringBuilder();
        private final StringBuilder word = new StringBuilder();
        private Optional<Typeface> face = Optional.empty();

        Writer(String text) {
            this.text = text;
            this.isRightToLeft = BidiText.isRightToLeft(text);
        }

        String written() {
            text.codePoints().forEach(this::take);
            endWord();
            return written.toString();
        }

        private void take(int point) {
            if (belongsToWord(point)) {
                word.appendCodePoint(point);
            } else if (isUsual(point)) {
                endWord();
                mark();
                written.appendCodePoint(point);
            } else if (Character.getType(point) != Character.FORMAT && point != VARIATION_SELECTOR_16) {
                endWord();
                begin(point);
            }
        }

        /** Marks go with their letters, whichever font has them too. */
        private boolean belongsToWord(int point) {
            return face.filter(open -> JOINERS.contains(point)
                            || (open.has(point)
                                    && (isMark(point)
                                            || (!isUsual(point)
                                                    && BidiText.isRightToLeft(point)
                                                            == BidiText.isRightToLeft(word.codePointAt(0))))))
                    .isPresent();
        }

        private static boolean isMark(int point) {
            int type = Character.getType(point);
            return type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK
                    || type == Character.ENCLOSING_MARK;
        }

        private void begin(int point) {
            face = Character.getType(point) == Character.PRIVATE_USE ? Optional.empty() : Typefaces.having(point);
            if (face.isPresent()) {
                word.appendCodePoint(point);
            } else {
                missing.add(Scripts.nameOf(point));
                written.append(MISSING);
            }
        }

        /** Where a word that is written from left to right begins in a text that isn't. */
        private void mark() {
            if (isRightToLeft
                    && (written.isEmpty() || Character.isWhitespace(written.codePointBefore(written.length())))) {
                written.append(BidiText.IN_RIGHT_TO_LEFT);
            }
        }

        private void endWord() {
            face.ifPresent(open -> shape(open, word.toString()).forEach(written::appendCodePoint));
            face = Optional.empty();
            word.setLength(0);
        }

        private List<Integer> shape(Typeface open, String letters) {
            boolean isFromRight = BidiText.isRightToLeft(letters.codePointAt(0));
            List<Cluster> regular = open.shaped(letters, isFromRight);
            List<Cluster> bold = Typefaces.boldOf(open)
                    .map(heavy -> heavy.shaped(letters, isFromRight))
                    .filter(heavy -> texts(heavy).equals(texts(regular)))
                    .orElse(List.of());
            List<Integer> drawn = new ArrayList<>();
            for (int place = 0; place < regular.size(); place++) {
                drawn.add(code(regular.get(place), bold.isEmpty() ? Optional.empty() : Optional.of(bold.get(place))));
            }
            return drawn;
        }

        private static List<String> texts(List<Cluster> clusters) {
            return clusters.stream().map(Cluster::text).toList();
        }
    }

    private int code(Cluster cluster, Optional<Cluster> bold) {
        return codes.computeIfAbsent(cluster, fresh -> {
            int code = codeOf(fresh.text());
            units.put(code, new Unit(code, fresh, bold));
            return code;
        });
    }

    /** An East Asian letter is its own; all others look different from word to word. */
    private int codeOf(String text) {
        int first = text.codePointAt(0);
        if (text.length() == 1 && Scripts.EAST_ASIAN.contains(UnicodeScript.of(first)) && !units.containsKey(first)) {
            return first;
        }
        while (nextCode <= LAST_CODE && PLAIN.has(nextCode)) {
            nextCode++;
        }
        if (nextCode > LAST_CODE) {
            throw new IllegalStateException("more than " + (LAST_CODE - FIRST_CODE) + " shapes of letters");
        }
        return nextCode++;
    }
}
