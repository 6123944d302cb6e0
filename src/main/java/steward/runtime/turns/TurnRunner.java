package steward.runtime.turns;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.conversation.Conversation;
import steward.conversation.session.Deadline;
import steward.conversation.session.ExpiredRecords;
import steward.conversation.session.FileRequest;
import steward.conversation.session.OutgoingMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.RepSessions;
import steward.conversation.session.TurnResult;
import steward.message.Intent;
import steward.message.Message;
import steward.message.Outbox;
import steward.rep.RepId;
import steward.runtime.chat.LoggableError;
import steward.runtime.chat.Origin;
import steward.runtime.chat.RenderedForm;
import steward.runtime.chat.Renderer;
import steward.runtime.sending.MessageSender;

/** Runs a rep's turn: has the conversation take it and writes down what comes of it; then, once it is acknowledged, sends and shows that. */
public final class TurnRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TurnRunner.class);

    private static final long KEPT_DAYS = ExpiredRecords.DELIVERIES_KEPT.toDays();

    private static final int LOCKS = 64;

    /** How long what is done in the background waits for another turn of the same rep. */
    private static final Duration WAIT_MAX = Duration.ofSeconds(10);

    /** For each rep one of these, so that few wait for another. */
    private final List<Lock> locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

    private final RepSessions sessions;
    private final Conversation conversation;
    private final Renderer renderer;
    private final Outbox outbox;
    private final MessageSender sender;
    private final SentFiles files;
    private final FormOpener forms;
    private final PrivateReplies privateReplies;
    private final HomePublisher homes;
    private final UserProfiles profiles;
    private final InstantSource clock;

    public TurnRunner(
            RepSessions sessions,
            Conversation conversation,
            Renderer renderer,
            Outbox outbox,
            MessageSender sender,
            SentFiles files,
            FormOpener forms,
            PrivateReplies privateReplies,
            HomePublisher homes,
            UserProfiles profiles,
            InstantSource clock) {
        this.sessions = sessions;
        this.conversation = conversation;
        this.renderer = renderer;
        this.outbox = outbox;
        this.sender = sender;
        this.files = files;
        this.forms = forms;
        this.privateReplies = privateReplies;
        this.homes = homes;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** Whether a channel is known as the one in which Steward and a rep talk. */
    public boolean isRoom(RepId rep, String channel) {
        return outbox.room(rep).equals(Optional.of(channel));
    }

    /**
     * Takes a turn and writes it down, whole or not at all. Calls nobody, but for a file that the rep sent.
     *
     * <p>What was done so long ago that it is not known any more whether it was taken then is not taken.
     *
     * <p>Two deliveries of one rep may come at once; what is said goes out in the order in which the turns were written down.
     *
     * @throws FormRejected if a form has to be mended first
     * @throws Deadline.Over if another turn of the rep takes too long
     */
    public TakenTurn take(Delivery delivery) {
        Instant now = clock.instant();
        if (delivery.isExpired(now)) {
            LOG.info("Something that a rep did over {} days ago came only now, and is not taken", KEPT_DAYS);
            return new TakenTurn(delivery);
        }
        Delivery whole = files.read(delivery);
        return looked(whole, now).orElseGet(() -> written(whole, now));
    }

    /**
     * What only looks at something waits for nobody, and leaves no trace: a rep can look while nothing can be written. Where its words were
     * about something to be written after all, it is taken anew.
     */
    private Optional<TakenTurn> looked(Delivery delivery, Instant now) {
        if (!delivery.input().isLookUp()) {
            return Optional.empty();
        }
        try {
            return sessions.look(delivery.rep(), now, session -> {
                TakenTurn look = turn(new ReadOnlySession(session), delivery, now);
                return Optional.of(look).filter(any -> look.updates().isEmpty());
            });
        } catch (ReadOnlySession.NeedsWriting e) {
            return Optional.empty();
        }
    }

    private TakenTurn written(Delivery delivery, Instant now) {
        Lock lock = locks.get(Math.floorMod(delivery.rep().hashCode(), locks.size()));
        await(lock);
        try {
            TakenTurn taken = sessions.take(
                            delivery.rep(), delivery.key(), now, session -> turn(session, delivery, now))
                    .orElseGet(() -> new TakenTurn(delivery));
            sender.send(taken.intents(), taken.acknowledged());
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private static void await(Lock lock) {
        try {
            if (lock.tryLock(Deadline.left(WAIT_MAX).toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Deadline.Over("Another turn of the rep takes too long");
    }

    /** Draws all there is to say within the turn, so that nothing is written down that cannot be said. */
    private TakenTurn turn(RepSession session, Delivery delivery, Instant now) {
        TurnResult result = delivery.input().take(conversation, session, now);
        List<Intent> intents = result.messages().stream()
                .map(message -> intent(delivery.rep(), message))
                .toList();
        Map<String, String> updates = new LinkedHashMap<>();
        result.updates().forEach(each -> updates.put(each.intent(), renderer.message(each.message())));
        conversation
                .redrawn(session, now)
                .forEach(each -> updates.put(each.intent(), renderer.message(each.message())));
        intents.forEach(session::send);
        Origin origin = delivery.origin();
        return new TakenTurn(
                delivery,
                intents,
                updates,
                result.aside()
                        .filter(any -> !origin.isView())
                        .map(reply -> renderer.privateReply(reply, result.inPlace())),
                form(result, origin),
                new CompletableFuture<>());
    }

    private Intent intent(RepId rep, OutgoingMessage message) {
        String body = message.file()
                .map(FileRequest::text)
                .orElseGet(() -> renderer.message(message.message(), message.thread()));
        return new Intent(message.intent(), rep, message.purpose(), message.about(), body, message.channel());
    }

    private Optional<RenderedForm> form(TurnResult result, Origin origin) {
        return result.form()
                .map(form -> renderer.form(form, origin))
                .or(() -> sheet(result, origin).map(reply -> renderer.sheet(reply, origin)));
    }

    /** What is shown in a modal to a rep who is not in a conversation: the private reply, or where to find what was said. */
    private static Optional<Message> sheet(TurnResult result, Origin origin) {
        boolean unseen = origin.hidesChat()
                && result.messages().stream()
                        .anyMatch(message -> message.channel().isEmpty());
        return result.aside()
                .filter(any -> origin.isView())
                .or(() -> Optional.of(Message.say("I've answered in our chat: see the *Messages* tab."))
                        .filter(any -> unseen));
    }

    /** Opens, shows and sends what came of a turn, and returns at once. The chat must have its acknowledgement before. */
    public void finish(TakenTurn taken) {
        Delivery delivery = taken.delivery();
        RepId rep = delivery.rep();
        taken.form().ifPresent(form -> forms.open(delivery, form));
        taken.privateReply().ifPresent(body -> privateReplies.show(delivery, body));
        delivery.room().ifPresent(room -> learn(rep, room));
        taken.acknowledged().complete(true);
        taken.updates().forEach((intent, body) -> sender.update(rep, intent, body));
        delivery.input().homePage().ifPresentOrElse(page -> homes.show(rep, page), () -> homes.refresh(rep));
        profiles.see(rep);
    }

    private void learn(RepId rep, String room) {
        try {
            if (!isRoom(rep, room)) {
                outbox.room(rep, room);
            }
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "A rep's channel could not be noted", e);
        }
    }
}
