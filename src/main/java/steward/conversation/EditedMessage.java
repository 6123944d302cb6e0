package steward.conversation;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.time.TimeChat;
import steward.conversation.time.TimeEdits;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.message.About;
import steward.message.Message;
import steward.plan.Entry;
import steward.plan.Plan;
import steward.plan.Status;

/** Handles the editing and deleting of a message: what it wrote into a plan may change with it. */
final class EditedMessage {

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;
    private final List<RepSession.Written> written;

    /** @param delivery the delivery that the message came by when it was written */
    EditedMessage(RepSession session, TurnContext context, Turns turns, String delivery) {
        this.session = session;
        this.context = context;
        this.turns = turns;
        this.written = session.written(delivery);
    }

    TurnResult edited(String said) {
        return written.isEmpty()
                ? saysTimeNow(said).map(this::reply).orElse(TurnResult.NOTHING)
                : amended(time().edited(said), (turn, entries) -> turn.edited(entries, said));
    }

    TurnResult deleted() {
        return amended(time().deleted(), Turn::deleted);
    }

    /** Where the message wrote nothing, it may have been time that could not be read. */
    private Optional<Message> saysTimeNow(String said) {
        boolean waiting =
                session.current().flatMap(session::plan).filter(Plan::isWaiting).isPresent();
        return new TimeChat(session, context).edited(said, waiting);
    }

    private TimeEdits time() {
        return new TimeEdits(session, context, written);
    }

    private TurnResult amended(Optional<Message> ofTime, BiConsumer<Turn, List<Entry>> step) {
        return ofTime.map(this::reply)
                .orElseGet(() -> written.stream()
                        .findFirst()
                        .flatMap(found -> session.plan(found.plan())
                                .filter(plan -> plan.status() != Status.CLOSED)
                                .map(plan -> turns.take(plan, turn -> step.accept(turn, found.entries()))))
                        .orElse(TurnResult.NOTHING));
    }

    private TurnResult reply(Message message) {
        return TurnResult.reply(context.ids().get(), About.NOTHING, message);
    }
}
