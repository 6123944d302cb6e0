package steward.conversation.plans;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.accounts.AccountCommand;
import steward.conversation.accounts.PlanMessages;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turns;
import steward.dashboard.Abouts;
import steward.dashboard.Quoted;
import steward.dashboard.plans.BriefMessage;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.Status;
import steward.plan.accounts.Accounts;
import steward.plan.accounts.Names;
import steward.worksheet.Contact;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Reading;

/** {@code /plan brief Acme Dana}, in the chat {@code brief Acme Dana}: the card before a call, and the questions asked in it. */
public final class BriefCommand {

    /** A button on one person's card says whose, so that the card comes back as it was. */
    private static final Pattern ASKED_OF = Pattern.compile("of ([^:]{1,200}): (.+)", Pattern.DOTALL);

    private static final Pattern BRIEF =
            Pattern.compile("brief(?: me)?(?: (?:on|for|about))?(?:\\s+(\\S.{0,150}))?[.!]?", Pattern.CASE_INSENSITIVE);

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    public BriefCommand(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    /** {@code about} is the plan under which it was tapped, if it was. */
    TurnResult take(Optional<Plan> about, String verb, String rest) {
        return new AccountCommand(session, context.today())
                .take(
                        about,
                        "/plan " + verb,
                        rest,
                        (plan, words) ->
                                !verb.equals("brief") || contact(plan, words).either(person -> true, hint -> false),
                        (plan, words) -> verb.equals("brief")
                                ? TurnResult.aside(briefing(plan, words))
                                : ticked(plan, words, verb.equals("asked"), about.isPresent()));
    }

    /**
     * The card that the rep asks for in the chat. Empty unless the words name an account, and nothing or a contact after it: whatever else
     * begins like that is an answer.
     *
     * @param resting the plan that the talk is about, if it asks nothing just now: it need not be named
     */
    public Optional<Message> heard(String said, Optional<Plan> resting) {
        Matcher brief = BRIEF.matcher(said.strip());
        if (!brief.matches()) {
            return Optional.empty();
        }
        return brief.group(1) == null
                ? resting.filter(plan -> plan.status() != Status.CLOSED).map(plan -> briefing(plan, ""))
                : new AccountCommand(session, context.today())
                        .named(brief.group(1))
                        .flatMap(this::named);
    }

    private Optional<Message> named(Accounts.Named named) {
        List<Plan> plans = named.plans().stream()
                .flatMap(card -> session.plan(card.id()).stream())
                .filter(plan ->
                        named.rest().isEmpty() || contact(plan, named.rest()).either(person -> true, hint -> false))
                .toList();
        return switch (plans.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(briefing(plans.get(0), named.rest()));
            default ->
                Optional.of(PlanMessages.whichOne(named.plans(), AccountCommand.saying("/plan brief", named.rest())));
        };
    }

    private Message briefing(Plan plan, String who) {
        return who.isEmpty()
                ? card(plan, Optional.empty())
                : contact(plan, who).either(person -> card(plan, Optional.of(person)), hint -> whom(plan));
    }

    private Message card(Plan plan, Optional<Contact> person) {
        return new BriefMessage(plan, context.reader(), person).message();
    }

    private Reading<Contact> contact(Plan plan, String who) {
        Blank with = new Blank(Worksheet.ACTION_CONTACT, 1);
        return Worksheet.ACTION_CONTACT.read(who, plan.situation(with, context.today(), context.notation()));
    }

    private static Message whom(Plan plan) {
        List<Control> buttons = new ArrayList<>();
        Contact.all(plan)
                .forEach(person -> buttons.add(new Button(person.name(plan), "/plan brief " + person.name(plan))));
        buttons.add(new Button("Everyone", "/plan brief"));
        return Message.of(
                new Part.Paragraph(Words.of("Whom do you mean at *{}*?", plan.account())),
                new Part.Choices(Abouts.of(plan), buttons));
    }

    // ── Questions asked ──────────────────────────────────────────────────────────────────────────────────

    /** Ticks a question off, or on again, and shows the card as it is then: where that was tapped, in place of the one before. */
    private TurnResult ticked(Plan plan, String words, boolean asked, boolean tapped) {
        Matcher of = ASKED_OF.matcher(words);
        String person = of.matches() ? of.group(1) : "";
        Optional<String> question = question(plan, of.matches() ? of.group(2) : words, asked);
        if (question.isEmpty()) {
            return TurnResult.aside(
                    Message.say("I don't find that question in the plan. *Asked* beside a question ticks it off.")
                            .then(briefing(plan, person)));
        }
        TurnResult taken = turns.take(plan, turn -> turn.pose(question.get(), asked));
        Plan now = session.plan(plan.id()).orElseThrow();
        Message card = asked ? asked(plan, question.get(), words).then(briefing(now, person)) : briefing(now, person);
        TurnResult shown = taken.with(card);
        return tapped ? shown.insteadOfTapped() : shown;
    }

    private static Message asked(Plan plan, String question, String words) {
        return Message.of(
                new Part.Entry(
                        Words.of("Asked: “{}”", Quoted.from(question)),
                        Abouts.of(plan),
                        new Button("Undo", "/plan unasked " + words)),
                new Part.Divider());
    }

    /** The key question meant by its place in the list, or by some of its words; one not ticked so yet, if several have them. */
    private static Optional<String> question(Plan plan, String words, boolean asked) {
        List<String> all = plan.get(Worksheet.KEY_QUESTIONS, 0).orElse(List.of());
        if (words.matches("[1-9][0-9]?")) {
            return all.stream().skip(Integer.parseInt(words) - 1L).findFirst();
        }
        String wanted = " " + Names.plain(words);
        return all.stream()
                .filter(question -> !wanted.isBlank() && (" " + Names.plain(question)).contains(wanted))
                .min(Comparator.comparing(question -> plan.isPosed(question) == asked));
    }
}
