package steward.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import steward.conversation.session.MessageUpdate;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.dashboard.PlanFacts;
import steward.message.Message;
import steward.message.Purpose;
import steward.plan.Plan;

/** Takes turns on the plans of one rep, and writes each down through their session. */
final class SessionTurns implements Turns {

    private final RepSession session;
    private final TurnContext context;

    SessionTurns(RepSession session, TurnContext context) {
        this.session = session;
        this.context = context;
    }

    @Override
    public TurnResult take(Plan plan, Consumer<Turn> step) {
        Turn turn = new Turn(plan, context, session);
        step.accept(turn);
        session.write(plan.id(), turn.entries());
        return parking(plan, turn.result());
    }

    /** Where the talk turns from another plan to this one, the question that waits there shrinks: it can't be answered just now. */
    private TurnResult parking(Plan plan, TurnResult result) {
        boolean turnsHere = result.messages().stream().anyMatch(saying -> saying.purpose() != Purpose.REPLY);
        Optional<Plan> left = session.current()
                .filter(id -> turnsHere && !id.equals(plan.id()))
                .flatMap(session::plan);
        List<MessageUpdate> updates = new ArrayList<>(result.updates());
        left.flatMap(Plan::asking)
                .ifPresent(asking -> updates.add(new MessageUpdate(
                        asking.lastIntent(),
                        Message.of(new PlanFacts(left.get(), context.reader()).parked(asking.blank())))));
        return new TurnResult(result.messages(), updates, result.aside(), result.form());
    }
}
