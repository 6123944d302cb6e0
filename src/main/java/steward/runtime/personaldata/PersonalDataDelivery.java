package steward.runtime.personaldata;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.conversation.Conversation;
import steward.conversation.session.PersonalDataRequests;
import steward.conversation.session.PersonalDataRequests.Request;
import steward.conversation.session.RepSessions;
import steward.message.About;
import steward.message.ChatFile;
import steward.message.Intent;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Outbox;
import steward.message.Purpose;
import steward.message.Words;
import steward.rep.RepId;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.LoggableError;
import steward.runtime.chat.Renderer;
import steward.runtime.sending.KeyedExecutor;
import steward.runtime.sending.MessageEraser;
import steward.runtime.sending.MessageSender;
import steward.runtime.turns.HomePublisher;

/**
 * Delivers personal data: gives reps the file of all that is kept of them, and forgets those who want that, once they have it.
 *
 * <p>What a rep wants stands in the store until it is done, so that whoever comes after a crash goes on with it: the file is then made and
 * given anew, and nothing is deleted before. Nothing is deleted either that the file doesn't hold: if the rep did something meanwhile, they get
 * another one.
 */
public final class PersonalDataDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataDelivery.class);

    /** Longer than all the calls that it takes, if each is answered in the last moment. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(20);

    /** Who wanted something longer ago is asked whether they still do. */
    static final Duration TRIED_FOR = Duration.ofMinutes(15);

    private final PersonalDataRequests requests;
    private final RepSessions sessions;
    private final Outbox outbox;
    private final Conversation conversation;
    private final Chat chat;
    private final Renderer renderer;
    private final MessageSender sender;
    private final HomePublisher homes;
    private final MessageEraser eraser;
    private final KeyedExecutor executor;
    private final InstantSource clock;
    private final Supplier<String> ids;

    public PersonalDataDelivery(
            PersonalDataRequests requests,
            RepSessions sessions,
            Outbox outbox,
            Conversation conversation,
            Chat chat,
            Renderer renderer,
            MessageSender sender,
            HomePublisher homes,
            MessageEraser eraser,
            KeyedExecutor executor,
            InstantSource clock,
            Supplier<String> ids) {
        this.requests = requests;
        this.sessions = sessions;
        this.outbox = outbox;
        this.conversation = conversation;
        this.chat = chat;
        this.renderer = renderer;
        this.sender = sender;
        this.homes = homes;
        this.eraser = eraser;
        this.executor = executor;
        this.clock = clock;
        this.ids = ids;
    }

    /** Serves those who wait for it, and erases what reps deleted for good. Looks once, and returns before those are served. */
    public void look() {
        try {
            requests.lease(clock.instant(), LEASE)
                    .forEach(wanted -> executor.execute(wanted.rep().team(), () -> serve(wanted)));
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "Reps who want their personal data could not be looked for just now", e);
        }
        try {
            requests.eraseDeletedPlans(clock.instant());
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "Deleted plans could not be erased just now", e);
        }
    }

    private void serve(Request wanted) {
        try {
            if (clock.instant().isAfter(wanted.askedAt().plus(TRIED_FOR))) {
                giveUp(wanted, PersonalDataWords.tooLate(TRIED_FOR, wanted.thenForget()));
            } else {
                after(upload(wanted), wanted);
            }
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "A rep's personal data could not be handed over just now", e);
        }
    }

    /** What a file holds, and the rep's own day on which it was made. */
    private record Made(LocalDate day, String content) {}

    /**
     * A file that has been put into a chat.
     *
     * @param content what it holds
     */
    private record Uploaded(String channel, String content) {}

    private ChatResult<Uploaded> upload(Request wanted) {
        return outbox.room(wanted.rep())
                .map(ChatResult::done)
                .orElseGet(() -> chat.openDirectChat(wanted.rep()))
                .then(channel -> into(channel, wanted));
    }

    private ChatResult<Uploaded> into(String channel, Request wanted) {
        Instant now = clock.instant();
        Made made = sessions.look(
                wanted.rep(),
                now,
                session ->
                        new Made(now.atZone(session.rep().zone()).toLocalDate(), conversation.ownFile(session, now)));
        ChatFile file = new ChatFile(
                PersonalDataWords.fileName(made.day().toString()),
                PersonalDataWords.TITLE,
                Words.of(PersonalDataWords.caption(wanted.thenForget())),
                made.content());
        return chat.upload(wanted.rep().team(), channel, file).giving(new Uploaded(channel, made.content()));
    }

    private void after(ChatResult<Uploaded> uploaded, Request wanted) {
        switch (uploaded.kind()) {
            case DONE -> delivered(wanted, uploaded.get());
            case REFUSED -> {
                LOG.warn("The chat does not take a rep's personal data: {}", uploaded.error());
                giveUp(wanted, PersonalDataWords.notHandedOver(renderer.fileNotTaken(uploaded), wanted.thenForget()));
            }
            case NOT_DONE, UNKNOWN -> {
                LOG.warn("A rep's personal data has to wait: {}", uploaded.error());
                Duration wait = uploaded.after().isZero() ? BEFORE_NEXT_TRY : uploaded.after();
                requests.later(wanted, clock.instant().plus(wait));
            }
        }
    }

    private void giveUp(Request wanted, Message why) {
        Intent notice = message(wanted.rep(), why, Optional.empty());
        if (requests.giveUp(wanted, notice, clock.instant())) {
            sender.send(List.of(notice));
        }
    }

    private void delivered(Request wanted, Uploaded file) {
        if (!wanted.thenForget()) {
            requests.delivered(wanted);
            return;
        }
        Instant now = clock.instant();
        Intent farewell = message(wanted.rep(), PersonalDataWords.farewell(), Optional.of(file.channel()));
        Optional<List<MessageRef>> forgotten = requests.forget(
                wanted, session -> conversation.ownFile(session, now).equals(file.content()), farewell, now);
        if (forgotten.isEmpty()) {
            LOG.info("A rep did something while they got their personal data, so they get it anew");
            requests.later(wanted, now);
            return;
        }
        sender.send(List.of(farewell));
        homes.forgotten(wanted.rep());
        eraser.erase(wanted.rep(), forgotten.get());
    }

    /** @param channel where it goes if the rep's own chat is known no more */
    private Intent message(RepId rep, Message message, Optional<String> channel) {
        return new Intent(ids.get(), rep, Purpose.REPLY, About.NOTHING, renderer.message(message), channel);
    }
}
