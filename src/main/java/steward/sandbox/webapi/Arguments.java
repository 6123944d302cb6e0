package steward.sandbox.webapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import steward.sandbox.http.ApiError;

/**
 * What a Web API call was given, whether it came as a form or as JSON.
 *
 * <p>In a form, structured values are JSON written in a string; in JSON they may be either.
 */
public record Arguments(JsonObject values) {

    /** The value, or empty if it was not given (an empty one counts as not given, as with Slack). */
    public Optional<String> text(String name) {
        JsonElement value = values.get(name);
        return value != null && value.isJsonPrimitive() && !value.getAsString().isEmpty()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }

    String require(String name) {
        return text(name)
                .orElseThrow(
                        () -> ApiError.withReasons("invalid_arguments", List.of("missing required field: " + name)));
    }

    boolean flag(String name) {
        return text(name)
                .map(value -> value.equals("true") || value.equals("1"))
                .orElse(false);
    }

    /** An array argument; {@code error} is the refusal if it is given and is something else. */
    public Optional<JsonArray> array(String name, String error) {
        return structured(name, error).map(value -> {
            if (!value.isJsonArray()) {
                throw new ApiError(error);
            }
            return value.getAsJsonArray();
        });
    }

    /** An object argument; {@code error} is the refusal if it is given and is something else. */
    public Optional<JsonObject> object(String name, String error) {
        return structured(name, error).map(value -> {
            if (!value.isJsonObject()) {
                throw new ApiError(error);
            }
            return value.getAsJsonObject();
        });
    }

    private Optional<JsonElement> structured(String name, String error) {
        JsonElement value = values.get(name);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        if (!value.isJsonPrimitive()) {
            return Optional.of(value);
        }
        if (value.getAsString().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonParser.parseString(value.getAsString()));
        } catch (JsonParseException unreadable) {
            throw new ApiError(error);
        }
    }
}
