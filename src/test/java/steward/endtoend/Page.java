package steward.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.endtoend.Patience.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A person at the sandbox's page, without a browser: does what the page does, and follows what it is told. */
final class Page implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final InputStream stream;

    /** By their time stamps, which have one length, so that their order is time's. */
    private final NavigableMap<String, Post> posts = new ConcurrentSkipListMap<>();

    /** What the Home tab has shown, one after the other. */
    private final List<String> homes = new CopyOnWriteArrayList<>();

    private volatile String channel = "";

    private Page(URI address) throws IOException, InterruptedException {
        this.address = address;
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/sandbox/stream")).build();
        this.stream = http.send(request, BodyHandlers.ofInputStream()).body();
        Thread follower = new Thread(this::follow, "page");
        follower.setDaemon(true);
        follower.start();
    }

    /** Opens the page, which says to Steward that the chat was opened. */
    static Page open(URI address) throws IOException, InterruptedException {
        Page page = new Page(address);
        await("it").until(() -> !page.channel.isEmpty());
        page.ask("open", new JsonObject());
        return page;
    }

    private void follow() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String event = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    event = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    hear(
                            event,
                            JsonParser.parseString(line.substring("data: ".length()))
                                    .getAsJsonObject());
                }
            }
        } catch (IOException e) {
            // The page was closed, or the sandbox has ended.
        }
    }

    private void hear(String event, JsonObject data) {
        if (event.equals("everything")) {
            JsonObject dm = data.getAsJsonArray("channels").get(0).getAsJsonObject();
            for (JsonElement message : dm.getAsJsonArray("messages")) {
                keep(message.getAsJsonObject());
            }
            channel = dm.get("id").getAsString();
        } else if (event.equals("home")) {
            homes.add(data.getAsJsonObject("view").get("blocks").toString());
        } else if (event.equals("message") && data.get("channel").getAsString().equals(channel)) {
            keep(data.getAsJsonObject("message"));
        }
    }

    private void keep(JsonObject message) {
        Post post = new Post(message);
        posts.put(post.ts(), post);
    }

    // ── What the person does ──

    void say(String text) {
        JsonObject asked = new JsonObject();
        asked.addProperty("text", text);
        done("say", asked);
    }

    /** Turns to the Home tab. */
    void lookAtHome() {
        JsonObject asked = new JsonObject();
        asked.addProperty("tab", "home");
        done("open", asked);
    }

    /** Moves the sandbox's clock on, as its menu does. */
    void moveClock(String jump) {
        JsonObject asked = new JsonObject();
        asked.addProperty("jump", jump);
        done("clock", asked);
    }

    void command(String command, String text) {
        JsonObject asked = new JsonObject();
        asked.addProperty("command", command);
        asked.addProperty("text", text);
        done("command", asked);
    }

    /** @param tap the ids and the choice, as a {@link Post} tells them */
    void act(Post post, JsonObject tap) {
        JsonObject asked = tap.deepCopy();
        asked.addProperty("ts", post.ts());
        done("act", asked);
    }

    /** Answers a question in the way that the line says. */
    void answer(Post question, Line line) {
        switch (line.way()) {
            case TYPE -> say(line.typed());
            case TAP -> act(question, question.tap(line.typed()));
            case PICK_DATE -> act(question, question.pick(line.typed()));
        }
    }

    private void done(String deed, JsonObject asked) {
        assertThat(ask(deed, asked)).contains("\"ok\":true");
    }

    private String ask(String deed, JsonObject asked) {
        asked.addProperty("channel", channel);
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/sandbox/" + deed))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(asked.toString()))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // ── What the person sees ──

    /** Oldest first. */
    List<Post> posts() {
        return List.copyOf(posts.values());
    }

    List<Post> questions() {
        return posts().stream().filter(Post::isQuestion).toList();
    }

    /** Waits for Steward to ask this, after everything else. */
    Post awaitQuestion(String blank) {
        return awaitLast(post -> post.blank().equals(blank), "question " + blank);
    }

    /** Waits until the newest message of Steward's is such a one. */
    Post awaitLast(Predicate<Post> such, String what) {
        return await(what).until(this::last, post -> post.isByApp() && such.test(post));
    }

    /** Waits until the Home tab has been published so often, and tells what it shows then. */
    String awaitHome(int times) {
        return await("Home tab, time " + times)
                .until(() -> homes, all -> all.size() >= times)
                .get(times - 1);
    }

    int timesPublished() {
        return homes.size();
    }

    private Post last() {
        return posts.isEmpty() ? new Post(new JsonObject()) : posts.lastEntry().getValue();
    }

    /** Waits until the message with this time stamp has become such a one. */
    Post awaitChange(String ts, Predicate<Post> such) {
        return await("change of " + posts.get(ts)).until(() -> posts.get(ts), such);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
