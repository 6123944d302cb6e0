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
    private final Runnable missed;

    private Acknowledgement(int status, String contentType, String body, Runnable then, Runnable missed) {
        super(status, contentType, Map.of(), body);
        this.then = then;
        this.missed = missed;
    }

    static Acknowledgement taken() {
        return text(OK, "");
    }

    static Acknowledgement text(int status, String body) {
        return new Acknowledgement(status, "text/plain; charset=utf-8", body, () -> {}, () -> {});
    }

    static Acknowledgement json(JsonObject body) {
        return json(body.toString());
    }

    static Acknowledgement json(String body) {
        return new Acknowledgement(OK, CONTENT_TYPE_APPLICATION_JSON_UTF8, body, () -> {}, () -> {});
    }

    Acknowledgement then(Runnable next) {
        return then(next, next);
    }

    /** @param otherwise what is to be done if this comes too late, so that Slack was answered something else */
    Acknowledgement then(Runnable next, Runnable otherwise) {
        return new Acknowledgement(getStatusCode(), getContentType(), getBody(), next, otherwise);
    }

    /** Does what is to follow a response, if something is. */
    static void follow(Response response) {
        if (response instanceof Acknowledgement acknowledgement) {
            acknowledgement.then.run();
        }
    }

    /** Does what is to be done since a response came too late, if something is. */
    static void missed(Response response) {
        if (response instanceof Acknowledgement acknowledgement) {
            acknowledgement.missed.run();
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
