package steward.conversation.plans;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.conversation.accounts.Wanted;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.desk.Submission;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.message.About;
import steward.message.Control.Pick;
import steward.message.Form;
import steward.message.Form.Field;
import steward.message.Form.Input;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Accounts;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.plan.Status;

/** The form that starts a plan: for which account, and for which year. */
public final class NewPlanForm {

    public static final String TOKEN = "new:";

    private static final About ACCOUNT = new About("", "account", 0);
    private static final About YEAR = new About("", "year", 0);

    private final Desk desk;
    private final Occasion occasion;
    private final Turns turns;

    /** The form at a rep's desk; {@code turns} takes a turn on a plan. */
    public NewPlanForm(Desk desk, Occasion occasion, Turns turns) {
        this.desk = desk;
        this.occasion = occasion;
        this.turns = turns;
    }

    Form drawn() {
        int year = occasion.today().getYear();
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
                                new Input.Text("", false, Wanted.ACCOUNT_CHARACTERS_MAX),
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
        Wanted wanted = wanted(answers);
        Optional<String> complaint = wanted.complaint(occasion).or(() -> taken(wanted));
        if (complaint.isPresent()) {
            return new Submission(Map.of(ACCOUNT, complaint.get()), Outcome.NOTHING);
        }
        Plan plan = desk.start(new PlanId(occasion.ids().get()), wanted.account(), wanted.year(), occasion.now());
        return new Submission(Map.of(), turns.take(plan, Turn::begin));
    }

    /** A year typed behind the name is the one meant, as it is where plans are called by typing. */
    private Wanted wanted(Map<About, String> answers) {
        Wanted typed = Wanted.of(answers.getOrDefault(ACCOUNT, ""), occasion);
        String year = answers.getOrDefault(YEAR, "");
        return typed.yearSaid() || !year.matches("[0-9]{4}")
                ? typed
                : new Wanted(typed.account(), Integer.parseInt(year), true);
    }

    private Optional<String> taken(Wanted wanted) {
        return new Accounts(desk.plans())
                .exactly(wanted.account()).stream()
                        .filter(card -> card.year() == wanted.year())
                        .findFirst()
                        .map(NewPlanForm::taken);
    }

    private static String taken(PlanCard card) {
        String what = card.status() == Status.CLOSED ? "A closed plan has that name and year" : "You have that plan";
        return what + " already: cancel here, and open it with `/plan`.";
    }
}
