package steward.slack.bolt;

import com.google.gson.JsonObject;
import com.slack.api.bolt.response.Response;
import java.util.Map;

/** What Slack is answered, and what is to be done once the answer has been written. */
final class Acknowledgement extends Response {

    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int TOO_LONG = 413;
    static final int UNAVAILABLE = 503;

    private final Runnable then;

    private Acknowledgement(int status, String contentType, String body, Runnable then) {
        super(status, contentType, Map.of(), body);
        this.then = then;
    }

    static Acknowledgement taken() {
        return text(OK, "");
    }

    static Acknowledgement text(int status, String body) {
        return new Acknowledgement(status, "text/plain; charset=utf-8", body, () -> {});
    }

    static Acknowledgement json(JsonObject body) {
        return json(body.toString());
    }

    static Acknowledgement json(String body) {
        return new Acknowledgement(OK, CONTENT_TYPE_APPLICATION_JSON_UTF8, body, () -> {});
    }

    Acknowledgement then(Runnable next) {
        return new Acknowledgement(getStatusCode(), getContentType(), getBody(), next);
    }

    /** Does what is to follow a response, if something is. */
    static void follow(Response response) {
        if (response instanceof Acknowledgement acknowledgement) {
            acknowledgement.then.run();
        }
    }

    // Two are the same only if the same follows them, which nobody can tell.

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
