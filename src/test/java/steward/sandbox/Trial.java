package steward.sandbox;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import steward.sandbox.delivery.Deliveries;
import steward.sandbox.http.FormEncoding;
import steward.sandbox.http.Json;
import steward.sandbox.workspace.InstalledApp;
import steward.sandbox.workspace.SandboxClock;
import steward.sandbox.workspace.SlashCommand;

/** A sandbox with a stub in Steward's place, and short ways to use both. */
public final class Trial implements AutoCloseable {

    public static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");

    public static final InstalledApp STEWARD = new InstalledApp(
            "Steward",
            Set.of("chat:write", "commands", "files:read", "files:write", "im:history", "im:write", "users:read"),
            Set.of("message.im", "app_home_opened"),
            List.of(new SlashCommand("/plan", "Write an account plan", "[account] [year]")),
            true,
            true,
            false);

    public final SandboxClock clock;
    public final Sandbox sandbox;
    public final StewardStub steward;
    private final HttpClient http = HttpClient.newHttpClient();

    public Trial(Path data) throws IOException {
        this(data, STEWARD, Deliveries.ANSWER_WITHIN);
    }

    public Trial(Path data, InstalledApp app, Duration answerWithin) throws IOException {
        clock = new SandboxClock(() -> MONDAY, data);
        sandbox = Sandbox.start(0, data, clock, app, answerWithin);
        steward = new StewardStub();
    }

    public Trial connected() {
        sandbox.connect(steward.url());
        return this;
    }

    /** Calls the Web API as Steward does: by a form, in which what is no plain value is JSON. */
    public JsonObject api(String method, Object... arguments) throws Exception {
        return Json.parseObject(call(method, Json.object(arguments)).body());
    }

    public HttpResponse<String> call(String method, JsonObject arguments) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        arguments
                .entrySet()
                .forEach(argument -> fields.put(
                        argument.getKey(),
                        argument.getValue().isJsonPrimitive()
                                ? argument.getValue().getAsString()
                                : Json.write(argument.getValue())));
        return call(method, "application/x-www-form-urlencoded", FormEncoding.write(fields));
    }

    /** Calls the Web API with a body of whatever kind. */
    public HttpResponse<String> call(String method, String contentType, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(sandbox.api().resolve(method))
                        .header("Authorization", "Bearer " + sandbox.botToken())
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    public String post(String text) throws Exception {
        return Json.string(api("chat.postMessage", "channel", sandbox.channelId(), "text", text), "ts");
    }

    /** Does what the page's person does. */
    public JsonObject page(String endpoint, Object... arguments) throws Exception {
        JsonObject asked = Json.object(arguments);
        if (!asked.has("channel")) {
            asked.addProperty("channel", sandbox.channelId());
        }
        return send(sandbox.page().resolve("sandbox/" + endpoint), Json.write(asked));
    }

    public JsonObject send(URI url, String body) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(url)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return Json.parseObject(response.body());
    }

    /** All that the page of this person shows. */
    JsonObject everything(String userId) throws Exception {
        HttpResponse<String> all = http.send(
                HttpRequest.newBuilder(sandbox.page().resolve("sandbox/everything?as=" + userId))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return Json.parseObject(all.body());
    }

    /** The messages on the page, oldest first. */
    public List<JsonObject> shown() throws Exception {
        return Json.objects(
                Json.objects(everything(sandbox.userId()), "channels").get(0), "messages");
    }

    /** The modal's views, the one on top last. */
    public List<JsonObject> modals() throws Exception {
        return Json.objects(everything(sandbox.userId()), "modals");
    }

    public JsonObject lastShown() throws Exception {
        List<JsonObject> shown = shown();
        return shown.get(shown.size() - 1);
    }

    @Override
    public void close() {
        sandbox.close();
        steward.close();
    }
}
