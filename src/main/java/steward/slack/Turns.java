package steward.slack;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.conversation.Conversation;
import steward.conversation.session.OutgoingMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.RepSessions;
import steward.conversation.session.TurnResult;
import steward.message.Intent;
import steward.message.Message;
import steward.message.Outbox;
import steward.rep.RepId;

/** Takes a rep's turn, then says what came of it. */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private static final int LOCKS = 64;

    /** For each rep one of these, so that few wait for another. */
    private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

    private final RepSessions desks;
    private final Conversation conversation;
    private final Outbox outbox;
    private final Speaker speaker;
    private final Modals modals;
    private final Asides asides;
    private final Homes homes;
    private final Profiles profiles;
    private final InstantSource clock;

    Turns(
            RepSessions desks,
            Conversation conversation,
            Outbox outbox,
            Speaker speaker,
            Modals modals,
            Asides asides,
            Homes homes,
            Profiles profiles,
            InstantSource clock) {
        this.desks = desks;
        this.conversation = conversation;
        this.outbox = outbox;
        this.speaker = speaker;
        this.modals = modals;
        this.asides = asides;
        this.homes = homes;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * A turn that has been written down, and what is to be said about it; nothing if the delivery came before.
     *
     * @param updates by the message that is to shrink
     * @param aside what only the rep is to see, in the conversation where they did this
     * @param form what is to be opened before the rep
     * @param acknowledged completed once Slack has its acknowledgement
     */
    record Taken(
            Delivery delivery,
            List<Intent> intents,
            Map<String, JsonObject> updates,
            Optional<JsonObject> aside,
            Optional<JsonObject> form,
            CompletableFuture<Boolean> acknowledged) {

        /** Nothing to say. */
        Taken(Delivery delivery) {
            this(delivery, List.of(), Map.of(), Optional.empty(), Optional.empty(), new CompletableFuture<>());
        }

        /** What is left to say once the acknowledgement has shown the private reply. */
        Taken asideShown() {
            return new Taken(delivery, intents, updates, Optional.empty(), form, acknowledged);
        }

        /** What is left to say once the acknowledgement has opened the form. */
        Taken formShown() {
            return new Taken(delivery, intents, updates, aside, Optional.empty(), acknowledged);
        }
    }

    /** Whether a channel is known as the one in which Steward and a rep talk. */
    boolean isRoom(RepId rep, String channel) {
        return outbox.room(rep).equals(Optional.of(channel));
    }

    /**
     * Takes a turn and writes it down, whole or not at all. Calls nobody.
     *
     * <p>Two deliveries of one rep may come at once; what is said goes out in the order in which the turns were written down.
     */
    Taken take(Delivery delivery) {
        Instant now = clock.instant();
        synchronized (locks.get(Math.floorMod(delivery.rep().hashCode(), locks.size()))) {
            Taken taken = desks.take(delivery.rep(), delivery.key(), now, desk -> at(desk, delivery, now))
                    .orElseGet(() -> new Taken(delivery));
            speaker.say(taken.intents(), taken.acknowledged());
            return taken;
        }
    }

    /** Draws all there is to say within the turn, so that nothing is written down that cannot be said. */
    private Taken at(RepSession desk, Delivery delivery, Instant now) {
        TurnResult outcome = delivery.deed().take(conversation, desk, now);
        List<Intent> intents = outcome.messages().stream()
                .map(saying -> intent(delivery.rep(), saying))
                .toList();
        Map<String, JsonObject> updates = new LinkedHashMap<>();
        outcome.updates().forEach(each -> updates.put(each.intent(), Drawn.of(each.message())));
        conversation.redrawn(desk, now).forEach(each -> updates.put(each.intent(), Drawn.of(each.message())));
        intents.forEach(desk::send);
        Origin origin = delivery.origin();
        return new Taken(
                delivery,
                intents,
                updates,
                outcome.aside()
                        .filter(any -> !origin.isView())
                        .map(reply -> outcome.inPlace() ? Asides.insteadOfTapped(Drawn.of(reply)) : Drawn.of(reply)),
                outcome.form()
                        .map(form -> ModalView.of(form, origin))
                        .or(() -> sheet(outcome, origin).map(reply -> ModalView.sheet(reply, origin))),
                new CompletableFuture<>());
    }

    /** What is shown in a modal to a rep who is not in a conversation: the private reply, or where to find what was said. */
    private static Optional<Message> sheet(TurnResult outcome, Origin origin) {
        boolean unseen = origin.hidesChat()
                && outcome.messages().stream()
                        .anyMatch(saying -> saying.channel().isEmpty());
        return outcome.aside()
                .filter(any -> origin.isView())
                .or(() -> Optional.of(Message.say("I've answered in our chat: see the *Messages* tab."))
                        .filter(any -> unseen));
    }

    private static Intent intent(RepId rep, OutgoingMessage saying) {
        String body = Drawn.of(saying.message(), saying.thread()).toString();
        return new Intent(saying.intent(), rep, saying.purpose(), saying.about(), body, saying.channel());
    }

    /** Takes what Slack says has changed about a person. */
    void changed(RepId rep, JsonObject user) {
        profiles.changed(rep, user);
    }

    /** Opens and says what came of a turn, and returns at once. Slack must have its acknowledgement before. */
    void speak(Taken taken) {
        RepId rep = taken.delivery().rep();
        taken.form().ifPresent(view -> modals.open(taken.delivery(), view));
        taken.aside().ifPresent(content -> asides.show(taken.delivery(), content));
        taken.delivery().room().ifPresent(room -> learn(rep, room));
        taken.acknowledged().complete(true);
        taken.updates().forEach((intent, body) -> speaker.shrink(rep, intent, body));
        taken.delivery().deed().homePage().ifPresentOrElse(page -> homes.show(rep, page), () -> homes.refresh(rep));
        profiles.see(rep);
    }

    private void learn(RepId rep, String room) {
        try {
            if (!isRoom(rep, room)) {
                outbox.room(rep, room);
            }
        } catch (RuntimeException e) {
            LOG.error("A rep's channel could not be noted", Trouble.of(e));
        }
    }
}
