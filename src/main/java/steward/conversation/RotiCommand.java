package steward.conversation;

import java.util.Optional;
import steward.message.Message;
import steward.plan.Plan;

/** {@code /roti}: where the rep's time is worth most. */
final class RotiCommand {

    private final Desk desk;
    private final Occasion occasion;
    private final Turns turns;

    /** The command at a rep's desk; {@code turns} takes a turn on a plan. */
    RotiCommand(Desk desk, Occasion occasion, Turns turns) {
        this.desk = desk;
        this.occasion = occasion;
        this.turns = turns;
    }

    /** {@code about} is the plan under which it was tapped, if it was. */
    Outcome take(Optional<Plan> about, String typed) {
        return Outcome.aside(Message.say("{}", typed + about + desk + occasion + turns));
    }
}
