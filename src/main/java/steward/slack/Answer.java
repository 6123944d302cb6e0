package steward.slack;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * What Slack, or a browser, gets back.
 *
 * @param headers besides the content's type and length
 * @param then what is to be done once it has arrived
 */
record Answer(int status, String contentType, String body, Map<String, String> headers, Runnable then) {

    static final int OK = 200;
    static final int FOUND = 302;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int TOO_LARGE = 413;
    static final int UNAVAILABLE = 503;

    private static final String PLAIN = "text/plain; charset=utf-8";

    static Answer taken() {
        return text(OK, "");
    }

    static Answer text(int status, String body) {
        return new Answer(status, PLAIN, body, Map.of(), Answer::nothing);
    }

    static Answer json(JsonObject body) {
        return new Answer(OK, "application/json; charset=utf-8", body.toString(), Map.of(), Answer::nothing);
    }

    static Answer page(int status, String html, Map<String, String> headers) {
        return new Answer(status, "text/html; charset=utf-8", html, headers, Answer::nothing);
    }

    static Answer elsewhere(String location, Map<String, String> headers) {
        return new Answer(FOUND, PLAIN, "", headers, Answer::nothing).with("Location", location);
    }

    private Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, body, Map.copyOf(more), then);
    }

    Answer then(Runnable next) {
        return new Answer(status, contentType, body, headers, next);
    }

    private static void nothing() {}
}
