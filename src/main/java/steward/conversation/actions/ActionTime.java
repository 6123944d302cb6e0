package steward.conversation.actions;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.time.TimeBook;
import steward.conversation.turn.Pen;
import steward.conversation.turn.Turns;
import steward.dashboard.ActionLines;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.TimeEntry;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Reading;
import steward.worksheet.values.Hours;

/** The time that an action took: growth hours on its account, today, with its words for a note. It is logged once. */
final class ActionTime {

    private final Desk desk;
    private final Occasion occasion;
    private final Turns turns;

    ActionTime(Desk desk, Occasion occasion, Turns turns) {
        this.desk = desk;
        this.occasion = occasion;
        this.turns = turns;
    }

    /** The rep said how long a done action took; asks with a form if they said nothing yet. */
    Outcome took(Plan plan, Action action, String said) {
        ActionReplies replies = new ActionReplies(plan, action, occasion.reader());
        Optional<TimeEntry> before = logged(plan, action);
        if (before.isPresent()) {
            return Outcome.aside(replies.loggedBefore(before.get()));
        }
        return said.isEmpty()
                ? Outcome.form(new ActionForms(desk, occasion, turns).took(plan, action))
                : read(plan, action, said)
                        .either(
                                time -> log(plan, entry(plan, action, time), replies),
                                hint -> Outcome.aside(Message.of(new Part.Paragraph(Words.of(hint)))));
    }

    /** The time as typed, if the day has room for it. */
    Reading<Hours> read(Plan plan, Action action, String said) {
        Blank blank = new Blank(Worksheet.ACTION_TOOK, action.row());
        return Worksheet.ACTION_TOOK
                .read(said, plan.situation(blank, occasion.today(), occasion.notation()))
                .then(this::withinTheDay);
    }

    private Reading<Hours> withinTheDay(Hours time) {
        return new TimeBook(desk, occasion)
                .overfullToday(time)
                .map(Reading::<Hours>unclear)
                .orElseGet(() -> Reading.clear(time));
    }

    /** What was logged for it since it was done, if that stands. */
    static Optional<TimeEntry> logged(Plan plan, Action action) {
        Instant doneAt = action.doneAt().orElse(Instant.MAX);
        return plan.timeLog().stream()
                .filter(entry -> entry.note().equals(ActionLines.name(action)))
                .filter(entry -> !entry.at().isBefore(doneAt))
                .findFirst();
    }

    TimeEntry entry(Plan plan, Action action, Hours time) {
        return new TimeEntry(
                plan.nextTimeEntry(), occasion.today(), time, false, ActionLines.name(action), occasion.now());
    }

    private Outcome log(Plan plan, TimeEntry entry, ActionReplies replies) {
        return act(plan, pen -> pen.write(entry.logged()), replies.logged(entry));
    }

    /** Takes an entry out again; {@code reply} tells of that. */
    Outcome unlog(Plan plan, int number, Function<Words, Message> reply) {
        return plan.timeEntry(number)
                .map(entry -> act(
                        plan,
                        pen -> pen.write(entry.unlogged(occasion.now())),
                        reply.apply(Words.of(
                                "Undone: the *{}* are not in the log any more.",
                                entry.time().shown(occasion.notation())))))
                .orElseGet(() -> Outcome.aside(
                        reply.apply(Words.of("That is not in the log any more, so nothing has changed."))));
    }

    private Outcome act(Plan plan, Consumer<Pen> deed, Message reply) {
        boolean talkedAbout = desk.isTalkedAbout(plan);
        return turns.take(plan, turn -> turn.act(talkedAbout, deed)).with(reply);
    }
}
