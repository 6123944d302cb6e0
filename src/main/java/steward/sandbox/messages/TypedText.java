package steward.sandbox.messages;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.sandbox.http.Json;

/**
 * What a person typed into the message box, as Slack passes it on.
 *
 * <p>In {@code text}, {@code & < >} are escaped, what looks like an address becomes a link in angle brackets, and an
 * emoji its name between colons; in {@code blocks} the same stands as rich text, unescaped, with the code points of the
 * emoji beside their names.
 */
public record TypedText(String typed) {

    private static final String TOP_LEVEL =
            "com|org|net|io|dev|co|ai|app|edu|gov|info|biz|me|us|uk|eu|de|fr|es|it|nl|ch|ca|au|in|jp";

    /** A full address, an e-mail address, or a bare domain of a well-known ending. */
    private static final Pattern LINK = Pattern.compile("(?<url>https?://[^\\s<>|]+)"
            + "|(?<mail>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)"
            + "|(?<domain>(?<![\\w@.-])(?:[a-z0-9-]+\\.)+(?:" + TOP_LEVEL + ")(?![\\w-])(?:/[^\\s<>|]*)?)");

    private static final String TRAILING = ".,;:!?)'\"";

    /** A stretch of plain words, a link where {@code url} is not empty, or an emoji where {@code emoji} is not. */
    private record Piece(String words, String url, String emoji) {}

    public String text() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces()) {
            String words = escape(piece.words());
            if (!piece.emoji().isEmpty()) {
                text.append(':').append(piece.emoji()).append(':');
            } else if (piece.url().isEmpty()) {
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

    public JsonArray blocks() {
        JsonArray elements = new JsonArray();
        for (Piece piece : pieces()) {
            elements.add(element(piece));
        }
        JsonObject section = Json.object("type", "rich_text_section", "elements", elements);
        return BlockIds.complete(Json.array(Json.object("type", "rich_text", "elements", Json.array(section))));
    }

    public static String escape(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static JsonObject element(Piece piece) {
        if (!piece.emoji().isEmpty()) {
            return Json.object("type", "emoji", "name", piece.emoji(), "unicode", Emoji.unicode(piece.emoji()));
        }
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
        Matcher links = LINK.matcher(typed);
        int done = 0;
        while (links.find()) {
            String found = withoutTrailing(links.group());
            addWords(pieces, typed.substring(done, links.start()));
            pieces.add(new Piece(found, address(links, found), ""));
            done = links.start() + found.length();
        }
        addWords(pieces, typed.substring(done));
        return pieces;
    }

    private static void addWords(List<Piece> pieces, String words) {
        Matcher emoji = Emoji.PATTERN.matcher(words);
        int done = 0;
        while (emoji.find()) {
            addPlain(pieces, words.substring(done, emoji.start()));
            pieces.add(new Piece(emoji.group(), "", Emoji.name(emoji.group())));
            done = emoji.end();
        }
        addPlain(pieces, words.substring(done));
    }

    private static void addPlain(List<Piece> pieces, String words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(words, "", ""));
        }
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
}
