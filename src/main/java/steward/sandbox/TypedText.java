package steward.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed into the message box, as Slack passes it on.
 *
 * <p>In {@code text}, {@code & < >} are escaped and what looks like an address becomes a link in angle brackets; in
 * {@code blocks} the same stands as rich text, unescaped.
 */
record TypedText(String typed) {

    private static final String TOP_LEVEL =
            "com|org|net|io|dev|co|ai|app|edu|gov|info|biz|me|us|uk|eu|de|fr|es|it|nl|ch|ca|au|in|jp";

    /** A full address, an e-mail address, or a bare domain of a well-known ending. */
    private static final Pattern LINK = Pattern.compile("(?<url>https?://[^\\s<>|]+)"
            + "|(?<mail>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)"
            + "|(?<domain>(?<![\\w@.-])(?:[a-z0-9-]+\\.)+(?:" + TOP_LEVEL + ")(?![\\w-])(?:/[^\\s<>|]*)?)");

    private static final String TRAILING = ".,;:!?)'\"";

    /** A stretch of plain words, or a link where {@code url} is not empty. */
    private record Piece(String words, String url) {}

    String text() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces()) {
            String words = escape(piece.words());
            if (piece.url().isEmpty()) {
                text.append(words);
            } else if (piece.url().equals(piece.words())) {
                text.append('<').append(words).append('>');
            } else {
                text.append('<')
                        .append(escape(piece.url()))
                        .append('|')
                        .append(words)
                        .append('>');
            }
        }
        return text.toString();
    }

    JsonArray blocks() {
        JsonArray elements = new JsonArray();
        for (Piece piece : pieces()) {
            elements.add(element(piece));
        }
        JsonObject section = Json.object("type", "rich_text_section", "elements", elements);
        return BlockIds.complete(Json.array(Json.object("type", "rich_text", "elements", Json.array(section))));
    }

    static String escape(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static JsonObject element(Piece piece) {
        if (piece.url().isEmpty()) {
            return Json.object("type", "text", "text", piece.words());
        }
        JsonObject link = Json.object("type", "link", "url", piece.url());
        if (!piece.url().equals(piece.words())) {
            link.addProperty("text", piece.words());
        }
        return link;
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = LINK.matcher(typed);
        int done = 0;
        while (matcher.find()) {
            String found = withoutTrailing(matcher.group());
            add(pieces, typed.substring(done, matcher.start()), "");
            add(pieces, found, address(matcher, found));
            done = matcher.start() + found.length();
        }
        add(pieces, typed.substring(done), "");
        return pieces;
    }

    private static String address(Matcher matcher, String found) {
        if (matcher.group("url") != null) {
            return found;
        }
        return (matcher.group("mail") != null ? "mailto:" : "http://") + found;
    }

    private static String withoutTrailing(String found) {
        int end = found.length();
        while (end > 0 && TRAILING.indexOf(found.charAt(end - 1)) >= 0) {
            end--;
        }
        return found.substring(0, end);
    }

    private static void add(List<Piece> pieces, String words, String url) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(words, url));
        }
    }
}
