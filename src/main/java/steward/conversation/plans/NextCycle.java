package steward.conversation.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.accounts.PlanResolver;
import steward.conversation.actions.ActionDays;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turns;
import steward.conversation.turn.writing.Hints;
import steward.conversation.turn.writing.TurnWriter;
import steward.dashboard.Abouts;
import steward.dashboard.ActionLines;
import steward.dashboard.DayWords;
import steward.dashboard.NextAction;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Action;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.Status;
import steward.worksheet.Worksheet;

/** {@code /plan next Acme}: the next 90 days begin today, and what is still open is carried over into them. */
public final class NextCycle {

    /** What a button says: whether the rep is sure, and the number of the cycle that it is to follow. */
    private static final Pattern TAPPED = Pattern.compile("(now )?after ([0-9]{1,4})");

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    public NextCycle(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    /** {@code about} is the plan under which it was tapped, if it was. */
    public TurnResult take(Optional<Plan> about, String said) {
        Matcher tapped = TAPPED.matcher(said);
        return about.isPresent() && tapped.matches()
                ? next(about.get(), tapped.group(1) != null, Integer.parseInt(tapped.group(2)))
                : new PlanResolver(session, context, "/plan next")
                        .then(about, said, plan -> next(plan, false, plan.cycle()));
    }

    private TurnResult next(Plan plan, boolean sure, int after) {
        if (plan.status() == Status.CLOSED) {
            return TurnResult.aside(new Message(Hints.closed(plan)));
        }
        if (plan.status() == Status.DRAFT) {
            return TurnResult.aside(Message.of(
                    new Part.Paragraph(Words.of(
                            "*{}* is a draft: its first 90 days begin once it is written to the end.", plan.account())),
                    new Part.Choices(Abouts.of(plan), List.of(new Button("Resume", "resume")))));
        }
        long day = plan.dayOfCycle(context.today());
        if (after != plan.cycle()) {
            return TurnResult.aside(Message.say(
                    "The next 90 days of *{}* have begun already: today is day {} of 90, so nothing has changed.",
                    plan.account(),
                    day));
        }
        return day >= Plan.CYCLE_DAYS || sure ? begin(plan) : TurnResult.aside(tooEarly(plan, day));
    }

    private static Message tooEarly(Plan plan, long day) {
        return Message.of(
                new Part.Paragraph(Words.of(
                        "*{}* is at day {} of 90. Start the next 90 days today all the same?", plan.account(), day)),
                new Part.Choices(
                        Abouts.of(plan),
                        List.of(new Button("Start them today", "/plan next now after " + plan.cycle()))));
    }

    private TurnResult begin(Plan plan) {
        boolean talkedAbout = session.isTalkedAbout(plan);
        return turns.take(plan, turn -> turn.act(talkedAbout, this::begin));
    }

    private void begin(TurnWriter writer) {
        writer.resumeIfPaused();
        List<Action> open =
                writer.plan().actions().stream().filter(Action::isOpen).toList();
        writer.write(Kind.CYCLE_STARTED, context.today().toString());
        open.forEach(action -> writer.write(Kind.CARRIED, Worksheet.ACTIONS, action.row(), ""));
        writer.say(begun(writer.plan(), open));
    }

    private Message begun(Plan plan, List<Action> carried) {
        LocalDate today = context.today();
        LocalDate last = plan.lastDueDay(today);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(plan.account() + ": the next 90 days"));
        parts.add(new Part.Paragraph(Words.of(
                "Day 1 of 90, until {}. " + (carried.isEmpty() ? "What will you do first?" : "What you carry over:"),
                DayWords.date(last, today))));
        carried.stream()
                .filter(action -> isWithin(action, today, last))
                .map(action -> new Part.Paragraph(Words.of(
                        "{}  ·  due {}",
                        ActionLines.name(action),
                        DayWords.date(action.due().orElseThrow(), today))))
                .forEach(parts::add);
        carried.stream().filter(action -> !isWithin(action, today, last)).forEach(action -> {
            parts.add(new Part.Paragraph(Words.of("*{}*\n", ActionLines.name(action))
                    .then(action.due()
                            .map(due -> Words.of("was due {}. By when now?", DayWords.date(due, today)))
                            .orElse(Words.of("has no date yet. By when?")))));
            parts.add(ActionDays.move(plan, action, context.reader()));
        });
        parts.add(new Part.Choices(
                Abouts.of(plan),
                List.of(
                        new Button("Add an action", "/actions add"),
                        new Button("Brief me", "/plan brief"),
                        new Button("Open the plan", "/plan show"))));
        Message message = new Message(parts);
        return carried.isEmpty() ? message.asking(NextAction.asked(plan)) : message;
    }

    private static boolean isWithin(Action action, LocalDate first, LocalDate last) {
        return action.due()
                .filter(due -> !due.isBefore(first) && !due.isAfter(last))
                .isPresent();
    }
}
