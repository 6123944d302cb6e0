package steward.conversation;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.time.TimeAmending;
import steward.conversation.time.TimeChat;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.message.About;
import steward.message.Message;
import steward.plan.Entry;
import steward.plan.Plan;
import steward.plan.Status;

/** A message that a rep wrote before, and now edits or deletes: what it wrote down may change with it. */
final class PastMessage {

    private final Desk desk;
    private final Occasion occasion;
    private final Turns turns;
    private final List<Desk.Written> written;

    /** @param delivery the delivery that the message came by when it was written */
    PastMessage(Desk desk, Occasion occasion, Turns turns, String delivery) {
        this.desk = desk;
        this.occasion = occasion;
        this.turns = turns;
        this.written = desk.written(delivery);
    }

    Outcome edited(String said) {
        return written.isEmpty()
                ? saysTimeNow(said).map(this::reply).orElse(Outcome.NOTHING)
                : amended(time().edited(said), (turn, entries) -> turn.edited(entries, said));
    }

    Outcome deleted() {
        return amended(time().deleted(), Turn::deleted);
    }

    /** Where the message wrote nothing, it may have been time that could not be read. */
    private Optional<Message> saysTimeNow(String said) {
        boolean waiting =
                desk.current().flatMap(desk::plan).filter(Plan::isWaiting).isPresent();
        return new TimeChat(desk, occasion).edited(said, waiting);
    }

    private TimeAmending time() {
        return new TimeAmending(desk, occasion, written);
    }

    private Outcome amended(Optional<Message> ofTime, BiConsumer<Turn, List<Entry>> step) {
        return ofTime.map(this::reply)
                .orElseGet(() -> written.stream()
                        .findFirst()
                        .flatMap(found -> desk.plan(found.plan())
                                .filter(plan -> plan.status() != Status.CLOSED)
                                .map(plan -> turns.take(plan, turn -> step.accept(turn, found.entries()))))
                        .orElse(Outcome.NOTHING));
    }

    private Outcome reply(Message message) {
        return Outcome.reply(occasion.ids().get(), About.NOTHING, message);
    }
}
