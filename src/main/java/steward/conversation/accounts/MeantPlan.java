package steward.conversation.accounts;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.message.Message;
import steward.plan.Plan;
import steward.plan.PlanCard;

/** The plan that a command is about: the one under which it was tapped, the one named, or the one talked about. */
public final class MeantPlan {

    private final Desk desk;
    private final Occasion occasion;
    private final String command;

    /** @param command what was typed before the name: "/plan show" */
    public MeantPlan(Desk desk, Occasion occasion, String command) {
        this.desk = desk;
        this.occasion = occasion;
        this.command = command;
    }

    /** Does something about the plan, or asks which one is meant. */
    public Outcome then(Optional<Plan> about, String name, Function<Plan, Outcome> act) {
        return about.or(this::talkedAbout)
                .filter(plan -> name.isEmpty())
                .map(act)
                .orElseGet(() -> named(name, act));
    }

    /** The plan talked about, or the only one there is. */
    private Optional<Plan> talkedAbout() {
        List<PlanCard> live = desk.liveCards();
        return live.stream()
                .filter(card -> live.size() == 1
                        || desk.current().filter(card.id()::equals).isPresent())
                .findFirst()
                .flatMap(card -> desk.plan(card.id()));
    }

    private Outcome named(String name, Function<Plan, Outcome> act) {
        List<PlanCard> meant = Wanted.of(name, occasion).meantLive(desk.plans());
        if (name.isEmpty()) {
            return Outcome.aside(Message.say("Which plan? Say it like `" + command + " Acme`; `/plan` lists yours."));
        }
        return switch (meant.size()) {
            case 0 ->
                Outcome.aside(
                        Message.say("You have no plan called {}. `/plan` lists yours.", PlanMessages.shortened(name)));
            case 1 -> act.apply(desk.plan(meant.get(0).id()).orElseThrow());
            default -> Outcome.aside(PlanMessages.whichOne(meant, command));
        };
    }
}
