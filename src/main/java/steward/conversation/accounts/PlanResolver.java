package steward.conversation.accounts;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.message.Message;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.accounts.Accounts;

/** Finds the plan that a command is about: the one under which it was tapped, the one named, or the one talked about. */
public final class PlanResolver {

    private final RepSession session;
    private final TurnContext context;
    private final String command;

    /** @param command what was typed before the name: "/plan show" */
    public PlanResolver(RepSession session, TurnContext context, String command) {
        this.session = session;
        this.context = context;
        this.command = command;
    }

    /** Does something about the plan, or asks which one is meant. */
    public TurnResult then(Optional<Plan> about, String name, Function<Plan, TurnResult> act) {
        return about.or(this::talkedAbout)
                .filter(plan -> name.isEmpty())
                .map(act)
                .orElseGet(() -> named(name, act));
    }

    /** The plan talked about, or the only one there is. */
    private Optional<Plan> talkedAbout() {
        List<PlanCard> live = session.liveCards();
        return live.stream()
                .filter(card -> live.size() == 1
                        || session.current().filter(card.id()::equals).isPresent())
                .findFirst()
                .flatMap(card -> session.plan(card.id()));
    }

    private TurnResult named(String name, Function<Plan, TurnResult> act) {
        List<PlanCard> meant = Accounts.inForce(AccountQuery.of(name, context).meantLive(session.plans()));
        if (session.plans().isEmpty()) {
            return TurnResult.aside(PlanMessages.noneYet());
        }
        if (name.isEmpty()) {
            return TurnResult.aside(
                    Message.say("Which plan? Say it like `" + command + " Acme`; `/plan` lists yours."));
        }
        return switch (meant.size()) {
            case 0 ->
                TurnResult.aside(
                        Message.say("You have no plan called {}. `/plan` lists yours.", PlanMessages.shortened(name)));
            case 1 -> act.apply(session.plan(meant.get(0).id()).orElseThrow());
            default -> TurnResult.aside(PlanMessages.whichOne(meant, command));
        };
    }
}
