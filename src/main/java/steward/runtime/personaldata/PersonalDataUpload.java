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

    private final RepSessions sessions;
    private final Outbox outbox;
    private final Conversation conversation;
    private final Chat chat;
    private final InstantSource clock;

    PersonalDataUpload(RepSessions sessions, Outbox outbox, Conversation conversation, Chat chat, InstantSource clock) {
        this.sessions = sessions;
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
        ChatFile file = sessions.look(wanted.rep(), now, session -> file(session, wanted, now));
        return chat.upload(wanted.rep().team(), channel, file).giving(new Uploaded(channel, file.content()));
    }

    private ChatFile file(RepSession session, Request wanted, Instant now) {
        String day = now.atZone(session.rep().zone()).toLocalDate().toString();
        return new ChatFile(
                PersonalDataWords.fileName(day),
                PersonalDataWords.TITLE,
                PersonalDataWords.caption(wanted.thenForget()),
                conversation.ownFile(session, now));
    }

    /** Whether a file holds all that is kept of a rep. */
    boolean holdsAll(String content, RepSession session, Instant now) {
        return conversation.ownFile(session, now).equals(content);
    }
}
