package steward.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A file on its way into a chat: Slack says where to put it, takes its content there, and then shows it.
 *
 * <p>Each step is gone once. Only the last one shows anything, so where one before it fails, nobody has seen the file; and where the answer
 * to the last one got lost, the chat is searched for it. Whoever gets to hear {@link Reply.Kind#UNKNOWN} may thus upload it anew.
 *
 * @param caption what is said with it, as Slack's own markup
 */
record FileUpload(WebApi api, Later later, String channel, String name, String title, String caption, String content) {

    /** What is said if nobody can tell whether the file arrived. */
    static final String UNSURE = "in doubt";

    private static final int SEARCHED_MESSAGES = 50;

    /** Time for a file whose answer got lost to show in the history. */
    private static final Duration BEFORE_SEARCH = Duration.ofSeconds(3);

    CompletableFuture<Reply> go() {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Map<String, String> fields = Map.of("filename", name, "length", String.valueOf(bytes.length));
        return api.read("files.getUploadURLExternal", fields)
                .thenCompose(reply -> reply.kind() == Reply.Kind.OK
                        ? put(bytes, Json.text(reply.json(), "upload_url"), Json.text(reply.json(), "file_id"))
                        : CompletableFuture.completedFuture(reply));
    }

    private CompletableFuture<Reply> put(byte[] bytes, String address, String file) {
        try {
            return api.upload(new URI(address), bytes)
                    .thenCompose(reply ->
                            reply.kind() == Reply.Kind.OK ? shown(file) : CompletableFuture.completedFuture(reply));
        } catch (URISyntaxException e) {
            return CompletableFuture.completedFuture(Reply.unknown("no address to upload to"));
        }
    }

    private CompletableFuture<Reply> shown(String file) {
        JsonObject entry = new JsonObject();
        entry.addProperty("id", file);
        entry.addProperty("title", title);
        JsonArray files = new JsonArray();
        files.add(entry);
        JsonObject call = new JsonObject();
        call.add("files", files);
        call.addProperty("channel_id", channel);
        call.addProperty("initial_comment", caption);
        return api.post("files.completeUploadExternal", call)
                .thenCompose(reply ->
                        reply.kind() == Reply.Kind.UNKNOWN ? searched(file) : CompletableFuture.completedFuture(reply));
    }

    private CompletableFuture<Reply> searched(String file) {
        CompletableFuture<Boolean> waited = new CompletableFuture<>();
        later.run(BEFORE_SEARCH, () -> waited.complete(true));
        return waited.thenCompose(now -> search(file));
    }

    private CompletableFuture<Reply> search(String file) {
        Map<String, String> fields = Map.of("channel", channel, "limit", String.valueOf(SEARCHED_MESSAGES));
        return api.read("conversations.history", fields).thenApply(reply -> {
            if (reply.kind() != Reply.Kind.OK) {
                return Reply.refused(UNSURE);
            }
            boolean there = Json.objects(reply.json(), "messages").stream()
                    .flatMap(message -> Json.objects(message, "files").stream())
                    .anyMatch(each -> Json.text(each, "id").equals(file));
            return there ? Reply.ok(new JsonObject()) : Reply.unknown("the file is not there");
        });
    }
}
