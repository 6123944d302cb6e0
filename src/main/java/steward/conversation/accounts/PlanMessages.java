package steward.conversation.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import steward.dashboard.plans.NextYear;
import steward.message.About;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Control.Weight;
import steward.message.Message;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.PlanCard;
import steward.plan.Status;
import steward.plan.accounts.Accounts;

/** Lists of a rep's plans, and the question which of them is meant. */
public final class PlanMessages {

    private static final int PLANS_LISTED_MAX = 20;

    /** As many buttons as stand on a phone without pushing away all else. */
    private static final int NEXT_YEARS_MAX = 4;

    private PlanMessages() {}

    /**
     * A rep's plans, each with what to do next about it, the closed ones last; from November on, next year's are offered.
     *
     * @param today the rep's own day
     */
    public static Message list(List<PlanCard> cards, LocalDate today) {
        if (cards.isEmpty()) {
            return Message.say("You have no plans yet. `/plan Acme` starts one for the account Acme.");
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading("Your plans"));
        cards.stream()
                .sorted(Comparator.comparing(card -> card.status() == Status.CLOSED))
                .limit(PLANS_LISTED_MAX)
                .forEach(card -> parts.add(line(card)));
        if (cards.size() > PLANS_LISTED_MAX) {
            parts.add(new Part.Quiet(Words.of("and " + (cards.size() - PLANS_LISTED_MAX)
                    + " more: `/plan open` and the account's name opens any of them")));
        }
        List<Control> nextYears = nextYears(cards, today);
        if (!nextYears.isEmpty()) {
            parts.add(new Part.Quiet(Words.of("Time for next year? I bring this year's plan along.")));
            parts.add(new Part.Choices(About.NOTHING, nextYears));
        }
        parts.add(new Part.Quiet(Words.of("`/plan Acme` starts or opens a plan  ·  `/plan help`")));
        return new Message(parts);
    }

    private static List<Control> nextYears(List<PlanCard> cards, LocalDate today) {
        return cards.stream()
                .filter(card -> card.status() == Status.RUNNING && NextYear.isDueAfter(card.year(), today))
                .filter(card -> new Accounts(cards)
                        .exactly(card.account()).stream().noneMatch(other -> other.year() > card.year()))
                .limit(NEXT_YEARS_MAX)
                .<Control>map(card -> new Button(
                        "Plan " + shortened(card.account()) + " " + (card.year() + 1),
                        "/plan new " + card.account() + " " + (card.year() + 1)))
                .toList();
    }

    /** What is said instead of doing something with a plan where there is none. */
    public static Message noneYet() {
        return Message.say("You have no plan yet. `/plan Acme` starts one for Acme.");
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
        return new Message(parts).askingWhich();
    }

    public static Message whichOneOrNew(List<PlanCard> cards, String account) {
        String name = shortened(account);
        return whichOne(cards, "resume")
                .then(Message.of(
                        new Part.Quiet(Words.of("None of them? `/plan new {}` starts a plan for {}.", name, name))));
    }

    public static String shortened(String typed) {
        return Shortened.to(AccountQuery.ACCOUNT_CHARACTERS_MAX, typed);
    }
}
