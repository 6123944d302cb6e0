package steward.conversation.actions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Rows;
import steward.conversation.turn.Turns;
import steward.conversation.turn.writing.TurnWriter;
import steward.conversation.turn.writing.Undoing;
import steward.dashboard.Abouts;
import steward.dashboard.ActionLines;
import steward.dashboard.DayWords;
import steward.dashboard.Quoted;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.Status;
import steward.plan.accounts.Accounts;
import steward.worksheet.ActionWords;
import steward.worksheet.Contact;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Situation;

/** Adds an action that the rep said in one go; what matters and was not said is asked in the chat. */
final class NewAction {

    private static final int ACCOUNTS_OFFERED_MAX = 10;

    /** As many characters as a button can say, less what it says besides. */
    private static final int OFFERED_CHARACTERS_MAX = 1_900;

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    NewAction(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    // ── For which account ────────────────────────────────────────────────────────────────────────────────

    /** {@code add Acme Call Dana by Friday}; under a plan, without its account. Without any words a form is opened. */
    TurnResult add(Optional<Plan> about, String typed) {
        Optional<Plan> under = about.filter(plan -> plan.status() != Status.CLOSED);
        if (under.isPresent()) {
            return worded(under.get(), typed);
        }
        List<PlanCard> live = session.liveCards();
        Optional<Accounts.Named> named = new Accounts(live).leading(typed);
        List<PlanCard> meant = named.map(found -> running(found.plans())).orElse(live);
        String words = named.map(Accounts.Named::rest).orElse(typed);
        if (live.isEmpty()) {
            return TurnResult.aside(Message.say("You have no plans yet. `/plan Acme` starts one."));
        }
        boolean isClear = named.isPresent() || typed.isBlank();
        return isClear && meant.size() == 1
                ? worded(session.plan(meant.get(0).id()).orElseThrow(), words)
                : TurnResult.aside(whichAccount(meant, words));
    }

    /** Of several plans of an account, the one that runs is meant. */
    private static List<PlanCard> running(List<PlanCard> cards) {
        List<PlanCard> running =
                cards.stream().filter(card -> card.status() == Status.RUNNING).toList();
        return running.isEmpty() ? cards : running;
    }

    private Message whichAccount(List<PlanCard> cards, String words) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(Words.of("For which account?")));
        if (words.length() <= OFFERED_CHARACTERS_MAX) {
            cards.stream()
                    .limit(ACCOUNTS_OFFERED_MAX)
                    .flatMap(card -> session.plan(card.id()).stream())
                    .forEach(plan -> parts.add(new Part.Choices(
                            Abouts.of(plan),
                            List.<Control>of(new Button(
                                    ActionLines.account(plan, context.reader()), ("/actions add " + words).strip())))));
        }
        parts.add(new Part.Quiet(Words.of("or say it like `/actions add Acme Call Dana about the trial by Friday`")));
        return new Message(parts).askingWhich();
    }

    private TurnResult worded(Plan plan, String typed) {
        if (plan.isFull(Worksheet.ACTIONS)) {
            return TurnResult.aside(full(plan));
        }
        if (typed.isBlank()) {
            return TurnResult.form(new ActionForms(session, context, turns).add(plan));
        }
        Optional<String> complaint = ActionWords.complaint(typed, situation(plan));
        if (complaint.isPresent()) {
            return TurnResult.aside(Message.of(new Part.Paragraph(
                    Words.of("Not added yet, “{}”: ", Quoted.from(typed)).then(Words.of(complaint.get())))));
        }
        return Worksheet.ACTION
                .read(typed, situation(plan))
                .either(
                        said -> add(plan, ActionWords.read(said, situation(plan)), typed),
                        hint -> TurnResult.aside(Message.of(new Part.Paragraph(Words.of(hint)))));
    }

    private static Message full(Plan plan) {
        return Message.say(
                "That is all that fits: " + Worksheet.OPEN_ACTIONS_MAX
                        + " actions are open at *{}*. Tick one off or drop one, and there is room again.",
                plan.account());
    }

    private Situation situation(Plan plan) {
        return plan.situation(new Blank(Worksheet.ACTION, 0), context.today(), context.notation());
    }

    // ── Adding ───────────────────────────────────────────────────────────────────────────────────────────

    /** What a form says, each part of which can be read; what is empty there is looked for in the words. */
    TurnResult add(Plan plan, String what, String due, String contact) {
        ActionWords words = ActionWords.read(what, situation(plan));
        Optional<LocalDate> day = due.isEmpty() ? words.due() : Optional.of(LocalDate.parse(due));
        Optional<Contact> with = contact.isEmpty()
                ? words.contact()
                : Worksheet.ACTION_CONTACT
                        .read(contact, situation(plan))
                        .either(Optional::of, hint -> Optional.empty());
        return plan.isFull(Worksheet.ACTIONS)
                ? TurnResult.aside(full(plan))
                : add(plan, new ActionWords(due.isEmpty() ? words.what() : what, day, with), what);
    }

    private TurnResult add(Plan plan, ActionWords words, String said) {
        Blank head = head(plan);
        if (words.due().isEmpty()) {
            return turns.take(plan, turn -> turn.actAndAsk(writer -> write(writer, head, words, said)));
        }
        boolean talkedAbout = session.isTalkedAbout(plan);
        return turns.take(plan, turn -> turn.act(talkedAbout, writer -> write(writer, head, words, said)))
                .with(told(plan, words, head.row()));
    }

    /** The first row while nothing was ever said there, unless that is asked just now; else the one after all others. */
    private static Blank head(Plan plan) {
        Blank first = new Blank(Worksheet.ACTION, 1);
        boolean isFree = plan.number(first).isEmpty()
                && !plan.isRemoved(Worksheet.ACTIONS, 1)
                && plan.open().filter(first::equals).isEmpty();
        return isFree ? first : new Blank(Worksheet.ACTION, plan.nextRow(Worksheet.ACTIONS));
    }

    private static void write(TurnWriter writer, Blank head, ActionWords words, String said) {
        if (head.row() > 1) {
            new Rows(writer).begin(Worksheet.ACTIONS);
        }
        writer.settle(Kind.ANSWERED, head, words.what(), said);
        Blank due = new Blank(Worksheet.ACTION_DUE, head.row());
        words.due().ifPresent(day -> writer.settle(Kind.ANSWERED, due, day.toString(), said));
        if (Worksheet.ACTION_CONTACT.isAsked(writer.plan())) {
            Blank contact = new Blank(Worksheet.ACTION_CONTACT, head.row());
            words.contact()
                    .ifPresentOrElse(
                            who -> writer.settle(Kind.ANSWERED, contact, who.key(), said),
                            () -> writer.settle(Kind.SKIPPED, contact, "", ""));
        }
        if (words.due().isEmpty()) {
            writer.write(Kind.REOPENED, due);
            writer.whisper("Added at *{}*.", writer.plan().account());
        }
    }

    private Message told(Plan plan, ActionWords words, int row) {
        LocalDate day = words.due().orElseThrow();
        Action action = new Action(
                row, 1, words.what(), words.due(), Action.State.OPEN, Optional.empty(), Optional.empty(), "");
        Words with = words.contact()
                .map(contact -> Words.of(", with {}", contact.name(plan)))
                .orElse(Words.of(""));
        return Message.of(new Part.Entry(
                Words.of(
                                "Added at *{}*: *{}*, due {}",
                                plan.account(),
                                ActionLines.name(action),
                                DayWords.date(day, context.today()))
                        .then(with)
                        .then(Words.of(".")),
                Abouts.of(plan),
                Undoing.button(plan)));
    }
}
