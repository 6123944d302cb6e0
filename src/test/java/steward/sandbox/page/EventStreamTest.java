package steward.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import steward.sandbox.Trial;
import steward.sandbox.http.Json;

class EventStreamTest {

    @TempDir
    Path data;

    @Test
    @Timeout(20)
    void tellsAPageEverythingThenWhatHappensUntilTheSandboxStops() throws Exception {
        Trial trial = new Trial(data);
        trial.post("before");
        try (BufferedReader page = open(trial)) {
            assertThat(page.readLine()).isEqualTo("event: everything");
            JsonObject all = data(page);
            assertThat(Json.string(Json.child(all, "me"), "zone")).isEqualTo("America/Chicago");
            assertThat(Json.write(all.get("channels"))).contains("before");
            assertThat(Json.write(all.get("commands"))).contains("/plan");

            trial.post("now");
            assertThat(page.readLine()).isEqualTo("event: message");
            JsonObject posted = data(page);
            assertThat(Json.string(posted, "kind")).isEqualTo("posted");
            assertThat(Json.string(Json.child(posted, "message"), "text")).isEqualTo("now");

            trial.clock.moveOn(Duration.ofHours(1));
            assertThat(page.readLine()).isEqualTo("event: clock");
            assertThat(data(page).get("now").getAsLong())
                    .isEqualTo(Trial.MONDAY.plusSeconds(3600).toEpochMilli());

            trial.close();
            assertThat(hasEnded(page)).isTrue();
        }
    }

    private static BufferedReader open(Trial trial) throws Exception {
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(trial.sandbox.page().resolve("sandbox/stream"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    }

    /** The stop may come before the last frame or after it. */
    private static boolean hasEnded(BufferedReader page) {
        try {
            return page.readLine() == null;
        } catch (IOException cut) {
            return true;
        }
    }

    private static JsonObject data(BufferedReader page) throws Exception {
        JsonObject data = Json.parseObject(page.readLine().substring("data: ".length()));
        assertThat(page.readLine()).isEmpty();
        return data;
    }
}
