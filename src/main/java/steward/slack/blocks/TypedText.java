package steward.slack.blocks;

import steward.worksheet.text.BracketedText;

/** What a person typed, from what Slack made of it. */
public final class TypedText {

    private static final int REPLACEMENT = 0xfffd;

    private TypedText() {}

    public static String from(String slack) {
        // Their name would take a call to Slack, and an id tells nobody anything.
        return storable(BracketedText.unwrapped(slack, id -> "the person"));
    }

    /** JSON can carry what is no text, and what a database or a file may refuse: control characters, and half a character. */
    public static String storable(String text) {
        return text.codePoints()
                .filter(TypedText::isText)
                .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** No text are control characters but for tabs and ends of lines, what no file may hold, and what turns around the words beside it. */
    private static boolean isText(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || !(Character.isISOControl(c)
                        || (c >= 0x202a && c <= 0x202e)
                        || (c >= 0x2066 && c <= 0x2069)
                        || c == 0xfffe
                        || c == 0xffff);
    }
}
