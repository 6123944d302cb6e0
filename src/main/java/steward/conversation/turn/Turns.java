package steward.conversation.turn;

import java.util.function.Consumer;
import steward.conversation.desk.Outcome;
import steward.plan.Plan;

/** Takes a turn on one of the rep's plans, and writes it down. */
public interface Turns {
    Outcome take(Plan plan, Consumer<Turn> turn);
}
