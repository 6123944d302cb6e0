package steward.slack;

import java.net.URI;
import java.util.concurrent.Executor;

/** The Web API in every workspace. */
final class Workspaces {

    private final Wire wire;
    private final Tokens tokens;

    Workspaces(Wire wire, Tokens tokens) {
        this.wire = wire;
        this.tokens = tokens;
    }

    /** @param base ends in {@code /api/} */
    Workspaces(URI base, Tokens tokens, Executor executor, SlackMetrics metrics) {
        this(new Wire(base, executor, metrics), tokens);
    }

    WebApi in(String team) {
        return new WebApi(wire, tokens, team);
    }
}
