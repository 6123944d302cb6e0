package steward.conversation.plans;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.conversation.accounts.AccountQuery;
import steward.conversation.session.RepSession;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turns;
import steward.message.About;
import steward.message.Control.Pick;
import steward.message.Form;
import steward.message.Form.Field;
import steward.message.Form.Input;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.PlanCard;
import steward.plan.Status;
import steward.plan.accounts.Accounts;

/** The form that starts a plan: for which account, and for which year. */
public final class NewPlanForm {

    public static final String TOKEN = "new:";

    private static final About ACCOUNT = new About("", "account", 0);
    private static final About YEAR = new About("", "year", 0);

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    /** The form in a rep's session; {@code turns} takes a turn on a plan. */
    public NewPlanForm(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    Form drawn() {
        int year = context.today().getYear();
        return new Form(
                TOKEN,
                "New plan",
                Message.of(new Part.Quiet(
                        Words.of("Then I ask the first question in our chat. It takes about twenty minutes in all."))),
                List.of(
                        new Field(
                                ACCOUNT,
                                "Which account is it for?",
                                "The name you call them by. For example: Acme Glass",
                                new Input.Text("", false, AccountQuery.ACCOUNT_CHARACTERS_MAX),
                                true),
                        new Field(
                                YEAR,
                                "For which year?",
                                "",
                                new Input.Choice(List.of(pick(year), pick(year + 1)), String.valueOf(year)),
                                true)),
                "Start");
    }

    private static Pick pick(int year) {
        return new Pick(String.valueOf(year), String.valueOf(year));
    }

    /** The form sent back: starts the plan and asks its first question, unless the name won't do or has a plan. */
    public Submission take(Map<About, String> answers) {
        AccountQuery query = query(answers);
        Optional<String> complaint = query.complaint(context).or(() -> taken(query));
        if (complaint.isPresent()) {
            return new Submission(Map.of(ACCOUNT, complaint.get()), TurnResult.NOTHING);
        }
        return new Submission(Map.of(), new NewPlan(session, context, turns).start(query));
    }

    /** A year typed behind the name is the one meant, as it is where plans are called by typing. */
    private AccountQuery query(Map<About, String> answers) {
        AccountQuery typed = AccountQuery.of(answers.getOrDefault(ACCOUNT, ""), context);
        String year = answers.getOrDefault(YEAR, "");
        return typed.yearSaid() || !year.matches("[0-9]{4}")
                ? typed
                : new AccountQuery(typed.account(), Integer.parseInt(year), true);
    }

    private Optional<String> taken(AccountQuery query) {
        return new Accounts(session.plans())
                .exactly(query.account()).stream()
                        .filter(card -> card.year() == query.year())
                        .findFirst()
                        .map(NewPlanForm::taken);
    }

    private static String taken(PlanCard card) {
        String what = card.status() == Status.CLOSED ? "A closed plan has that name and year" : "You have that plan";
        return what + " already: cancel here, and open it with `/plan`.";
    }
}
