package steward.conversation.fates;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.desk.Desk;
import steward.conversation.desk.LastNudge;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.turn.Turns;
import steward.dashboard.Abouts;
import steward.dashboard.FateLines;
import steward.dashboard.OpportunityLines;
import steward.dashboard.RotiChange;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.nudges.NudgeKind;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.Since;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Percent;

/** What a rep says of an opportunity that goes on: how likely it is now, and by when it is to be won. */
final class OpportunityReview {

    /** What a tap says: the chance, and the one that was shown beside it. */
    private static final Pattern TAPPED = Pattern.compile("(\\S{1,10}) was (\\S{1,10})");

    private final Desk desk;
    private final Occasion occasion;
    private final Turns turns;
    private final Plan plan;
    private final int row;
    private final Blank probability;

    OpportunityReview(Desk desk, Occasion occasion, Turns turns, Plan plan, int row) {
        this.desk = desk;
        this.occasion = occasion;
        this.turns = turns;
        this.plan = plan;
        this.row = row;
        this.probability = new Blank(Worksheet.PROBABILITY, row);
    }

    /** Whether the opportunity is won or lost. */
    boolean isOver() {
        return !plan.fate(row).isOpen();
    }

    /** A tap on what has been answered since: what holds now. */
    Outcome holds() {
        String now = FateLines.of(plan.fate(row), occasion.notation())
                .or(() -> chance().map(percent -> "at " + shown(percent) + " now"))
                .orElse("open");
        Button change = new Button("Change it", "/plan outcome " + OpportunityLines.number(plan, row));
        return Outcome.aside(Message.of(
                new Part.Entry(Words.of("*{}* is {}, so nothing has changed.", name(), now), Abouts.of(plan), change)));
    }

    // ── How likely ───────────────────────────────────────────────────────────────────────────────────────

    /** How likely it is. What was tapped is seen in the message it stands in; what was typed is told. */
    Outcome chance(String said, boolean tapped) {
        Matcher shown = TAPPED.matcher(said);
        if (shown.matches() && tapped) {
            boolean current =
                    shown.group(2).equals(chance().map(was -> was + "%").orElse("unknown"));
            return current && !isLookedAt() ? become(shown.group(1), false) : holds();
        }
        return become(said, true);
    }

    private boolean isLookedAt() {
        Optional<Since> checkpoint = LastNudge.about(desk, NudgeKind.CHECKPOINT, plan);
        return checkpoint.filter(since -> since.isLookedAt(row)).isPresent();
    }

    private Outcome become(String said, boolean told) {
        return Worksheet.PROBABILITY
                .readKept(said, plan.situation(probability, occasion.today(), occasion.notation()))
                .either(
                        kept -> {
                            Outcome outcome = turns.take(
                                    plan,
                                    turn -> turn.act(
                                            desk.isTalkedAbout(plan),
                                            pen -> pen.settle(Kind.ANSWERED, probability, kept, said)));
                            return told ? outcome.with(told(kept)) : outcome;
                        },
                        hint -> Outcome.aside(Message.of(new Part.Paragraph(Words.of(hint)))));
    }

    /** "Resin for line 2 is at 75% now, was 70%", and what that does to the ROTI. */
    private Message told(String kept) {
        Percent now = Worksheet.PROBABILITY.answer().restored(kept);
        Words words = chance().filter(now::equals).isPresent()
                ? Words.of("*{}* is at {}, as before.", name(), shown(now))
                : Words.of("*{}* is at {} now", name(), shown(now))
                        .then(chance().map(was -> Words.of(", was {}.", shown(was)))
                                .orElse(Words.of(".")));
        Entry entry = new Entry(Kind.ANSWERED, Worksheet.PROBABILITY.key(), row, kept, "", occasion.now());
        Message message = Message.of(new Part.Paragraph(words));
        return new RotiChange(plan, plan.with(List.of(entry)), occasion.notation())
                .inShort()
                .map(change -> message.then(Message.of(new Part.Quiet(change))))
                .orElse(message);
    }

    private Optional<Percent> chance() {
        return plan.get(Worksheet.PROBABILITY, row);
    }

    private String shown(Percent percent) {
        return percent.shown(occasion.notation());
    }

    // ── By when ──────────────────────────────────────────────────────────────────────────────────────────

    /** It is open still, and to be won by another day. */
    Outcome stillOpen(String said) {
        Blank timeline = new Blank(Worksheet.TIMELINE, row);
        return Worksheet.TIMELINE
                .read(said, plan.situation(timeline, occasion.today(), occasion.notation()))
                .either(this::stillOpen, hint -> Outcome.aside(Message.of(new Part.Paragraph(Words.of(hint)))));
    }

    private Outcome stillOpen(LocalDate day) {
        if (day.isBefore(occasion.today())) {
            return Outcome.aside(Message.say("That day is over. Pick one from today on."));
        }
        return plan.get(Worksheet.TIMELINE, row).filter(day::equals).isPresent()
                ? Outcome.aside(Message.say(
                        "*{}* is {} by that day already, so nothing has changed.",
                        name(),
                        new FateLines(plan, occasion.reader()).toBeWon(row)))
                : turns.take(
                        plan,
                        turn -> turn.live(desk.isTalkedAbout(plan), fates -> fates.stillOpen(row, Optional.of(day))));
    }

    private String name() {
        return new FateLines(plan, occasion.reader()).name(row);
    }
}
