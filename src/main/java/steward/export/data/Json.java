package steward.export.data;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes JSON with indentation, so that people can read it as well. */
public final class Json {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private Json() {}

    public static String text(JsonElement json) {
        return GSON.toJson(json);
    }

    static JsonPrimitive word(String name) {
        return new JsonPrimitive(name.toLowerCase(Locale.ROOT));
    }

    static JsonArray array(Stream<? extends JsonElement> elements) {
        JsonArray array = new JsonArray();
        elements.forEach(array::add);
        return array;
    }
}
