package steward.conversation.nudges;

import java.util.ArrayList;
import java.util.List;
import steward.conversation.session.MessageUpdate;
import steward.conversation.session.OutgoingMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.plan.Plan;

/** Comes back to plans that a rep paused until a moment, once that has come. What was promised is kept once: the plan goes on with it. */
public final class PromisedQuestions {

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    public PromisedQuestions(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    /** Asks on where the moment has come, after other messages. */
    public TurnResult after(TurnResult earlier) {
        List<OutgoingMessage> messages = new ArrayList<>(earlier.messages());
        List<MessageUpdate> updates = new ArrayList<>(earlier.updates());
        for (Plan plan : session.livePlans()) {
            if (plan.pausedUntil()
                    .filter(until -> !until.isAfter(context.now()))
                    .isPresent()) {
                TurnResult asked = turns.take(plan, Turn::comeBack);
                messages.addAll(asked.messages());
                updates.addAll(asked.updates());
            }
        }
        return new TurnResult(messages, updates);
    }
}
