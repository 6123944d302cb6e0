package steward.slack.surfaces;

import static com.slack.api.methods.RequestFormBuilder.toForm;
import static steward.slack.blocks.JsonFields.object;
import static steward.slack.blocks.JsonFields.text;

import com.google.gson.JsonObject;
import com.slack.api.methods.Methods;
import com.slack.api.methods.request.files.FilesInfoRequest;
import java.net.URI;
import java.net.URISyntaxException;
import steward.conversation.session.SentFile;
import steward.rep.RepId;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.Refusal;
import steward.slack.api.WorkspaceCalls;

/**
 * Reads a file that a rep sent to Steward. Steward sees the files of all reps who did, so Slack is asked anew each time whose it is: what a
 * button or an event says of that counts for nothing.
 */
record FileDownload(WorkspaceCalls calls, RepId rep) {

    private static final int BYTES_MAX = 4 << 20;

    ChatResult<SentFile> of(String id) {
        FilesInfoRequest request = FilesInfoRequest.builder().file(id).count(0).build();
        return calls.call(rep.team(), Methods.FILES_INFO, toForm(request))
                .map(info -> object(info, "file"))
                .then(file -> read(id, file));
    }

    private ChatResult<SentFile> read(String id, JsonObject file) {
        if (!text(file, "user").equals(rep.user())) {
            return ChatResult.refused(Refusal.FILE, "not this person's file");
        }
        try {
            return calls.download(rep.team(), new URI(text(file, "url_private_download")), BYTES_MAX)
                    .map(content -> SentFile.read(id, text(file, "name"), content));
        } catch (URISyntaxException e) {
            return ChatResult.refused(Refusal.FILE, "no address to download from");
        }
    }
}
