package steward.sandbox.webapi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.FormEncoding;
import steward.sandbox.http.MultipartForm;

/**
 * Reads what a call of the Web API was sent: by GET, as a form, or, where the method takes that, as JSON; refuses what Slack can't read.
 *
 * <p>The token is in the header or a field of the form, never in JSON or the address.
 */
final class ApiRequest {

    private static final String BEARER = "Bearer ";
    private static final String TOKEN = "token";
    private static final Pattern CHARSET = Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s\";]*)");
    private static final Pattern SOUND_CHARSET = Pattern.compile("utf-?8|iso-8859-1");
    private static final Pattern SOUND_NAME = Pattern.compile("\\w{1,100}");

    private final String authorization;
    /** As it was sent, in small letters, with its parameters. */
    private final String contentType;

    private final byte[] body;
    private final String query;
    private final String typeAsSent;

    ApiRequest(Request request, byte[] body) {
        this.authorization = Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .orElse("");
        this.typeAsSent = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse("");
        this.contentType = typeAsSent.toLowerCase(Locale.ROOT);
        this.body = body;
        this.query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
    }

    /** The header of that name, empty if there is none. */
    String authorization() {
        return authorization;
    }

    /** The token, empty if there is none. */
    String token() {
        if (authorization.startsWith(BEARER)) {
            return authorization.substring(BEARER.length());
        }
        return new Arguments(isJson() ? new JsonObject() : form()).text(TOKEN).orElse("");
    }

    /** What it was given, without the token. */
    Arguments arguments(Encoding encoding) {
        JsonObject values = isJson() ? json(encoding) : form();
        asForm(query).entrySet().forEach(field -> values.add(field.getKey(), field.getValue()));
        values.remove(TOKEN);
        values.keySet().forEach(ApiRequest::checkName);
        return new Arguments(values);
    }

    private static void checkName(String name) {
        if (name.contains("[")) {
            throw new ApiError("invalid_array_arg");
        }
        if (!SOUND_NAME.matcher(name).matches()) {
            throw new ApiError("invalid_arg_name");
        }
    }

    /** Whether it is JSON that does not say in which characters, of which Slack warns. */
    boolean lacksCharset() {
        return isJson() && !CHARSET.matcher(contentType).find();
    }

    private boolean isJson() {
        return isOf("application/json");
    }

    private boolean isOf(String type) {
        return contentType.equals(type) || contentType.startsWith(type + ";") || contentType.startsWith(type + " ");
    }

    private JsonObject json(Encoding encoding) {
        checkCharset();
        if (encoding == Encoding.FORM || text().isBlank()) {
            return new JsonObject();
        }
        JsonElement value = parsed(text());
        if (!value.isJsonObject()) {
            throw new ApiError("json_not_object");
        }
        return value.getAsJsonObject();
    }

    /** Unlike elsewhere, words without quotes are no JSON. */
    private static JsonElement parsed(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement value = JsonParser.parseReader(reader);
            if (reader.peek() == JsonToken.END_DOCUMENT) {
                return value;
            }
        } catch (IOException | JsonParseException unreadable) {
            // The answer is the same as to what goes on after its end.
        }
        throw new ApiError("invalid_json");
    }

    private JsonObject form() {
        if (body.length == 0) {
            return new JsonObject();
        }
        if (contentType.isEmpty()) {
            throw new ApiError("missing_post_type");
        }
        checkCharset();
        if (isOf("application/x-www-form-urlencoded")) {
            return asForm(text());
        }
        if (isOf("multipart/form-data")) {
            return multipart();
        }
        if (isOf("text/plain")) {
            return new JsonObject();
        }
        throw new ApiError("invalid_post_type");
    }

    private void checkCharset() {
        Matcher charset = CHARSET.matcher(contentType);
        if (charset.find() && !SOUND_CHARSET.matcher(charset.group(1)).matches()) {
            throw new ApiError("invalid_charset");
        }
    }

    private static JsonObject asForm(String text) {
        try {
            return FormEncoding.read(text);
        } catch (IllegalArgumentException unreadable) {
            throw new ApiError("invalid_form_data");
        }
    }

    private JsonObject multipart() {
        JsonObject fields = new JsonObject();
        try {
            for (MultipartForm.Part part : MultipartForm.read(typeAsSent, body)) {
                fields.addProperty(
                        part.name(),
                        StandardCharsets.UTF_8.decode(part.content()).toString());
            }
        } catch (IllegalArgumentException unreadable) {
            throw new ApiError("invalid_form_data");
        }
        return fields;
    }

    private String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
