package steward.slack.surfaces;

import static com.slack.api.methods.RequestFormBuilder.toForm;

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
import steward.slack.api.Responses.History;
import steward.slack.api.Responses.Message;
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

    private static final int PAGE_MESSAGES = 200;

    /** How far back to search before it was written down: our clock and Slack's may differ. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    /** Why Slack does not let Steward read along, besides where the channel is not to be had at all. */
    private static final Set<String> NOT_READABLE = Set.of("missing_scope", "no_permission");

    /** The message; empty if it is not there. */
    ChatResult<Optional<Message>> find() {
        String cursor = null;
        while (true) {
            ChatResult<History> page = page(cursor);
            if (!page.isDone()) {
                return NOT_READABLE.contains(page.error())
                        ? ChatResult.refused(Refusal.READING, page.error())
                        : page.then(never -> ChatResult.done(Optional.empty()));
            }
            History history = page.get();
            Optional<Message> found = history.messages().stream()
                    .filter(message -> message.intent().equals(intent))
                    .findFirst();
            if (found.isPresent() || history.nextCursor().isEmpty()) {
                return ChatResult.done(found);
            }
            cursor = history.nextCursor();
        }
    }

    private ChatResult<History> page(@Nullable String cursor) {
        String oldest = String.valueOf(writtenAt.minus(CLOCKS_APART).getEpochSecond());
        return thread.map(ts -> calls.call(
                        workspace,
                        Methods.CONVERSATIONS_REPLIES,
                        () -> toForm(ConversationsRepliesRequest.builder()
                                .channel(channel)
                                .ts(ts)
                                .oldest(oldest)
                                .cursor(cursor)
                                .limit(PAGE_MESSAGES)
                                .includeAllMetadata(true)
                                .build()),
                        History.class))
                .orElseGet(() -> calls.call(
                        workspace,
                        Methods.CONVERSATIONS_HISTORY,
                        () -> toForm(ConversationsHistoryRequest.builder()
                                .channel(channel)
                                .oldest(oldest)
                                .cursor(cursor)
                                .limit(PAGE_MESSAGES)
                                .includeAllMetadata(true)
                                .build()),
                        History.class));
    }
}
