package steward.slack;

import com.google.gson.JsonObject;
import java.util.Optional;

/** What a message says, as Slack gets it: whole at first, and less of it once Slack has refused the whole. */
final class Content {

    /** What of it Slack has not refused yet. */
    enum Shape {
        WHOLE,
        WITHOUT_CHARTS,
        TEXT
    }

    private static final String THREAD = "thread_ts";

    private final JsonObject body;
    private Shape shape = Shape.WHOLE;

    /** @param body text, blocks and thread; it is the content's own from now on */
    Content(JsonObject body) {
        this.body = body;
    }

    JsonObject json() {
        return switch (shape) {
            case WHOLE -> body;
            case WITHOUT_CHARTS -> Drawn.withoutCharts(body).orElse(body);
            case TEXT -> Drawn.textOnly(body);
        };
    }

    Shape shape() {
        return shape;
    }

    /** Leaves out the charts, or all blocks if that has been tried or there are none. */
    void shrink() {
        shape = shape == Shape.WHOLE && Drawn.withoutCharts(body).isPresent() ? Shape.WITHOUT_CHARTS : Shape.TEXT;
    }

    /** The message in whose thread it stands. */
    Optional<String> thread() {
        return Optional.of(Json.text(body, THREAD)).filter(ts -> !ts.isEmpty());
    }

    void leaveThread() {
        body.remove(THREAD);
    }
}
