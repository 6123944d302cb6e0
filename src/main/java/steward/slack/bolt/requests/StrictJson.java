package steward.slack.bolt.requests;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads what came over the wire to the letter, or not at all: nothing is guessed or replaced. */
public final class StrictJson {

    static final int DEPTH_MAX = 100;

    private StrictJson() {}

    static String utf8(byte[] bytes) throws MalformedRequest {
        try {
            // A fresh decoder reports what it cannot read, where String's constructor would replace it.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedRequest("This is not UTF-8.");
        }
    }

    /** One JSON object and nothing after it. */
    static JsonObject json(String text) throws MalformedRequest {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEPTH_MAX);
        try {
            JsonElement read = JsonParser.parseReader(reader);
            if (!read.isJsonObject() || reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedRequest("This is not one JSON object.");
            }
            return read.getAsJsonObject();
        } catch (JsonParseException | IOException | NumberFormatException e) {
            throw new MalformedRequest("This is not JSON, or it is nested too deep.");
        }
    }

    /** The fields of a form; of a field that comes twice, the first. */
    public static Map<String, String> form(String text) throws MalformedRequest {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split("&", -1)) {
            int equals = field.indexOf('=');
            String name = equals < 0 ? field : field.substring(0, equals);
            String value = equals < 0 ? "" : field.substring(equals + 1);
            fields.putIfAbsent(formWord(name), formWord(value));
        }
        return fields;
    }

    private static String formWord(String encoded) throws MalformedRequest {
        if (encoded.indexOf('%') < 0) {
            return encoded.replace('+', ' ');
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                bytes.write(escaped(raw, i));
                i += 2;
            } else {
                bytes.write(raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static int escaped(byte[] raw, int percent) throws MalformedRequest {
        int high = percent + 1 < raw.length ? Character.digit(raw[percent + 1], 16) : -1;
        int low = percent + 2 < raw.length ? Character.digit(raw[percent + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw new MalformedRequest("This form has a broken percent escape.");
        }
        return high * 16 + low;
    }
}
