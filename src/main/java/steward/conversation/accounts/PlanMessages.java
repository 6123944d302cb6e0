package steward.conversation.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import steward.dashboard.SheetMessage;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Control.Weight;
import steward.message.Message;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.PlanCard;
import steward.plan.Status;

/** What {@code /plan} shows: lists of plans, questions about which is meant, and help. */
public final class PlanMessages {

    private static final int PLANS_LISTED_MAX = 20;

    private PlanMessages() {}

    /** A rep's plans, each with what to do next about it. */
    public static Message list(List<PlanCard> cards) {
        if (cards.isEmpty()) {
            return Message.say("You have no plans yet. `/plan Acme` starts one for the account Acme.");
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading("Your plans"));
        cards.stream().limit(PLANS_LISTED_MAX).forEach(card -> parts.add(line(card)));
        if (cards.size() > PLANS_LISTED_MAX) {
            parts.add(new Part.Quiet(Words.of("and " + (cards.size() - PLANS_LISTED_MAX)
                    + " more: `/plan open` and the account's name opens any of them")));
        }
        parts.add(new Part.Quiet(Words.of("`/plan Acme` starts or opens a plan  ·  `/plan help`")));
        return new Message(parts);
    }

    private static Part line(PlanCard card) {
        Words words =
                Words.of("*{}*   {}  ·  " + card.status().name().toLowerCase(Locale.ROOT), card.account(), card.year());
        Button button = switch (card.status()) {
            case DRAFT -> new Button("Resume", "resume", Weight.PRIMARY);
            case RUNNING -> new Button("Open", "/plan show");
            case CLOSED -> new Button("Bring it back", "resume");
        };
        return new Part.Entry(words, About.plan(card.id().text()), button);
    }

    public static Message whichOne(List<PlanCard> cards, String says) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(Words.of("Which one do you mean?")));
        cards.stream()
                .limit(PLANS_LISTED_MAX)
                .forEach(card -> parts.add(new Part.Entry(
                        Words.of(
                                "*{}*   {}" + (card.status() == Status.CLOSED ? "  ·  closed" : ""),
                                card.account(),
                                card.year()),
                        About.plan(card.id().text()),
                        new Button("This one", says))));
        return new Message(parts);
    }

    public static Message whichOneOrNew(List<PlanCard> cards, String account) {
        String name = shortened(account);
        return whichOne(cards, "resume")
                .then(Message.of(
                        new Part.Quiet(Words.of("None of them? `/plan new {}` starts a plan for {}.", name, name))));
    }

    public static String shortened(String typed) {
        return Shortened.to(Wanted.ACCOUNT_CHARACTERS_MAX, typed);
    }

    public static Message help() {
        return Message.of(
                new Part.Paragraph(
                        Words.of("*A plan in four steps*, one question at a time, in about twenty minutes.")),
                new Part.Paragraph(Words.of("""
                        `/plan Acme` starts the plan for Acme this year, or opens it
                        `/plan Acme 2027` the same for another year
                        `/plan` lists your plans
                        `/plan show Acme` shows all of it, `/plan health Acme` what would make it better
                        `/plan new Acme` starts one though another sounds alike
                        `/plan resume Acme` goes on where you stopped
                        `/plan form Acme` opens the step where it stands as a form, `/plan form Acme 3` step 3
                        `/plan won Acme resin 66k`, `/plan lost Acme resin price` tell what became of an opportunity; `/plan reopen Acme resin` takes it back
                        `/plan outcome Acme` asks the same in a form
                        `/plan chance Acme resin 75%` says how likely it is now, `/plan still Acme resin 30 June` by when it will be won
                        `/plan next Acme` starts the next 90 days, `/plan lookback Acme` keeps what worked in these
                        `/plan brief Acme`, `/plan brief Acme Dana` show what you need before a call
                        `/plan close Acme lost the bid` ends it, with your reason; all of it is kept
                        `/plan settings` shows and changes how I work for you
                        `/plan forget me` gives you a file of all that I keep of you, and deletes it if you want""")),
                new Part.Paragraph(Words.of("""
                        At any question: `back`, `skip`, `help`, `status`, `summary`, `pause`, `resume`, `cancel`
                        `edit 7` or `edit mission` changes an answer
                        `add coach`, `add opportunity`, `remove Dana`, `undo`, `margin opportunity 2 60%`
                        `switch Acme` goes to another plan
                        `answer: skip` when the answer itself is one of these words""")),
                new Part.Quiet(Words.of("`/actions` lists what you said you would do.")));
    }

    /** What to do about a plan that is not being written. */
    public static Part cardButtons(PlanCard card) {
        return new Part.Choices(
                About.plan(card.id().text()),
                card.status() == Status.CLOSED
                        ? List.of(new Button("Bring it back", "resume"))
                        : List.of(
                                new Button("Summary", "summary"),
                                new Button("Brief me", "/plan brief"),
                                new Button("Won or lost…", "/plan outcome"),
                                SheetMessage.changeAsAForm()));
    }
}
