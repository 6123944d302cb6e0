package steward.slack.surfaces;

import static com.slack.api.methods.RequestFormBuilder.toForm;
import static steward.slack.blocks.JsonFields.object;
import static steward.slack.blocks.JsonFields.objects;
import static steward.slack.blocks.JsonFields.text;

import com.google.gson.JsonObject;
import com.slack.api.methods.Methods;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.Refusal;
import steward.slack.api.WorkspaceCalls;

/**
 * Searches a channel's history for a message that may have arrived.
 *
 * @param thread the thread to look through, rather than the channel itself
 * @param writtenAt when it was written down: it was posted at no time before
 */
record HistorySearch(
        WorkspaceCalls calls,
        String workspace,
        String channel,
        Optional<String> thread,
        String intent,
        Instant writtenAt) {

    static final int PAGE_MESSAGES = 200;

    /** How far back to search before it was written down: our clock and Slack's may differ. */
    static final Duration CLOCKS_APART = Duration.ofHours(1);

    /** Why Slack does not let Steward read along, besides where the channel is not to be had at all. */
    private static final Set<String> NOT_READABLE = Set.of("missing_scope", "no_permission");

    /** The message; empty if it is not there. */
    ChatResult<Optional<JsonObject>> find() {
        String cursor = null;
        while (true) {
            ChatResult<JsonObject> page = page(cursor);
            if (!page.isDone()) {
                return NOT_READABLE.contains(page.error())
                        ? ChatResult.refused(Refusal.READING, page.error())
                        : page.then(never -> ChatResult.done(Optional.empty()));
            }
            Optional<JsonObject> found = objects(page.get(), "messages").stream()
                    .filter(message -> text(object(object(message, "metadata"), "event_payload"), "intent")
                            .equals(intent))
                    .findFirst();
            cursor = text(object(page.get(), "response_metadata"), "next_cursor");
            if (found.isPresent() || cursor.isEmpty()) {
                return ChatResult.done(found);
            }
        }
    }

    private ChatResult<JsonObject> page(@Nullable String cursor) {
        String oldest = String.valueOf(writtenAt.minus(CLOCKS_APART).getEpochSecond());
        return thread.map(ts -> calls.call(
                        workspace,
                        Methods.CONVERSATIONS_REPLIES,
                        toForm(ConversationsRepliesRequest.builder()
                                .channel(channel)
                                .ts(ts)
                                .oldest(oldest)
                                .cursor(cursor)
                                .limit(PAGE_MESSAGES)
                                .includeAllMetadata(true)
                                .build())))
                .orElseGet(() -> calls.call(
                        workspace,
                        Methods.CONVERSATIONS_HISTORY,
                        toForm(ConversationsHistoryRequest.builder()
                                .channel(channel)
                                .oldest(oldest)
                                .cursor(cursor)
                                .limit(PAGE_MESSAGES)
                                .includeAllMetadata(true)
                                .build())));
    }
}
