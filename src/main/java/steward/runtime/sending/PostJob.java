package steward.runtime.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.About;
import steward.message.Intent;
import steward.message.Outbox;
import steward.message.Outbox.Pending;
import steward.message.Purpose;
import steward.rep.RepId;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.LoggableError;
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

    private static final Optional<Duration> DONE = Optional.empty();

    /** A nudge that could not be sent for longer is not what the rep deserves now, or not at this hour. */
    private static final Duration NUDGE_FRESH = Duration.ofMinutes(15);

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
    private final Renderer renderer;
    private final Outbox outbox;
    private final InstantSource clock;
    private final OutageLog outages;
    private final SendMetrics metrics;
    private final Instant writtenAt;
    private final Backoff backoff = new Backoff();

    private Intent intent;
    private boolean inDoubt;
    /** Why it was held, if it was. */
    private String heldFor = "";

    private Room room = Room.REMEMBERED;
    /** Set once the chat has the message: then only that is left to be written down. */
    private @Nullable PostedMessage posted;

    PostJob(
            Pending pending,
            Chat chat,
            Renderer renderer,
            Outbox outbox,
            InstantSource clock,
            OutageLog outages,
            SendMetrics metrics) {
        this.intent = pending.intent();
        this.inDoubt = pending.inDoubt();
        this.writtenAt = pending.writtenAt();
        this.chat = chat;
        this.renderer = renderer;
        this.outbox = outbox;
        this.clock = clock;
        this.outages = outages;
        this.metrics = metrics;
    }

    @Override
    public Optional<Duration> attempt() {
        backoff.tried();
        try {
            return posted == null ? toRoom() : noted(posted);
        } catch (RuntimeException e) {
            LOG.error("Message {} has to wait, something failed", intent.id(), LoggableError.of(e));
            return Optional.of(backoff.afterTry());
        }
    }

    // ── Where it goes ────────────────────────────────────────────────────────────────────────────────────

    private Optional<Duration> toRoom() {
        return intent.channel()
                .map(this::toShare)
                .orElseGet(() -> outbox.room(intent.rep())
                        .map(remembered -> to(remembered, Room.REMEMBERED))
                        .orElseGet(this::toNewRoom));
    }

    /** @param place a channel, or a person, with whom Steward talks in a direct chat of theirs */
    private Optional<Duration> toShare(String place) {
        if (!chat.isPerson(place)) {
            return to(place, Room.SHARED);
        }
        ChatResult<String> opened = chat.openDirectChat(new RepId(intent.rep().team(), place));
        return switch (opened.kind()) {
            case DONE -> to(opened.get(), Room.SHARED);
            case REFUSED -> isOfShare(opened.refusal()) ? notShared(opened) : held(opened);
            case NOT_DONE, UNKNOWN -> again(opened);
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
            case NOT_DONE, UNKNOWN -> again(opened);
        };
    }

    private Optional<Duration> notOpened(ChatResult<String> opened) {
        if (opened.refusal() == Refusal.PERSON) {
            return gone(opened);
        }
        // Where it may have gone can't be searched without a channel. The rep's next message will tell it.
        return inDoubt
                ? held(opened)
                // Without leave to open a direct chat, a message to the person is still taken, and the answer says
                // where it went.
                : to(intent.rep().user(), Room.PERSON);
    }

    private Optional<Duration> to(String channel, Room from) {
        room = from;
        return inDoubt ? search(channel) : send(channel);
    }

    private Optional<Duration> toAnotherRoom(String channel) {
        outbox.forgetRoom(intent.rep(), channel);
        return toNewRoom();
    }

    // ── Whether it is there already ──────────────────────────────────────────────────────────────────────

    private Optional<Duration> search(String channel) {
        ChatResult<Optional<PostedMessage>> found = chat.find(intent, channel, writtenAt);
        return switch (found.kind()) {
            case DONE -> found.get().map(this::arrived).orElseGet(() -> sendAgain(channel));
            case REFUSED -> notSearched(channel, found);
            case NOT_DONE, UNKNOWN -> again(found);
        };
    }

    private Optional<Duration> notSearched(String channel, ChatResult<?> refused) {
        if (refused.refusal() == Refusal.THREAD && isTakenOutOfThread()) {
            return search(channel);
        }
        if (refused.refusal() == Refusal.MESSAGE) {
            return refusedForGood(refused);
        }
        if (room == Room.SHARED && (refused.refusal() == Refusal.READING || refused.refusal() == Refusal.ROOM)) {
            // What is said there is none of Steward's business to read: better ask the rep to look than to say it
            // twice.
            return notShared(ChatResult.refused(Refusal.UNSURE, refused.error()));
        }
        return room == Room.REMEMBERED && refused.refusal() == Refusal.ROOM ? toAnotherRoom(channel) : held(refused);
    }

    private Optional<Duration> sendAgain(String channel) {
        inDoubt = false;
        return intent.purpose() == Purpose.NUDGE ? takenBack() : send(channel);
    }

    /** What a nudge says may be true no longer, or the hour be no longer right: whoever it was for is looked at anew. */
    private Optional<Duration> takenBack() {
        outbox.takeBack(intent, clock.instant());
        return DONE;
    }

    // ── Sending ──────────────────────────────────────────────────────────────────────────────────────────

    private Optional<Duration> send(String channel) {
        if (isStale()) {
            return takenBack();
        }
        if (!outbox.sending(intent)) {
            return DONE;
        }
        inDoubt = true;
        ChatResult<PostedMessage> sent = chat.post(intent, channel);
        return switch (sent.kind()) {
            case DONE -> taken(channel, sent.get());
            case REFUSED -> notTaken(channel, sent);
            case NOT_DONE -> {
                notSent();
                yield again(sent);
            }
            case UNKNOWN -> again(sent);
        };
    }

    private boolean isStale() {
        return intent.purpose() == Purpose.NUDGE && clock.instant().isAfter(writtenAt.plus(NUDGE_FRESH));
    }

    private void notSent() {
        inDoubt = false;
        outbox.notSent(intent);
    }

    private Optional<Duration> taken(String sentTo, PostedMessage message) {
        Optional<Duration> done = arrived(message);
        if (!message.channel().equals(sentTo) && room != Room.SHARED) {
            outbox.room(intent.rep(), message.channel());
        }
        return done;
    }

    private Optional<Duration> arrived(PostedMessage message) {
        posted = message;
        return noted(message);
    }

    private Optional<Duration> noted(PostedMessage message) {
        if (message.arrival().isEmpty()) {
            LOG.warn("The chat did not say when message {} arrived", intent.id());
        }
        outbox.sent(intent, message.arrival());
        metrics.arrived(intent, Duration.between(writtenAt, clock.instant()));
        outages.over(heldFor);
        return DONE;
    }

    // ── Refused ──────────────────────────────────────────────────────────────────────────────────────────

    private Optional<Duration> notTaken(String channel, ChatResult<?> refused) {
        Refusal about = refused.refusal();
        if ((about == Refusal.LAYOUT && isSimplified(refused.error()))
                || (about == Refusal.THREAD && isTakenOutOfThread())) {
            return send(channel);
        }
        if (room != Room.SHARED && about == Refusal.PERSON) {
            return gone(refused);
        }
        if (isFinal(about)) {
            return room == Room.SHARED ? notTakenThere(refused) : refusedForGood(refused);
        }
        notSent();
        return room == Room.REMEMBERED && about == Refusal.ROOM ? toAnotherRoom(channel) : held(refused);
    }

    private boolean isSimplified(String error) {
        Optional<String> simpler = renderer.simpler(intent.body());
        simpler.ifPresent(body -> {
            intent = intent.withBody(body);
            LOG.error("The chat refused the layout of message {} ({}): it goes with less of it", intent.id(), error);
        });
        return simpler.isPresent();
    }

    private boolean isTakenOutOfThread() {
        Optional<String> outside = renderer.withoutThread(intent.body());
        outside.ifPresent(body -> intent = intent.withBody(body));
        return outside.isPresent();
    }

    /** Whatever else is wrong lies with the app or the workspace, where somebody can mend it. */
    private boolean isFinal(Refusal about) {
        return switch (about) {
            case MESSAGE, LAYOUT, THREAD -> true;
            case PERSON, PLACE -> room == Room.SHARED;
            case ROOM -> room == Room.SHARED || room == Room.OPENED;
            case READING, UNSURE, NOT_INSTALLED, ADMIN -> false;
        };
    }

    private static boolean isOfShare(Refusal about) {
        return switch (about) {
            case THREAD, PERSON, PLACE, ROOM -> true;
            case MESSAGE, LAYOUT, READING, UNSURE, NOT_INSTALLED, ADMIN -> false;
        };
    }

    private Optional<Duration> notTakenThere(ChatResult<?> refused) {
        notSent();
        return notShared(refused);
    }

    /** The rep is told in their own chat, and only then is it over: told twice is better than not at all. */
    private Optional<Duration> notShared(ChatResult<?> refused) {
        String words =
                renderer.message(renderer.notShared(refused, intent.channel().orElseThrow()));
        Intent notice = new Intent(intent.id() + ".refused", intent.rep(), Purpose.REPLY, About.NOTHING, words);
        String own = outbox.room(intent.rep()).orElse(intent.rep().user());
        ChatResult<PostedMessage> told = chat.post(notice, own);
        return switch (told.kind()) {
            case DONE, REFUSED -> refusedForGood(refused);
            case NOT_DONE, UNKNOWN -> again(told);
        };
    }

    private Optional<Duration> refusedForGood(ChatResult<?> refused) {
        LOG.error("The chat refused message {} for good: {}", intent.id(), refused.error());
        outbox.refused(intent, refused.error());
        return DONE;
    }

    private Optional<Duration> gone(ChatResult<?> refused) {
        LOG.warn("Message {} reaches nobody: {}", intent.id(), refused.error());
        outbox.gone(intent, refused.error());
        return DONE;
    }

    private Optional<Duration> held(ChatResult<?> refused) {
        if (refused.refusal() == Refusal.NOT_INSTALLED) {
            return refusedForGood(refused);
        }
        heldFor = refused.error();
        outages.begun(heldFor);
        return Optional.of(backoff.held());
    }

    private Optional<Duration> again(ChatResult<?> result) {
        LOG.warn("Message {} has to wait: {}", intent.id(), result.error());
        return Optional.of(result.after().isZero() ? backoff.afterTry() : result.after());
    }
}
