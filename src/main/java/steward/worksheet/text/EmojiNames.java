package steward.worksheet.text;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The emoji that are called by a name between colons: those listed in {@code emoji.json}, and others by the name that Unicode gives them. */
final class EmojiNames {

    private static final JsonObject LISTED = read();

    private EmojiNames() {}

    /** The emoji of a name such as {@code white_check_mark}; empty if it is a workspace's own, or none. */
    static Optional<String> character(String name) {
        return LISTED.has(name) ? Optional.of(LISTED.get(name).getAsString()) : byUnicodeName(name);
    }

    private static Optional<String> byUnicodeName(String name) {
        try {
            int character = Character.codePointOf(name.replace('_', ' ').toUpperCase(Locale.ROOT));
            return Character.getType(character) == Character.OTHER_SYMBOL
                    ? Optional.of(Character.toString(character))
                    : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static JsonObject read() {
        try (InputStream in = Objects.requireNonNull(EmojiNames.class.getResourceAsStream("emoji.json"))) {
            return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
