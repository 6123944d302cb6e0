package steward.slack.surfaces;

import static com.slack.api.methods.RequestFormBuilder.toForm;
import static steward.slack.blocks.JsonFields.objects;
import static steward.slack.blocks.JsonFields.text;

import com.google.gson.JsonObject;
import com.slack.api.methods.Methods;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.request.files.FilesGetUploadURLExternalRequest;
import com.slack.api.model.block.composition.TextObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import steward.message.ChatFile;
import steward.message.Words;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.Refusal;
import steward.slack.api.WorkspaceCalls;
import steward.slack.blocks.Mrkdwn;
import steward.slack.surfaces.HistorySearch.Place;

/**
 * Uploads a file: Slack says where to put it, takes its content there, and then shows it.
 *
 * <p>Each step is gone once. Only the last one shows anything, so where one before it fails, nobody has seen the file; and where the answer
 * to the last one got lost, the chat is searched for it. Whoever gets to hear {@link ChatResult.Kind#UNKNOWN} may thus upload it anew.
 *
 * @param pause waits for so long
 */
record FileUpload(
        WorkspaceCalls calls,
        HistorySearch history,
        String workspace,
        String channel,
        ChatFile file,
        Consumer<Duration> pause) {

    /** Time for a file whose answer got lost to show in the history. */
    private static final Duration BEFORE_SEARCH = Duration.ofSeconds(3);

    ChatResult<Void> upload() {
        byte[] content = file.content();
        FilesGetUploadURLExternalRequest request = FilesGetUploadURLExternalRequest.builder()
                .filename(file.name())
                .length(content.length)
                .build();
        return calls.call(workspace, Methods.FILES_GET_UPLOAD_URL_EXTERNAL, toForm(request))
                .then(url -> put(content, url));
    }

    private ChatResult<Void> put(byte[] content, JsonObject url) {
        try {
            ChatResult<Void> put = calls.upload(new URI(text(url, "upload_url")), content);
            return put.isDone() ? shown(text(url, "file_id")) : put;
        } catch (URISyntaxException e) {
            return ChatResult.unknown("no address to upload to");
        }
    }

    private ChatResult<Void> shown(String id) {
        FilesCompleteUploadExternalRequest request = FilesCompleteUploadExternalRequest.builder()
                .files(List.of(FileDetails.builder().id(id).title(file.title()).build()))
                .channelId(channel)
                .initialComment(markup(file.caption()))
                .build();
        ChatResult<JsonObject> shown = calls.call(workspace, Methods.FILES_COMPLETE_UPLOAD_EXTERNAL, toForm(request));
        return shown.kind() == ChatResult.Kind.UNKNOWN ? searched(id) : shown.ended();
    }

    private static String markup(Words caption) {
        return Mrkdwn.styled(caption)
                .map(TextObject::getText)
                .orElseGet(() -> Mrkdwn.escaped(Mrkdwn.CHARACTERS_MAX, caption.text()));
    }

    private ChatResult<Void> searched(String id) {
        pause.accept(BEFORE_SEARCH);
        ChatResult<Boolean> search = history.findNew(
                        new Place(workspace, channel, Optional.empty(), Instant.EPOCH),
                        message -> shows(message, "id", id))
                .map(Optional::isPresent);
        if (!search.isDone()) {
            return ChatResult.refused(Refusal.UNSURE, search.error());
        }
        return search.get() ? ChatResult.done() : ChatResult.unknown("the file is not there");
    }

    /** Whether a message shows a file of which something is so. */
    static boolean shows(JsonObject message, String key, String value) {
        return objects(message, "files").stream()
                .anyMatch(file -> text(file, key).equals(value));
    }
}
