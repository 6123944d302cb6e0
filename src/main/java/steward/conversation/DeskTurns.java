package steward.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.desk.Shrunk;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.dashboard.PlanFacts;
import steward.message.Message;
import steward.message.Purpose;
import steward.plan.Plan;

/** Takes turns on the plans of one rep, and writes each down at their desk. */
final class DeskTurns implements Turns {

    private final Desk desk;
    private final Occasion occasion;

    DeskTurns(Desk desk, Occasion occasion) {
        this.desk = desk;
        this.occasion = occasion;
    }

    @Override
    public Outcome take(Plan plan, Consumer<Turn> step) {
        Turn turn = new Turn(plan, occasion, desk::usual);
        step.accept(turn);
        desk.write(plan.id(), turn.entries());
        return parking(plan, turn.outcome());
    }

    /** Where the talk turns from another plan to this one, the question that waits there shrinks: it can't be answered just now. */
    private Outcome parking(Plan plan, Outcome outcome) {
        boolean turnsHere = outcome.sayings().stream().anyMatch(saying -> saying.purpose() != Purpose.REPLY);
        Optional<Plan> left =
                desk.current().filter(id -> turnsHere && !id.equals(plan.id())).flatMap(desk::plan);
        List<Shrunk> shrunk = new ArrayList<>(outcome.shrunk());
        left.flatMap(Plan::asking)
                .ifPresent(asking -> shrunk.add(new Shrunk(
                        asking.lastIntent(),
                        Message.of(new PlanFacts(left.get(), occasion.reader()).parked(asking.blank())))));
        return new Outcome(outcome.sayings(), shrunk, outcome.aside(), outcome.form());
    }
}
