package steward.export.document.word;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/** A script that text programs have fonts and rules of its own for, with one that comes with them and the usual language. */
enum WordScript {
    /** What the document's own fonts draw: Latin, Greek, Cyrillic. */
    PLAIN("", ""),
    SIMPLIFIED("zh-CN", "Microsoft YaHei"),
    TRADITIONAL("zh-TW", "Microsoft JhengHei"),
    JAPANESE("ja-JP", "Yu Gothic"),
    KOREAN("ko-KR", "Malgun Gothic"),
    ARABIC("ar-SA", "Arial"),
    HEBREW("he-IL", "Arial"),
    DEVANAGARI("hi-IN", "Nirmala UI"),
    THAI("th-TH", "Leelawadee UI");

    private final String language;
    private final String font;

    WordScript(String language, String font) {
        this.language = language;
        this.font = font;
    }

    /** As files name it: "ja-JP". */
    String language() {
        return language;
    }

    /** One that comes with office programs; what stands in for it elsewhere is said in the table of fonts. */
    String font() {
        return font;
    }

    boolean isEastAsian() {
        return this == SIMPLIFIED || this == TRADITIONAL || this == JAPANESE || this == KOREAN;
    }

    /** Whether its letters change with their neighbours or run from the right, so that sizes and weights are said apart for it. */
    boolean isComplex() {
        return this != PLAIN && !isEastAsian();
    }

    boolean isFromTheRight() {
        return this == ARABIC || this == HEBREW;
    }

    /** Whose fonts Chinese characters are drawn with in a text: those of the workspace's language, or of what stands beside them. */
    static WordScript eastAsianIn(String text, Locale locale) {
        return switch (locale.getLanguage()) {
            case "ja" -> JAPANESE;
            case "ko" -> KOREAN;
            case "zh" -> isTraditional(locale) ? TRADITIONAL : SIMPLIFIED;
            default ->
                holds(text, UnicodeScript.HIRAGANA) || holds(text, UnicodeScript.KATAKANA)
                        ? JAPANESE
                        : holds(text, UnicodeScript.HANGUL) ? KOREAN : SIMPLIFIED;
        };
    }

    /** What is typed later in letters that are said apart: the workspace's, or those that stand there already. */
    static WordScript complexIn(String text, Locale locale) {
        return switch (locale.getLanguage()) {
            case "he", "iw" -> HEBREW;
            case "hi" -> DEVANAGARI;
            case "th" -> THAI;
            default ->
                text.codePoints()
                        .mapToObj(point -> of(point, PLAIN, PLAIN))
                        .filter(WordScript::isComplex)
                        .findFirst()
                        .orElse(ARABIC);
        };
    }

    private static boolean isTraditional(Locale locale) {
        return switch (locale.getCountry()) {
            case "TW", "HK", "MO" -> true;
            default -> locale.getScript().equals("Hant");
        };
    }

    private static boolean holds(String text, UnicodeScript script) {
        return text.codePoints().anyMatch(point -> UnicodeScript.of(point) == script);
    }

    /**
     * The script of a character.
     *
     * @param before that of what stands before it, which spaces and stops share
     * @param han whose fonts Chinese characters are drawn with
     */
    static WordScript of(int point, WordScript before, WordScript han) {
        return switch (UnicodeScript.of(point)) {
            case COMMON, INHERITED -> before;
            case HAN, BOPOMOFO -> han;
            case HIRAGANA, KATAKANA -> JAPANESE;
            case HANGUL -> KOREAN;
            case ARABIC -> ARABIC;
            case HEBREW -> HEBREW;
            case DEVANAGARI -> DEVANAGARI;
            case THAI -> THAI;
            default -> PLAIN;
        };
    }
}
