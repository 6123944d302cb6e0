package steward.runtime.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.About;
import steward.message.Intent;
import steward.message.Message;
import steward.message.Outbox;
import steward.message.Outbox.Pending;
import steward.message.Purpose;
import steward.rep.RepId;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.PostedMessage;
import steward.runtime.chat.Refusal;
import steward.runtime.chat.Renderer;

/**
 * One message on its way into a rep's direct chat, or to where the rep wants it shared.
 *
 * <p>It is never sent again blindly. Once it may have arrived, the channel is searched for it first; only if it is not there is it sent
 * once more. A refusal that an admin can mend only holds it up. To be tried by one thread at a time, whichever.
 */
final class PostJob implements SendJob {

    private static final Logger LOG = LoggerFactory.getLogger(PostJob.class);

    /** Where a message goes, and whence that is known. */
    private enum Room {
        REMEMBERED,
        /** Just opened. */
        OPENED,
        /** The rep as such: the chat finds the channel. */
        PERSON,
        /** Not the rep's room at all: where they want it shared. */
        SHARED
    }

    private final Chat chat;
    private final FileUploads files;
    private final Renderer renderer;
    private final Outbox outbox;
    private final Instant writtenAt;
    private final PostEnding ending;

    private Intent intent;
    private boolean inDoubt;
    private Room room = Room.REMEMBERED;
    /** Set once the chat has the message: then only that is left to be written down. */
    private @Nullable PostedMessage posted;

    PostJob(Pending pending, Chat chat, FileUploads files, Renderer renderer, Outbox outbox, PostEnding ending) {
        this.intent = pending.intent();
        this.inDoubt = pending.inDoubt();
        this.writtenAt = pending.writtenAt();
        this.chat = chat;
        this.files = files;
        this.renderer = renderer;
        this.outbox = outbox;
        this.ending = ending;
    }

    @Override
    public Optional<Duration> attempt() {
        ending.tried();
        try {
            return posted == null ? toRoom() : ending.arrived(intent, posted);
        } catch (RuntimeException e) {
            return ending.failed(intent, e);
        }
    }

    private Optional<Duration> toRoom() {
        return intent.channel()
                .map(this::toShare)
                .orElseGet(() -> outbox.room(intent.rep())
                        .map(remembered -> to(remembered, Room.REMEMBERED))
                        .orElseGet(this::toNewRoom));
    }

    /** @param place a channel, or a person, with whom Steward talks in a direct chat of theirs */
    private Optional<Duration> toShare(String place) {
        room = Room.SHARED;
        if (!chat.isPerson(place)) {
            return to(place, Room.SHARED);
        }
        ChatResult<String> opened = chat.openDirectChat(new RepId(intent.rep().team(), place));
        return switch (opened.kind()) {
            case DONE -> to(opened.get(), Room.SHARED);
            case REFUSED -> isFinal(opened.refusal()) ? notShared(opened) : ending.held(intent, opened);
            case NOT_DONE, UNKNOWN -> ending.again(opened);
        };
    }

    private Optional<Duration> toNewRoom() {
        ChatResult<String> opened = chat.openDirectChat(intent.rep());
        return switch (opened.kind()) {
            case DONE -> {
                outbox.room(intent.rep(), opened.get());
                yield to(opened.get(), Room.OPENED);
            }
            case REFUSED -> notOpened(opened);
            case NOT_DONE, UNKNOWN -> ending.again(opened);
        };
    }

    private Optional<Duration> notOpened(ChatResult<String> opened) {
        if (opened.refusal() == Refusal.PERSON) {
            return ending.gone(intent, opened);
        }
        // Where it may have gone can't be searched without a channel. The rep's next message will tell it.
        return inDoubt
                ? ending.held(intent, opened)
                // Without leave to open a direct chat, a message to the person is still taken, and the answer says
                // where it went.
                : to(intent.rep().user(), Room.PERSON);
    }

    private Optional<Duration> to(String channel, Room from) {
        room = from;
        return inDoubt ? search(channel) : send(channel);
    }

    /** Where the room remembered is not to be had, another may be. */
    private Optional<Duration> toAnotherRoomOrHeld(String channel, ChatResult<?> refused) {
        if (room != Room.REMEMBERED || refused.refusal() != Refusal.ROOM) {
            return ending.held(intent, refused);
        }
        outbox.forgetRoom(intent.rep(), channel);
        return toNewRoom();
    }

    private Optional<Duration> search(String channel) {
        ChatResult<Optional<PostedMessage>> found =
                isFile() ? files.find(intent, channel, writtenAt) : chat.find(intent, channel, writtenAt);
        return switch (found.kind()) {
            case DONE -> found.get().map(message -> arrived(channel, message)).orElseGet(() -> sendAgain(channel));
            case REFUSED -> notSearched(channel, found);
            case NOT_DONE, UNKNOWN -> ending.again(found);
        };
    }

    private Optional<Duration> notSearched(String channel, ChatResult<?> refused) {
        if (refused.refusal() == Refusal.THREAD && isDrawnAs(renderer.withoutThread(intent.body()))) {
            return search(channel);
        }
        if (refused.refusal() == Refusal.MESSAGE) {
            return ending.refusedForGood(intent, refused);
        }
        if (room == Room.SHARED && (refused.refusal() == Refusal.READING || refused.refusal() == Refusal.ROOM)) {
            // What is said there is none of Steward's business to read: better ask the rep to look than to say it
            // twice.
            return notShared(ChatResult.refused(Refusal.UNSURE, refused.error()));
        }
        return toAnotherRoomOrHeld(channel, refused);
    }

    private Optional<Duration> sendAgain(String channel) {
        inDoubt = false;
        return intent.purpose() == Purpose.NUDGE ? ending.takenBack(intent) : send(channel);
    }

    private Optional<Duration> send(String channel) {
        if (ending.isStale(intent)) {
            return ending.takenBack(intent);
        }
        if (!outbox.sending(intent)) {
            return ending.notOurs();
        }
        inDoubt = true;
        ChatResult<PostedMessage> sent = isFile() ? files.upload(intent, channel) : chat.post(intent, channel);
        return switch (sent.kind()) {
            case DONE -> arrived(channel, sent.get());
            case REFUSED -> notTaken(channel, sent);
            case NOT_DONE -> {
                notSent();
                yield ending.again(sent);
            }
            case UNKNOWN -> ending.again(sent);
        };
    }

    private boolean isFile() {
        return intent.purpose() == Purpose.FILE;
    }

    private void notSent() {
        inDoubt = false;
        outbox.notSent(intent);
    }

    private Optional<Duration> arrived(String sentTo, PostedMessage message) {
        posted = message;
        Optional<Duration> over = ending.arrived(intent, message);
        if (!message.channel().equals(sentTo) && room != Room.SHARED) {
            outbox.room(intent.rep(), message.channel());
        }
        return over;
    }

    private Optional<Duration> notTaken(String channel, ChatResult<?> refused) {
        Refusal about = refused.refusal();
        if (isFile() && room != Room.SHARED) {
            return toldInstead(FileUploads.notUploaded(refused, renderer), refused);
        }
        if (about == Refusal.LAYOUT && isDrawnAs(renderer.simpler(intent.body()))) {
            LOG.error(
                    "The chat refused the layout of message {} ({}): it goes with less of it",
                    intent.id(),
                    refused.error());
            return send(channel);
        }
        if (about == Refusal.THREAD && isDrawnAs(renderer.withoutThread(intent.body()))) {
            return send(channel);
        }
        if (room != Room.SHARED && about == Refusal.PERSON) {
            return ending.gone(intent, refused);
        }
        boolean isFinal = isFinal(about);
        if (isFinal && room != Room.SHARED) {
            return ending.refusedForGood(intent, refused);
        }
        notSent();
        return isFinal ? notShared(refused) : toAnotherRoomOrHeld(channel, refused);
    }

    private boolean isDrawnAs(Optional<String> otherBody) {
        otherBody.ifPresent(body -> intent = intent.withBody(body));
        return otherBody.isPresent();
    }

    /** Whatever else is wrong lies with the app or the workspace, where somebody can mend it. */
    private boolean isFinal(Refusal about) {
        return switch (about) {
            case MESSAGE, LAYOUT, THREAD -> true;
            case PERSON, PLACE -> room == Room.SHARED;
            case ROOM -> room == Room.SHARED || room == Room.OPENED;
            case READING, UNSURE, FILE, SIZE, NOT_INSTALLED, ADMIN -> false;
        };
    }

    private Optional<Duration> notShared(ChatResult<?> refused) {
        return toldInstead(renderer.notShared(refused, intent.channel().orElseThrow()), refused);
    }

    /** The rep is told in their own chat, and only then is it over: told twice is better than not at all. */
    private Optional<Duration> toldInstead(Message words, ChatResult<?> refused) {
        Intent notice = new Intent(
                intent.id() + ".refused", intent.rep(), Purpose.REPLY, About.NOTHING, renderer.message(words));
        String own = outbox.room(intent.rep()).orElse(intent.rep().user());
        ChatResult<PostedMessage> told = chat.post(notice, own);
        return switch (told.kind()) {
            case DONE, REFUSED -> ending.refusedForGood(intent, refused);
            case NOT_DONE, UNKNOWN -> ending.again(told);
        };
    }
}
