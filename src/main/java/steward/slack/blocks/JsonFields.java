package steward.slack.blocks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks into JSON that may lack anything: what is absent, or of another type, is empty, and what is no text is left out. */
public final class JsonFields {

    private JsonFields() {}

    public static String text(JsonObject in, String name) {
        JsonElement found = in.get(name);
        return found != null
                        && found.isJsonPrimitive()
                        && found.getAsJsonPrimitive().isString()
                ? TypedText.storable(found.getAsString())
                : "";
    }

    public static JsonObject object(JsonObject in, String name) {
        return asObject(in.get(name));
    }

    public static boolean isTrue(JsonObject in, String name) {
        JsonElement found = in.get(name);
        return found != null
                && found.isJsonPrimitive()
                && found.getAsJsonPrimitive().isBoolean()
                && found.getAsBoolean();
    }

    /** The objects in an array. */
    public static List<JsonObject> objects(JsonObject in, String name) {
        JsonElement found = in.get(name);
        if (found == null || !found.isJsonArray()) {
            return List.of();
        }
        return found.getAsJsonArray().asList().stream()
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    /** The first of these texts that is not empty; empty if all are. */
    public static String firstOf(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private static JsonObject asObject(@Nullable JsonElement element) {
        return element != null && element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
    }
}
