package steward.runtime.turns;

import static steward.runtime.sending.SenderFixture.PRIYA;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import steward.conversation.Conversation;
import steward.conversation.session.OutgoingMessage;
import steward.conversation.session.TurnResult;
import steward.message.About;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Purpose;
import steward.runtime.MemoryChat;
import steward.runtime.MemoryStore;
import steward.runtime.chat.Origin;
import steward.runtime.chat.Origin.Surface;
import steward.runtime.sending.SenderFixture;

/** Turns taken with a chat and a store in memory. */
final class TurnFixture {

    final SenderFixture sent = new SenderFixture();
    /** Forms to be opened, which have threads of their own. */
    final Deque<Runnable> forms = new ArrayDeque<>();

    final MemoryChat chat = sent.chat;
    final MemoryStore store = sent.store;
    final FailureReplies failures = new FailureReplies(chat, sent.renderer, sent.executor);
    final TurnRunner turns;

    TurnFixture() {
        Conversation conversation = MemoryStore.conversation();
        turns = new TurnRunner(
                store,
                conversation,
                sent.renderer,
                store,
                sent.sender,
                new SentFiles(chat),
                new FormOpener(chat, sent.renderer, forms::add, failures, () -> "id"),
                new PrivateReplies(chat, sent.executor),
                new HomePublisher(chat, sent.renderer, store, store, conversation, sent.sender, sent.clock, sent.timer),
                new UserProfiles(chat, store, sent.clock, sent.executor, rep -> {}),
                sent.clock);
    }

    TakenTurn take(Delivery delivery) {
        return turns.take(delivery);
    }

    /** Takes a turn and has all done that comes of it. */
    void run(Delivery delivery) {
        finish(take(delivery));
    }

    void finish(TakenTurn taken) {
        turns.finish(taken);
        forms.forEach(Runnable::run);
        forms.clear();
        sent.settle();
    }

    static Delivery tap(String key, Surface surface, TurnResult outcome) {
        return new Delivery(PRIYA, key, Optional.empty(), Origin.in(surface, "trigger"), taking(outcome));
    }

    static Delivery delivery(TurnResult outcome) {
        return delivery("first", outcome);
    }

    static Delivery delivery(String key, TurnResult outcome) {
        return new Delivery(PRIYA, key, Optional.of("D7"), taking(outcome));
    }

    static Input taking(TurnResult outcome) {
        return (talk, session, now) -> outcome;
    }

    static TurnResult saying(String intent, Message message, Optional<MessageRef> thread) {
        OutgoingMessage saying = new OutgoingMessage(intent, Purpose.QUESTION, About.plan("p1"), message, thread);
        return new TurnResult(List.of(saying), List.of());
    }
}
