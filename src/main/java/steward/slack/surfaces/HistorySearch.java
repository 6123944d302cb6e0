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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.Refusal;
import steward.slack.api.WorkspaceCalls;

/**
 * Searches the history of channels for a message that may have arrived, page by page, as fast as Slack allows. A search that has to wait goes
 * on where it was when it is asked for again. Safe for use by several threads, each with searches of its own.
 */
final class HistorySearch {

    /** How far back to search before something was written down: our clock and Slack's may differ. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    /** Why Slack does not let Steward read along, besides where the channel is not to be had at all. */
    private static final Set<String> NOT_READABLE = Set.of("missing_scope", "no_permission");

    /**
     * Where to search.
     *
     * @param thread the thread to look through, rather than the channel itself
     * @param since when what is searched for was written down: it was posted at no time before
     */
    record Place(String workspace, String channel, Optional<String> thread, Instant since) {

        private String oldest() {
            return String.valueOf(Math.max(0, since.minus(CLOCKS_APART).getEpochSecond()));
        }
    }

    private final WorkspaceCalls calls;
    private final HistoryPace pace;
    /** The page that comes next of each search that has to wait. */
    private final Map<String, String> cursors = new ConcurrentHashMap<>();

    HistorySearch(WorkspaceCalls calls, HistoryPace pace) {
        this.calls = calls;
        this.pace = pace;
    }

    /**
     * The message; empty if it is not there.
     *
     * @param search what this search is known by when it is asked for again
     */
    ChatResult<Optional<JsonObject>> find(String search, Place place, Predicate<JsonObject> isIt) {
        while (true) {
            ChatResult<JsonObject> page = page(place, cursors.get(search));
            if (!page.isDone()) {
                if (page.after().isZero()) {
                    cursors.remove(search);
                }
                return NOT_READABLE.contains(page.error())
                        ? ChatResult.refused(Refusal.READING, page.error())
                        : page.then(never -> ChatResult.done(Optional.empty()));
            }
            Optional<JsonObject> found = found(page.get(), isIt);
            String next = text(object(page.get(), "response_metadata"), "next_cursor");
            if (found.isPresent() || next.isEmpty()) {
                cursors.remove(search);
                return ChatResult.done(found);
            }
            cursors.put(search, next);
        }
    }

    /** The same among the newest messages alone. */
    ChatResult<Optional<JsonObject>> findNew(Place place, Predicate<JsonObject> isIt) {
        return page(place, null).map(page -> found(page, isIt));
    }

    private static Optional<JsonObject> found(JsonObject page, Predicate<JsonObject> isIt) {
        return objects(page, "messages").stream().filter(isIt).findFirst();
    }

    private ChatResult<JsonObject> page(Place place, @Nullable String cursor) {
        return place.thread()
                .map(ts -> pace.paced(
                        place.workspace(),
                        Methods.CONVERSATIONS_REPLIES,
                        messages -> calls.call(
                                place.workspace(),
                                Methods.CONVERSATIONS_REPLIES,
                                toForm(ConversationsRepliesRequest.builder()
                                        .channel(place.channel())
                                        .ts(ts)
                                        .oldest(place.oldest())
                                        .cursor(cursor)
                                        .limit(messages)
                                        .includeAllMetadata(true)
                                        .build()))))
                .orElseGet(() -> pace.paced(
                        place.workspace(),
                        Methods.CONVERSATIONS_HISTORY,
                        messages -> calls.call(
                                place.workspace(),
                                Methods.CONVERSATIONS_HISTORY,
                                toForm(ConversationsHistoryRequest.builder()
                                        .channel(place.channel())
                                        .oldest(place.oldest())
                                        .cursor(cursor)
                                        .limit(messages)
                                        .includeAllMetadata(true)
                                        .build()))));
    }
}
