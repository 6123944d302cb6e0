package steward.slack;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import steward.conversation.Conversation;
import steward.conversation.session.PersonalDataRequests.Request;
import steward.conversation.session.RepSession;
import steward.conversation.session.RepSessions;
import steward.message.Outbox;

/** A rep's own file: made of what is kept of them just now, and put into the chat with them. */
final class OwnFileUpload {

    private final RepSessions desks;
    private final Outbox outbox;
    private final Conversation conversation;
    private final Workspaces workspaces;
    private final Later later;
    private final InstantSource clock;

    OwnFileUpload(
            RepSessions desks,
            Outbox outbox,
            Conversation conversation,
            Workspaces workspaces,
            Later later,
            InstantSource clock) {
        this.desks = desks;
        this.outbox = outbox;
        this.conversation = conversation;
        this.workspaces = workspaces;
        this.later = later;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param reply what Slack said last; the rep has the file if that is {@link Reply.Kind#OK}
     * @param channel where it was put; empty if the chat could not be opened
     * @param content what it holds; empty then too
     */
    record Put(Reply reply, String channel, String content) {}

    CompletableFuture<Put> put(Request wanted) {
        Optional<String> room = outbox.room(wanted.rep());
        return room.isPresent()
                ? putInto(room.get(), wanted)
                : DirectChat.open(api(wanted), wanted.rep().user()).thenCompose(opened -> opened(opened, wanted));
    }

    private CompletableFuture<Put> opened(Reply opened, Request wanted) {
        String channel = DirectChat.channel(opened);
        if (!channel.isEmpty()) {
            return putInto(channel, wanted);
        }
        Reply why = opened.kind() == Reply.Kind.OK ? Reply.unknown("no channel in the answer") : opened;
        return CompletableFuture.completedFuture(new Put(why, "", ""));
    }

    private CompletableFuture<Put> putInto(String channel, Request wanted) {
        Instant now = clock.instant();
        String content = desks.look(wanted.rep(), now, desk -> conversation.ownFile(desk, now));
        String day = desks.look(
                wanted.rep(),
                now,
                desk -> now.atZone(desk.rep().zone()).toLocalDate().toString());
        FileUpload upload = new FileUpload(
                api(wanted),
                later,
                channel,
                OwnFileWords.fileName(day),
                OwnFileWords.TITLE,
                OwnFileWords.caption(wanted.thenForget()),
                content);
        return upload.go().thenApply(reply -> new Put(reply, channel, content));
    }

    private WebApi api(Request wanted) {
        return workspaces.in(wanted.rep().team());
    }

    /** Whether a file holds all that lies on the rep's desk. */
    boolean holdsAll(String content, RepSession desk, Instant now) {
        return conversation.ownFile(desk, now).equals(content);
    }
}
