package steward.endtoend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import steward.InProcess;
import steward.sandbox.Sandbox;

/** The program as it serves, and the way to it: a new one after each death. */
final class Serving implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("listens on port ([0-9]+)");

    private final Map<String, String> environment;
    private Child child;
    private URI address;

    Serving(URI slackApi, Path data) throws IOException {
        this(slackApi, TestStore.sqlite(data));
    }

    Serving(URI slackApi, TestStore store) throws IOException {
        this(
                store,
                Map.of(
                        "SLACK_SIGNING_SECRET",
                        InProcess.SIGNING_SECRET,
                        "SLACK_BOT_TOKEN",
                        InProcess.BOT_TOKEN,
                        "SLACK_API_URL",
                        slackApi.toString()));
    }

    /** One that opens the connection over which it is delivered to. */
    static Serving overSocket(Sandbox slack, Path data) throws IOException {
        return new Serving(
                TestStore.sqlite(data),
                Map.of(
                        "SLACK_APP_TOKEN",
                        slack.appToken(),
                        "SLACK_BOT_TOKEN",
                        slack.botToken(),
                        "SLACK_API_URL",
                        slack.api().toString()));
    }

    private Serving(TestStore store, Map<String, String> slack) throws IOException {
        this.environment = new HashMap<>(store.environment());
        environment.putAll(slack);
        environment.put("PORT", "0");
        this.child = Child.start(environment, "serve");
        this.address = address(child);
    }

    private static URI address(Child child) {
        return URI.create("http://127.0.0.1:" + child.awaitLine(LISTENS) + "/");
    }

    URI address() {
        return address;
    }

    /** Ends it in the middle of whatever it does. */
    void kill() {
        child.kill();
    }

    /** Starts another once it has ended. */
    void startAgain() throws IOException, InterruptedException {
        child.awaitExit(Patience.MAX);
        child = Child.start(environment, "serve");
        address = address(child);
    }

    @Override
    public void close() {
        child.close();
    }

    @Override
    public String toString() {
        return child.toString();
    }
}
