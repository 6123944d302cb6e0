package steward.conversation.turn;

import java.util.function.Consumer;
import steward.conversation.session.TurnResult;
import steward.plan.Plan;

/** Takes a turn on one of the rep's plans, and writes it down. */
public interface Turns {
    TurnResult take(Plan plan, Consumer<Turn> turn);
}
