package steward.runtime.chat;

import java.time.Instant;
import java.util.Optional;
import steward.conversation.session.SentFile;
import steward.message.ChatFile;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.rep.RepId;

/**
 * A chat product's API: what Steward has it do. Each call is made once and waits for its answer, for a bounded time; none throws: how it
 * ended is in the {@link ChatResult}.
 *
 * <p>A rep's workspace belongs to one chat, so every call names the workspace, alone or with a person. To be used by several threads.
 */
public interface Chat {

    /** Whether a place where something is to be shared is a person rather than a channel. */
    boolean isPerson(String place);

    /** Opens the direct chat with one person, or finds it open: the channel. */
    ChatResult<String> openDirectChat(RepId person);

    /**
     * Posts a message under its intent's id.
     *
     * @param channel where it goes; a person's id stands for the direct chat with them
     */
    ChatResult<PostedMessage> post(Intent intent, String channel);

    /**
     * Looks whether a message that may have arrived is there; refused for {@link Refusal#READING} where that can't be seen, for
     * {@link Refusal#MESSAGE} if it never can have arrived.
     *
     * @param writtenAt when it was written down: it was posted at no time before
     */
    ChatResult<Optional<PostedMessage>> find(Intent intent, String channel, Instant writtenAt);

    /**
     * Puts another body in the place of a message's.
     *
     * @param body as {@link Renderer#message} draws it
     */
    ChatResult<Void> update(String workspace, MessageRef message, String body);

    /** Deletes a message of Steward's. */
    ChatResult<Void> delete(String workspace, MessageRef message);

    /** Uploads a file into a channel. Unless it is done, nobody has seen the file, or it is refused for {@link Refusal#UNSURE}. */
    ChatResult<Void> upload(String workspace, String channel, ChatFile file);

    /**
     * Looks whether a file of that name, which may have been uploaded, is in a channel.
     *
     * @param since when its upload was written down: it was not there before
     */
    ChatResult<Boolean> isUploaded(String workspace, String channel, String name, Instant since);

    /**
     * Reads a file that a person sent; refused for {@link Refusal#FILE} if it is not there, or not theirs, and for {@link Refusal#SIZE} if it
     * is too large.
     *
     * @param file what the chat knows it by
     */
    ChatResult<SentFile> download(RepId rep, String file);

    /**
     * Opens a form before whoever did something there.
     *
     * @param view as {@link Renderer#form} draws it
     */
    ChatResult<Void> openForm(RepId rep, Origin origin, String view);

    /**
     * Shows a reply to a rep alone, where they did something.
     *
     * @param body as {@link Renderer#privateReply} draws it
     */
    ChatResult<Void> replyPrivately(RepId rep, Origin origin, String body);

    /**
     * Shows a rep's Home tab.
     *
     * @param view as {@link Renderer#home} draws it
     */
    ChatResult<Void> publishHome(RepId rep, String view);

    /** Who a person is. */
    ChatResult<UserProfile> profile(RepId person);
}
