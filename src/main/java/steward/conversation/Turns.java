package steward.conversation;

import java.util.function.Consumer;
import steward.plan.Plan;

/** Takes a turn on one of the rep's plans, and writes it down. */
interface Turns {
    Outcome take(Plan plan, Consumer<Turn> turn);
}
