package steward.conversation.actions;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.time.TimeLog;
import steward.conversation.turn.Turns;
import steward.conversation.turn.writing.TurnWriter;
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

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    ActionTime(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    /** The rep said how long a done action took; asks with a form if they said nothing yet. */
    TurnResult took(Plan plan, Action action, String said) {
        ActionReplies replies = new ActionReplies(plan, action, context.reader());
        Optional<TimeEntry> before = logged(plan, action);
        if (before.isPresent()) {
            return TurnResult.aside(replies.loggedBefore(before.get()));
        }
        return said.isEmpty()
                ? TurnResult.form(new ActionForms(session, context, turns).took(plan, action))
                : read(plan, action, said)
                        .either(
                                time -> log(plan, entry(plan, action, time), replies),
                                hint -> TurnResult.aside(Message.of(new Part.Paragraph(Words.of(hint)))));
    }

    /** The time as typed, if the day has room for it. */
    Reading<Hours> read(Plan plan, Action action, String said) {
        Blank blank = new Blank(Worksheet.ACTION_TOOK, action.row());
        return Worksheet.ACTION_TOOK
                .read(said, plan.situation(blank, context.today(), context.notation()))
                .then(this::withinTheDay);
    }

    private Reading<Hours> withinTheDay(Hours time) {
        return new TimeLog(session, context)
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
                plan.nextTimeEntry(), context.today(), time, false, ActionLines.name(action), context.now());
    }

    private TurnResult log(Plan plan, TimeEntry entry, ActionReplies replies) {
        return act(plan, writer -> writer.write(entry.logged()), replies.logged(entry));
    }

    private TurnResult act(Plan plan, Consumer<TurnWriter> step, Message reply) {
        boolean talkedAbout = session.isTalkedAbout(plan);
        return turns.take(plan, turn -> turn.act(talkedAbout, step)).with(reply);
    }
}
