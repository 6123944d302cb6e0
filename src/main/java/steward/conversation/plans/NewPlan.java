package steward.conversation.plans;

import java.util.List;
import java.util.Optional;
import steward.conversation.accounts.AccountQuery;
import steward.conversation.accounts.PlanMessages;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;
import steward.plan.PlanCard;
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

    /**
     * Where a year was named in which an account has no plan yet, "Acme 2027": it is started for the account that is called so in other
     * years, and asked about if that may be a slip of the finger; empty if no account is called so.
     */
    Optional<TurnResult> ofAnotherYear(AccountQuery query) {
        Accounts accounts = new Accounts(session.plans());
        List<PlanCard> called = accounts.called(query.account());
        List<PlanCard> meant = accounts.meant(query.account());
        if (!query.yearSaid() || !Accounts.isOneAccount(meant)) {
            return Optional.empty();
        }
        String account = meant.get(0).account();
        if (called.isEmpty() && !digits(account).equals(digits(query.account()))) {
            return Optional.empty();
        }
        return Optional.of(
                called.isEmpty()
                        ? TurnResult.aside(isThisMeant(account, query))
                        : start(new AccountQuery(account, query.year(), true)));
    }

    /** "Plant 2" is no slip of the finger for "Plant 1". */
    private static String digits(String name) {
        return name.replaceAll("\\P{Nd}", "");
    }

    private static Message isThisMeant(String account, AccountQuery query) {
        String known = account + " " + query.year();
        String typed = query.account() + " " + query.year();
        return Message.of(
                        new Part.Paragraph(Words.of("Do you mean *{}*?", account)),
                        new Part.Choices(
                                About.NOTHING,
                                List.of(
                                        new Button("Plan " + PlanMessages.shortened(known), "/plan new " + known),
                                        new Button(
                                                "Start a plan for " + PlanMessages.shortened(typed),
                                                "/plan new " + typed))))
                .askingWhich();
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
