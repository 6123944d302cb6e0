package steward.slack.surfaces;

import static com.slack.api.methods.RequestFormBuilder.toForm;
import static steward.slack.blocks.JsonFields.objects;

import com.google.gson.JsonObject;
import com.slack.api.methods.Methods;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import java.time.Instant;
import java.util.function.Predicate;
import steward.runtime.chat.ChatResult;
import steward.slack.api.WorkspaceCalls;

/** Searches the newest messages of a channel for a file. */
record FileSearch(WorkspaceCalls calls, String workspace, String channel) {

    /**
     * Whether it is there.
     *
     * @param messages how many to look through, the newest first
     * @param since when the file may have come at the earliest
     */
    ChatResult<Boolean> find(int messages, Instant since, Predicate<JsonObject> isIt) {
        ConversationsHistoryRequest request = ConversationsHistoryRequest.builder()
                .channel(channel)
                .oldest(String.valueOf(since.getEpochSecond()))
                .limit(messages)
                .build();
        return calls.call(workspace, Methods.CONVERSATIONS_HISTORY, toForm(request))
                .map(history -> objects(history, "messages").stream()
                        .flatMap(message -> objects(message, "files").stream())
                        .anyMatch(isIt));
    }
}
