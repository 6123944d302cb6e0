package steward.export.data;

/** Folds the lines of a calendar as RFC 5545 has it: at 75 octets of UTF-8, a character never in two. */
final class OctetFolding {

    private static final int OCTETS_MAX = 75;

    static final String FOLD = "\r\n ";

    private OctetFolding() {}

    /** @param text lines that end in CR LF */
    static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / OCTETS_MAX * FOLD.length());
        int octets = 0;
        for (int index = 0; index < text.length(); ) {
            int character = text.codePointAt(index);
            int more = octets(character);
            if (character == '\r' || character == '\n') {
                octets = 0;
                more = 0;
            } else if (octets + more > OCTETS_MAX) {
                folded.append(FOLD);
                // The space at its beginning counts too.
                octets = 1;
            }
            octets += more;
            folded.appendCodePoint(character);
            index += Character.charCount(character);
        }
        return folded.toString();
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
