package steward.sandbox.messages;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import steward.sandbox.http.Json;

/**
 * The emoji that the sandbox knows, by Slack's short names: those that Steward reads names of, listed in {@code emoji.json}.
 *
 * <p>Slack knows two thousand; others are passed on and shown as the characters they are.
 */
public final class Emoji {

    private static final JsonObject BY_NAME = read();
    private static final Map<String, String> BY_CHARACTER = byCharacter();

    /** A known emoji, or what may be one written by its name. */
    static final Pattern PATTERN = Pattern.compile(BY_CHARACTER.keySet().stream()
                    .sorted(Comparator.comparing(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"))
            + "|:(?:" + BY_NAME.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")) + "):");

    private Emoji() {}

    public static JsonObject byName() {
        return BY_NAME.deepCopy();
    }

    /** The name of what {@link #PATTERN} found, be it the character or the name between colons. */
    static String name(String found) {
        return found.startsWith(":")
                ? found.substring(1, found.length() - 1)
                : Objects.requireNonNull(BY_CHARACTER.get(found));
    }

    /** The code points in hexadecimal, as Slack states them beside the name. */
    static String unicode(String name) {
        return Json.string(BY_NAME, name)
                .codePoints()
                .mapToObj(Integer::toHexString)
                .collect(Collectors.joining("-"));
    }

    private static Map<String, String> byCharacter() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> entry : BY_NAME.entrySet()) {
            // Of several names the first is the one that Slack sends.
            names.putIfAbsent(entry.getValue().getAsString(), entry.getKey());
        }
        return names;
    }

    private static JsonObject read() {
        try (InputStream in =
                Objects.requireNonNull(Emoji.class.getResourceAsStream("/steward/worksheet/text/emoji.json"))) {
            return Json.parseObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
