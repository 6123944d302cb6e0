package steward.runtime.personaldata;

import java.time.Instant;
import java.time.InstantSource;
import steward.conversation.Conversation;
import steward.conversation.session.PersonalDataRequests.Request;
import steward.conversation.session.RepSession;
import steward.conversation.session.RepSessions;
import steward.message.Outbox;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatFile;
import steward.runtime.chat.ChatResult;

/** Uploads a rep's personal data file: made of what is kept of them just now, and put into the chat with them. */
final class PersonalDataUpload {

    private final RepSessions desks;
    private final Outbox outbox;
    private final Conversation conversation;
    private final Chat chat;
    private final InstantSource clock;

    PersonalDataUpload(RepSessions desks, Outbox outbox, Conversation conversation, Chat chat, InstantSource clock) {
        this.desks = desks;
        this.outbox = outbox;
        this.conversation = conversation;
        this.chat = chat;
        this.clock = clock;
    }

    /**
     * A file that has been put into a chat.
     *
     * @param content what it holds
     */
    record Uploaded(String channel, String content) {}

    ChatResult<Uploaded> upload(Request wanted) {
        return outbox.room(wanted.rep())
                .map(ChatResult::done)
                .orElseGet(() -> chat.openDirectChat(wanted.rep()))
                .then(channel -> into(channel, wanted));
    }

    private ChatResult<Uploaded> into(String channel, Request wanted) {
        Instant now = clock.instant();
        ChatFile file = desks.look(wanted.rep(), now, desk -> file(desk, wanted, now));
        return chat.upload(wanted.rep().team(), channel, file).giving(new Uploaded(channel, file.content()));
    }

    private ChatFile file(RepSession desk, Request wanted, Instant now) {
        String day = now.atZone(desk.rep().zone()).toLocalDate().toString();
        return new ChatFile(
                PersonalDataWords.fileName(day),
                PersonalDataWords.TITLE,
                PersonalDataWords.caption(wanted.thenForget()),
                conversation.ownFile(desk, now));
    }

    /** Whether a file holds all that is kept of a rep. */
    boolean holdsAll(String content, RepSession desk, Instant now) {
        return conversation.ownFile(desk, now).equals(content);
    }
}
