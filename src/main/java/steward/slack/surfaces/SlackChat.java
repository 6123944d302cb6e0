package steward.slack.surfaces;

import static com.slack.api.methods.RequestFormBuilder.toForm;
import static steward.slack.blocks.JsonFields.firstOf;
import static steward.slack.blocks.JsonFields.object;
import static steward.slack.blocks.JsonFields.text;

import com.google.gson.JsonParseException;
import com.slack.api.methods.Methods;
import com.slack.api.methods.request.chat.ChatDeleteRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.request.conversations.ConversationsOpenRequest;
import com.slack.api.methods.request.users.UsersInfoRequest;
import com.slack.api.methods.request.views.ViewsOpenRequest;
import com.slack.api.methods.request.views.ViewsPublishRequest;
import com.slack.api.methods.request.views.ViewsPushRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import steward.conversation.session.SentFile;
import steward.message.ChatFile;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.Outbox.Arrival;
import steward.rep.RepId;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.Origin;
import steward.runtime.chat.PostedMessage;
import steward.runtime.chat.Refusal;
import steward.runtime.chat.UserProfile;
import steward.slack.api.WorkspaceCalls;
import steward.slack.blocks.SlackTimestamp;
import steward.slack.surfaces.HistorySearch.Place;

/** Slack as the runtime's chat: each of its calls as one of the Web API's. */
public final class SlackChat implements Chat {

    private final WorkspaceCalls calls;
    private final HistorySearch history;
    private final EphemeralReplies ephemeralReplies;
    private final Consumer<Duration> pause;

    /**
     * @param pace of look-ups in a workspace's history
     * @param ids new, unique texts
     * @param pause waits for so long
     */
    public SlackChat(WorkspaceCalls calls, HistoryPace pace, Supplier<String> ids, Consumer<Duration> pause) {
        this.calls = calls;
        this.history = new HistorySearch(calls, pace);
        this.ephemeralReplies = new EphemeralReplies(calls, ids);
        this.pause = pause;
    }

    @Override
    public boolean isPerson(String place) {
        return place.startsWith("U") || place.startsWith("W");
    }

    @Override
    public ChatResult<String> openDirectChat(RepId person) {
        ConversationsOpenRequest request =
                ConversationsOpenRequest.builder().users(List.of(person.user())).build();
        return calls.call(person.team(), Methods.CONVERSATIONS_OPEN, toForm(request))
                .map(opened -> text(object(opened, "channel"), "id"))
                .then(channel -> channel.isEmpty()
                        ? ChatResult.refused(Refusal.ADMIN, "no channel in the answer")
                        : ChatResult.done(channel));
    }

    @Override
    public ChatResult<PostedMessage> post(Intent intent, String channel) {
        return read(intent).then(body -> post(intent, channel, body));
    }

    private static ChatResult<PostedBody> read(Intent intent) {
        try {
            return ChatResult.done(PostedBody.of(intent.body()));
        } catch (JsonParseException | IllegalStateException e) {
            return ChatResult.refused(Refusal.MESSAGE, "unreadable body");
        }
    }

    private ChatResult<PostedMessage> post(Intent intent, String channel, PostedBody body) {
        ChatPostMessageRequest request = ChatPostMessageRequest.builder()
                .channel(channel)
                .text(body.text())
                .blocksAsString(body.blocks())
                .threadTs(body.thread().orElse(null))
                .mrkdwn(false)
                .unfurlLinks(false)
                .unfurlMedia(false)
                .metadataAsString(MessageMetadata.of(intent))
                .build();
        return calls.call(intent.rep().team(), Methods.CHAT_POST_MESSAGE, toForm(request))
                .map(posted -> posted(firstOf(text(posted, "channel"), channel), text(posted, "ts")));
    }

    private static PostedMessage posted(String channel, String ts) {
        return new PostedMessage(
                channel, SlackTimestamp.stamp(ts).map(stamp -> new Arrival(new MessageRef(channel, ts), stamp)));
    }

    @Override
    public ChatResult<Optional<PostedMessage>> find(Intent intent, String channel, Instant writtenAt) {
        return read(intent)
                .then(body -> history.find(
                        intent.rep().team() + " " + intent.id(),
                        new Place(intent.rep().team(), channel, body.thread(), writtenAt),
                        message -> text(object(object(message, "metadata"), "event_payload"), "intent")
                                .equals(intent.id())))
                .map(found -> found.map(message -> posted(channel, text(message, "ts"))));
    }

    @Override
    public ChatResult<Void> update(String workspace, MessageRef message, String body) {
        PostedBody shown = PostedBody.of(body);
        ChatUpdateRequest request = ChatUpdateRequest.builder()
                .channel(message.channel())
                .ts(message.id())
                .text(shown.text())
                .blocksAsString(shown.blocks())
                // Unlike when posting, the default here is to look for names and links.
                .parse("none")
                .build();
        return calls.call(workspace, Methods.CHAT_UPDATE, toForm(request)).ended();
    }

    @Override
    public ChatResult<Void> delete(String workspace, MessageRef message) {
        ChatDeleteRequest request = ChatDeleteRequest.builder()
                .channel(message.channel())
                .ts(message.id())
                .build();
        return calls.call(workspace, Methods.CHAT_DELETE, toForm(request)).ended();
    }

    @Override
    public ChatResult<Void> upload(String workspace, String channel, ChatFile file) {
        return new FileUpload(calls, history, workspace, channel, file, pause).upload();
    }

    @Override
    public ChatResult<Boolean> isUploaded(String workspace, String channel, String name, Instant since) {
        return history.find(
                        String.join(" ", workspace, channel, name),
                        new Place(workspace, channel, Optional.empty(), since),
                        message -> FileUpload.shows(message, "name", name))
                .map(Optional::isPresent);
    }

    @Override
    public ChatResult<SentFile> download(RepId rep, String file) {
        return new FileDownload(calls, rep).of(file);
    }

    /** From inside a modal, another one is laid on top, and closing that one leads back. */
    @Override
    public ChatResult<Void> openForm(RepId rep, Origin origin, String view) {
        return (origin.surface() == Origin.Surface.MODAL
                        ? calls.call(
                                rep.team(),
                                Methods.VIEWS_PUSH,
                                toForm(ViewsPushRequest.builder()
                                        .triggerId(origin.trigger())
                                        .viewAsString(view)
                                        .build()))
                        : calls.call(
                                rep.team(),
                                Methods.VIEWS_OPEN,
                                toForm(ViewsOpenRequest.builder()
                                        .triggerId(origin.trigger())
                                        .viewAsString(view)
                                        .build())))
                .ended();
    }

    @Override
    public ChatResult<Void> replyPrivately(RepId rep, Origin origin, String body) {
        return origin.replyAddress()
                .map(address -> ephemeralReplies.show(this, rep, address, body))
                .orElseGet(() -> ephemeralReplies.inDirectChat(this, rep, body));
    }

    @Override
    public ChatResult<Void> publishHome(RepId rep, String view) {
        ViewsPublishRequest request = ViewsPublishRequest.builder()
                .userId(rep.user())
                .viewAsString(view)
                .build();
        return calls.call(rep.team(), Methods.VIEWS_PUBLISH, toForm(request)).ended();
    }

    @Override
    public ChatResult<UserProfile> profile(RepId person) {
        UsersInfoRequest request =
                UsersInfoRequest.builder().user(person.user()).build();
        return calls.call(person.team(), Methods.USERS_INFO, toForm(request))
                .map(info -> SlackUsers.profile(object(info, "user")));
    }
}
