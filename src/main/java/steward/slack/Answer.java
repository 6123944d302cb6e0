package steward.slack;

import com.google.gson.JsonObject;

/**
 * What Slack gets back for a delivery.
 *
 * @param then what is to be done once Slack has it
 */
record Answer(int status, String contentType, String body, Runnable then) {

    static final int OK = 200;
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
        return new Answer(status, PLAIN, body, Answer::nothing);
    }

    static Answer json(JsonObject body) {
        return new Answer(OK, "application/json; charset=utf-8", body.toString(), Answer::nothing);
    }

    Answer then(Runnable next) {
        return new Answer(status, contentType, body, next);
    }

    private static void nothing() {}
}
