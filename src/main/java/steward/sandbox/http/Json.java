package steward.sandbox.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** JSON as Slack writes it: nulls are kept, and less-than signs stay as they are. */
public final class Json {

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    /** One property of an object. */
    public record Field(String name, @Nullable Object value) {}

    private Json() {}

    public static String write(JsonElement value) {
        return GSON.toJson(value);
    }

    /** Throws {@link JsonParseException} for anything but an object. */
    public static JsonObject parseObject(String text) {
        JsonElement parsed = JsonParser.parseString(text);
        if (!parsed.isJsonObject()) {
            throw new JsonParseException("Not a JSON object.");
        }
        return parsed.getAsJsonObject();
    }

    /** An object of the keys and values in turn: {@code object("ok", true, "ts", ts)}. */
    public static JsonObject object(@Nullable Object... keysAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.add(String.valueOf(keysAndValues[i]), element(keysAndValues[i + 1]));
        }
        return object;
    }

    /** One property of an object: {@code object(field("ok", true), field("ts", ts))}. */
    public static Field field(String name, @Nullable Object value) {
        return new Field(name, value);
    }

    public static JsonObject object(Field... fields) {
        JsonObject object = new JsonObject();
        for (Field field : fields) {
            object.add(field.name(), element(field.value()));
        }
        return object;
    }

    public static JsonArray array(@Nullable Object... values) {
        JsonArray array = new JsonArray();
        for (Object value : values) {
            array.add(element(value));
        }
        return array;
    }

    /** The text of a string property; empty when it is missing or something else. */
    public static String string(JsonObject object, String key) {
        JsonElement value = object.get(key);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    public static boolean isTrue(JsonObject object, String key) {
        return string(object, key).equals("true");
    }

    /** The objects of an array property; none when it is missing or something else. */
    public static List<JsonObject> objects(JsonObject object, String key) {
        JsonElement value = object.get(key);
        JsonArray array = value != null && value.isJsonArray() ? value.getAsJsonArray() : new JsonArray();
        return StreamSupport.stream(array.spliterator(), false)
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    public static JsonObject child(JsonObject object, String key) {
        JsonElement value = object.get(key);
        return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
    }

    private static JsonElement element(@Nullable Object value) {
        return value == null ? JsonNull.INSTANCE : GSON.toJsonTree(value);
    }
}
