package steward.conversation.plans;

import java.util.Optional;
import steward.conversation.accounts.AccountQuery;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.accounts.Accounts;

/** Starts a plan for an account and a year; where there is one for the year before, its answers come along. */
final class NewPlan {

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    NewPlan(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    TurnResult start(AccountQuery query) {
        Optional<Plan> last = new Accounts(session.plans())
                .exactly(query.account()).stream()
                        .filter(card -> card.year() == query.year() - 1)
                        .findFirst()
                        .flatMap(card -> session.plan(card.id()));
        String account = last.map(Plan::account).orElse(query.account());
        Plan plan = session.start(new PlanId(context.ids().get()), account, query.year(), context.now());
        return last.map(before -> turns.take(plan, turn -> turn.begin(before)))
                .orElseGet(() -> turns.take(plan, Turn::begin));
    }
}
