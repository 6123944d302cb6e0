package steward.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Reads what Slack is called with, as Slack does: a form some of whose fields are JSON, or JSON. */
public final class CallBody {

    private static final Set<String> JSON_FIELDS = Set.of("blocks", "metadata", "view", "files");
    private static final Set<String> FLAGS = Set.of("mrkdwn", "unfurl_links", "unfurl_media", "include_all_metadata");

    private CallBody() {}

    public static JsonObject read(String body) {
        if (body.startsWith("{")) {
            return JsonParser.parseString(body).getAsJsonObject();
        }
        JsonObject call = new JsonObject();
        for (String field : body.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                add(call, decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return call;
    }

    private static void add(JsonObject call, String name, String value) {
        if (JSON_FIELDS.contains(name)) {
            call.add(name, JsonParser.parseString(value));
        } else if (FLAGS.contains(name)) {
            call.addProperty(name, value.equals("1") || value.equals("true"));
        } else {
            call.addProperty(name, value);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
