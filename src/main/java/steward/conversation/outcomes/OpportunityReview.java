package steward.conversation.outcomes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.session.LastNudge;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turns;
import steward.dashboard.Abouts;
import steward.dashboard.OpportunityLines;
import steward.dashboard.OutcomeLines;
import steward.dashboard.roti.RotiChange;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.nudges.NudgeKind;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanChanges;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Percent;

/** Handles what a rep says of an opportunity that is still open: how likely it is now, and by when it is to be won. */
final class OpportunityReview {

    /** What a tap says: the chance, and the one that was shown beside it. */
    private static final Pattern TAPPED = Pattern.compile("(\\S{1,10}) was (\\S{1,10})");

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;
    private final Plan plan;
    private final int row;
    private final Blank probability;

    OpportunityReview(RepSession session, TurnContext context, Turns turns, Plan plan, int row) {
        this.session = session;
        this.context = context;
        this.turns = turns;
        this.plan = plan;
        this.row = row;
        this.probability = new Blank(Worksheet.PROBABILITY, row);
    }

    /** Whether the opportunity is won or lost. */
    boolean isOver() {
        return !plan.outcome(row).isOpen();
    }

    /** A tap on what has been answered since: what holds now. */
    TurnResult holds() {
        String now = new OutcomeLines(plan, context.reader())
                .outcome(row)
                .or(() -> chance().map(percent -> "at " + shown(percent) + " now"))
                .orElse("open");
        Button change = new Button("Change it", "/plan outcome " + OpportunityLines.number(plan, row));
        return TurnResult.aside(Message.of(
                new Part.Entry(Words.of("*{}* is {}, so nothing has changed.", name(), now), Abouts.of(plan), change)));
    }

    // ── How likely ───────────────────────────────────────────────────────────────────────────────────────

    /** How likely it is. What was tapped is seen in the message it stands in; what was typed is told. */
    TurnResult chance(String said, boolean tapped) {
        Matcher shown = TAPPED.matcher(said);
        if (shown.matches() && tapped) {
            boolean current =
                    shown.group(2).equals(chance().map(was -> was + "%").orElse("unknown"));
            return current && !isLookedAt() ? become(shown.group(1), false) : holds();
        }
        return become(said, true);
    }

    private boolean isLookedAt() {
        Optional<PlanChanges> checkpoint = LastNudge.about(session, NudgeKind.CHECKPOINT, plan);
        return checkpoint.filter(since -> since.isLookedAt(row)).isPresent();
    }

    private TurnResult become(String said, boolean told) {
        return Worksheet.PROBABILITY
                .readKept(said, plan.situation(probability, context.today(), context.notation()))
                .either(
                        kept -> {
                            TurnResult result = turns.take(
                                    plan,
                                    turn -> turn.act(
                                            session.isTalkedAbout(plan),
                                            writer -> writer.settle(Kind.ANSWERED, probability, kept, said)));
                            return told ? result.with(told(kept)) : result;
                        },
                        hint -> TurnResult.aside(Message.of(new Part.Paragraph(Words.of(hint)))));
    }

    /** "Resin for line 2 is at 75% now, was 70%", and what that does to the ROTI. */
    private Message told(String kept) {
        Percent now = Worksheet.PROBABILITY.answer().restored(kept);
        Words words = chance().filter(now::equals).isPresent()
                ? Words.of("*{}* is at {}, as before.", name(), shown(now))
                : Words.of("*{}* is at {} now", name(), shown(now))
                        .then(chance().map(was -> Words.of(", was {}.", shown(was)))
                                .orElse(Words.of(".")));
        Entry entry = new Entry(Kind.ANSWERED, Worksheet.PROBABILITY.key(), row, kept, "", context.now());
        Message message = Message.of(new Part.Paragraph(words));
        return new RotiChange(plan, plan.with(List.of(entry)), context.notation())
                .inShort()
                .map(change -> message.then(Message.of(new Part.Quiet(change))))
                .orElse(message);
    }

    private Optional<Percent> chance() {
        return plan.get(Worksheet.PROBABILITY, row);
    }

    private String shown(Percent percent) {
        return percent.shown(context.notation());
    }

    // ── By when ──────────────────────────────────────────────────────────────────────────────────────────

    /** It is open still, and to be won by another day. */
    TurnResult stillOpen(String said) {
        Blank timeline = new Blank(Worksheet.TIMELINE, row);
        return Worksheet.TIMELINE
                .read(said, plan.situation(timeline, context.today(), context.notation()))
                .either(this::stillOpen, hint -> TurnResult.aside(Message.of(new Part.Paragraph(Words.of(hint)))));
    }

    private TurnResult stillOpen(LocalDate day) {
        if (day.isBefore(context.today())) {
            return TurnResult.aside(Message.say("That day is over. Pick one from today on."));
        }
        return plan.get(Worksheet.TIMELINE, row).filter(day::equals).isPresent()
                ? TurnResult.aside(Message.say(
                        "*{}* is {} by that day already, so nothing has changed.",
                        name(),
                        new OutcomeLines(plan, context.reader()).toBeWon(row)))
                : turns.take(
                        plan,
                        turn -> turn.live(
                                session.isTalkedAbout(plan), outcomes -> outcomes.stillOpen(row, Optional.of(day))));
    }

    private String name() {
        return new OutcomeLines(plan, context.reader()).name(row);
    }
}
