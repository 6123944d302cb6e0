package steward.export.document.word;

import com.samskivert.mustache.Escapers;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.export.fonts.RunDirections;

/**
 * Says of each piece of text which script it is in and which way it runs. Text programs guess neither: without it, Hebrew stands on the
 * wrong side of its full stop, and sizes and weights pass Arabic by.
 */
public final class ScriptRuns {

    private static final Pattern PARAGRAPH = Pattern.compile("<w:p>(<w:pPr>.*?</w:pPr>)?(.*?)</w:p>", Pattern.DOTALL);

    private static final Pattern RUN = Pattern.compile("<w:r>(<w:rPr>.*?</w:rPr>)?(.*?)</w:r>", Pattern.DOTALL);

    private static final Pattern PIECE = Pattern.compile("<w:t(?: [^>]*)?>([^<]*)</w:t>|<[^>]+>");

    /** Where "bidi" stands among a paragraph's properties, by the standard's order. */
    private static final Pattern BEFORE_BIDI =
            Pattern.compile("^<w:pPr>(?:<w:pStyle [^>]*/>)?(?:<w:keepNext/>)?(?:<w:tabs>.*?</w:tabs>)?");

    /** What a template says of a line that is Steward's own, though names stand in it. */
    private static final String FROM_THE_LEFT = "<w:bidi w:val=\"0\"/>";

    private static final int FIRST_RIGHT_TO_LEFT = 0x0590;

    /** From here to the next, signs and dots that all fonts have. */
    private static final int FIRST_SIGN = 0x2000;

    private static final int FIRST_EAST_ASIAN = 0x2E80;

    private final WordScript han;
    private final WordScript complex;

    private ScriptRuns(WordScript han, WordScript complex) {
        this.han = han;
        this.complex = complex;
    }

    /**
     * For the scripts of one document.
     *
     * @param text all that stands in it
     * @param locale how the workspace writes
     */
    public static ScriptRuns of(String text, Locale locale) {
        return new ScriptRuns(WordScript.eastAsianIn(text, locale), WordScript.complexIn(text, locale));
    }

    /** What the styles say of text that is typed into the document later. */
    public Map<String, Object> defaults() {
        return Map.of(
                "eastAsianFont", han.font(),
                "eastAsianLanguage", han.language(),
                "complexFont", complex.font(),
                "complexLanguage", complex.language());
    }

    /** A part of a document with its paragraphs and runs marked. */
    public String in(String xml) {
        return isPlain(xml)
                ? xml
                : PARAGRAPH.matcher(xml).replaceAll(found -> Matcher.quoteReplacement(paragraph(found)));
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> c >= FIRST_EAST_ASIAN || (c >= FIRST_RIGHT_TO_LEFT && c < FIRST_SIGN));
    }

    private String paragraph(MatchResult found) {
        String properties = found.group(1) == null ? "" : found.group(1);
        String content = found.group(2);
        if (isPlain(content)) {
            return found.group();
        }
        String text = words(content);
        RunDirections directions =
                properties.contains(FROM_THE_LEFT) ? RunDirections.fromTheLeft(text) : RunDirections.of(text);
        Paragraph paragraph = new Paragraph(directions, firstFromTheRight(text));
        String runs = RUN.matcher(content).replaceAll(run -> Matcher.quoteReplacement(paragraph.run(run)));
        return "<w:p>" + (directions.isFromTheRight() ? rightToLeft(properties) : properties) + runs + "</w:p>";
    }

    private static String rightToLeft(String properties) {
        return properties.isEmpty()
                ? "<w:pPr><w:bidi/></w:pPr>"
                : BEFORE_BIDI.matcher(properties).replaceFirst("$0<w:bidi/>");
    }

    private static String words(String content) {
        StringBuilder words = new StringBuilder();
        Matcher piece = PIECE.matcher(content);
        while (piece.find()) {
            words.append(piece.group(1) == null ? "" : plain(piece.group(1)));
        }
        return words.toString();
    }

    /** What the escaper of the templates made of it, taken back. */
    private static String plain(String escaped) {
        return escaped.indexOf('&') < 0
                ? escaped
                : escaped.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&#x60;", "`")
                        .replace("&#x3D;", "=")
                        .replace("&amp;", "&");
    }

    /** What opens such text, a bracket or a stop, goes with the first letter that does so. */
    private WordScript firstFromTheRight(String text) {
        return text.codePoints()
                .mapToObj(point -> WordScript.of(point, WordScript.PLAIN, han))
                .filter(WordScript::isFromTheRight)
                .findFirst()
                .orElse(WordScript.PLAIN);
    }

    /** A paragraph on the way from its first run to its last. */
    private final class Paragraph {

        private final RunDirections directions;
        private final WordScript first;
        private WordScript script = WordScript.PLAIN;
        private int at;

        Paragraph(RunDirections directions, WordScript first) {
            this.directions = directions;
            this.first = first;
        }

        /** A run as the runs that it falls into. */
        String run(MatchResult run) {
            SplitRun split = new SplitRun(run.group(1) == null ? "" : run.group(1));
            Matcher piece = PIECE.matcher(run.group(2));
            while (piece.find()) {
                if (piece.group(1) == null) {
                    split.mark(piece.group());
                } else {
                    plain(piece.group(1)).codePoints().forEach(point -> letter(split, point));
                }
            }
            return split.xml();
        }

        private void letter(SplitRun split, int point) {
            boolean rightToLeft = directions.isFromTheRight(at);
            at += Character.charCount(point);
            WordScript before = script.isFromTheRight() == rightToLeft ? script : WordScript.PLAIN;
            script = WordScript.of(point, rightToLeft && before == WordScript.PLAIN ? first : before, han);
            split.letter(point, script, rightToLeft);
        }
    }

    /** Text of one look, cut where its script or its direction changes. */
    private static final class SplitRun {

        private final String look;
        private final StringBuilder xml = new StringBuilder();
        private final StringBuilder content = new StringBuilder();
        private final StringBuilder text = new StringBuilder();
        private WordScript script = WordScript.PLAIN;
        private boolean isRightToLeft;

        SplitRun(String look) {
            this.look = look.replace("<w:rPr>", "").replace("</w:rPr>", "");
        }

        void letter(int point, WordScript next, boolean rightToLeft) {
            if (next != script || rightToLeft != isRightToLeft) {
                endRun();
                script = next;
                isRightToLeft = rightToLeft;
            }
            text.appendCodePoint(point);
        }

        /** A line break or a tab. */
        void mark(String mark) {
            endText();
            content.append(mark);
        }

        String xml() {
            endRun();
            return xml.toString();
        }

        private void endText() {
            if (text.length() > 0) {
                content.append("<w:t xml:space=\"preserve\">")
                        .append(Escapers.HTML.escape(text.toString()))
                        .append("</w:t>");
                text.setLength(0);
            }
        }

        private void endRun() {
            endText();
            if (content.length() > 0) {
                String properties = fonts() + look + direction() + language();
                xml.append("<w:r>")
                        .append(properties.isEmpty() ? "" : "<w:rPr>" + properties + "</w:rPr>")
                        .append(content)
                        .append("</w:r>");
                content.setLength(0);
            }
        }

        private String fonts() {
            if (look.contains("<w:rFonts") || script == WordScript.PLAIN) {
                return "";
            }
            return script.isEastAsian()
                    ? "<w:rFonts w:eastAsia=\"" + script.font() + "\" w:hint=\"eastAsia\"/>"
                    : "<w:rFonts w:cs=\"" + script.font() + "\"/>";
        }

        private String direction() {
            return isRightToLeft ? "<w:rtl/>" : script.isComplex() ? "<w:cs/>" : "";
        }

        private String language() {
            if (script == WordScript.PLAIN) {
                return "";
            }
            return "<w:lang w:" + (script.isEastAsian() ? "eastAsia" : "bidi") + "=\"" + script.language() + "\"/>";
        }
    }
}
