package steward.slack;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import steward.message.Intent;

/**
 * Looks whether a message that may have arrived is there.
 *
 * @param writtenAt when it was written down: it was sent at no time before
 */
record HistorySearch(WebApi api, Intent intent, Instant writtenAt) {

    private static final int PAGE_MESSAGES = 200;

    /** How far back to search before it was written down: our clock and Slack's may differ. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    /**
     * What came of it.
     *
     * @param reply what Slack said last
     * @param message as Slack has it; empty if it is not there, or the reply is no answer
     */
    record Found(Reply reply, Optional<JsonObject> message) {}

    /** Looks through a channel, or through one thread in it. */
    CompletableFuture<Found> in(String channel, Optional<String> thread) {
        return from("", channel, thread);
    }

    private CompletableFuture<Found> from(String cursor, String channel, Optional<String> thread) {
        return page(cursor, channel, thread).thenCompose(reply -> {
            Found found = new Found(reply, arrived(reply.json()));
            String next = Json.text(Json.object(reply.json(), "response_metadata"), "next_cursor");
            return found.message().isPresent() || next.isEmpty()
                    ? CompletableFuture.completedFuture(found)
                    : from(next, channel, thread);
        });
    }

    private CompletableFuture<Reply> page(String cursor, String channel, Optional<String> thread) {
        Map<String, String> fields = new HashMap<>();
        fields.put("channel", channel);
        fields.put("include_all_metadata", "true");
        fields.put("limit", String.valueOf(PAGE_MESSAGES));
        if (!cursor.isEmpty()) {
            fields.put("cursor", cursor);
        }
        fields.put("oldest", String.valueOf(writtenAt.minus(CLOCKS_APART).getEpochSecond()));
        thread.ifPresent(ts -> fields.put("ts", ts));
        return api.read(thread.isPresent() ? "conversations.replies" : "conversations.history", fields);
    }

    private Optional<JsonObject> arrived(JsonObject page) {
        return Json.objects(page, "messages").stream()
                .filter(message -> intent.id().equals(Envelope.intentOf(message)))
                .findFirst();
    }
}
