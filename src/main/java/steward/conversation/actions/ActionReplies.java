package steward.conversation.actions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.conversation.time.TimeRef;
import steward.conversation.turn.writing.Undoing;
import steward.dashboard.Abouts;
import steward.dashboard.ActionLines;
import steward.dashboard.ActionLines.Listed;
import steward.dashboard.DayWords;
import steward.dashboard.NextAction;
import steward.dashboard.Reader;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.SideQuestion;
import steward.message.Words;
import steward.nudges.NudgeKind;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.TimeEntry;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Question;

/** What Steward says when something became of an action, or when it needs to know more. */
final class ActionReplies {

    private static final int LISTED_MAX = 12;

    private final Plan plan;
    private final Action action;
    private final Reader reader;

    /** @param action as it was before */
    ActionReplies(Plan plan, Action action, Reader reader) {
        this.plan = plan;
        this.action = action;
        this.reader = reader;
    }

    private String name() {
        return ActionLines.name(action);
    }

    private Part told(Words words, String label, String verb) {
        return new Part.Entry(words, Abouts.of(plan), new Button(label, says(verb)));
    }

    private Part undoable(Words words) {
        return new Part.Entry(words, Abouts.of(plan), Undoing.button(plan));
    }

    private String says(String verb) {
        return "/actions " + verb + " " + action.row();
    }

    // ── Done and dropped ─────────────────────────────────────────────────────────────────────────────────

    /** It is done; how long it took and what comes next may both be left unsaid. */
    Message done() {
        return doneAsking(Words.of("How long did it take?"));
    }

    /** It is done, but how long that is {@code said} to have taken can't be logged; {@code hint} is why. */
    Message doneNotIn(String said, String hint) {
        return doneAsking(Words.of("“{}” is not logged. " + hint + " How long did it take?", said));
    }

    private Message doneAsking(Words howLong) {
        List<Control> times = new ArrayList<>();
        Worksheet.ACTION_TOOK
                .choices(plan.situation(Blank.of(Worksheet.ACTION_TOOK), reader.today(), reader.notation()))
                .forEach(choice -> times.add(new Button(choice.label(), says("time") + " " + choice.says())));
        times.add(new Button("Other…", says("time")));
        return Message.of(
                        undoable(Words.of("Done: *{}*.", name())),
                        new Part.Paragraph(howLong),
                        new Part.Choices(Abouts.of(plan), times),
                        new Part.Paragraph(Words.of("What is the next step?")),
                        nextStep(),
                        new Part.Quiet(
                                Words.of("Both can wait. The time is logged as growth hours on {}.", plan.account())))
                .asking(value(Worksheet.ACTION_TOOK, "time", "It took that long")
                        .and(NextAction.asked(plan)));
    }

    private SideQuestion value(Question<?> question, String verb, String label) {
        return SideQuestion.value(Abouts.of(plan, new Blank(question, action.row())), says(verb), label);
    }

    /** It is done, and the time it took is logged already. */
    Message doneIn(TimeEntry time) {
        return Message.of(
                        undoable(Words.of("Done: *{}*.", name())),
                        new Part.Entry(
                                Words.of(
                                        "Logged: *{}* of growth on *{}* today.",
                                        time.time().shown(reader.notation()),
                                        plan.account()),
                                Abouts.of(plan),
                                Undoing.button(
                                        plan.entries().size() + 1,
                                        plan.entries().size() + 2)),
                        new Part.Paragraph(Words.of("What is the next step?")),
                        nextStep())
                .asking(NextAction.asked(plan));
    }

    private Part nextStep() {
        return new Part.Choices(Abouts.of(plan), List.of(new Button("Add the next step", "/actions add")));
    }

    Message undone() {
        return Message.say("*{}* is to be done again.", name());
    }

    /** The time that it took is out of the log, too; if it was spent all the same, it can be put back. */
    Message undone(TimeEntry time) {
        return Message.of(new Part.Entry(
                Words.of(
                        "*{}* is to be done again; the *{}* are out of the log.",
                        name(),
                        time.time().shown(reader.notation())),
                Abouts.of(plan),
                new Button("Log them all the same", "/time restore " + new TimeRef(plan.id(), time.number()).text())));
    }

    /** The next step was asked for with the time, and may be said still. */
    Message logged(TimeEntry entry) {
        return Message.of(undoable(Words.of(
                        "Logged: *{}* of growth on *{}* today, for {}.",
                        entry.time().shown(reader.notation()),
                        plan.account(),
                        name())))
                .asking(NextAction.asked(plan));
    }

    Message loggedBefore(TimeEntry entry) {
        return Message.say(
                "*{}* is logged for it already, so nothing has changed. `/time` shows the log and changes it.",
                entry.time().shown(reader.notation()));
    }

    Message whyDrop() {
        List<Control> reasons = new ArrayList<>();
        for (Choice choice : Worksheet.ACTION_DROPPED.choices(
                plan.situation(Blank.of(Worksheet.ACTION_DROPPED), reader.today(), reader.notation()))) {
            reasons.add(new Button(choice.label(), says("dropped") + " " + choice.says()));
        }
        reasons.add(new Button("Other…", says("reason")));
        reasons.add(new Button("Skip", says("dropped")));
        return Message.of(
                        new Part.Paragraph(Words.of("Why drop *{}*?", name())),
                        new Part.Choices(Abouts.of(plan), reasons))
                .askingWhich();
    }

    Message dropped(String reason) {
        Words why = reason.isEmpty() ? Words.of(".") : Words.of(". Reason: {}", reason);
        return Message.of(undoable(Words.of("Dropped: *{}*", name()).then(why)));
    }

    /** A tap on what is no longer to be done. */
    Message settledBefore(Optional<LocalDate> doneOn) {
        return action.state() == Action.State.DONE
                ? Message.of(told(
                        Words.of(
                                "*{}* was done {}, so nothing has changed.",
                                name(),
                                doneOn.map(day -> DayWords.ago(day, reader.today()))
                                        .orElse("before")),
                        "It isn't done",
                        "reopen"))
                : Message.of(
                        told(Words.of("*{}* was dropped, so nothing has changed.", name()), "Bring it back", "reopen"));
    }

    Message openBefore() {
        return Message.say("*{}* is to be done, so nothing has changed.", name());
    }

    Message carriedBefore() {
        return Message.say("*{}* is carried over already, so nothing has changed.", name());
    }

    // ── Later and moved ──────────────────────────────────────────────────────────────────────────────────

    Message untilWhen() {
        return Message.of(
                        new Part.Paragraph(Words.of("When shall I remind you of *{}*?", name())),
                        ActionDays.later(plan, action, reader))
                .asking(value(Worksheet.ACTION_DUE, "later", "Remind me then"));
    }

    Message later(LocalDate day) {
        Words stays = action.due()
                .map(due -> Words.of(" It stays due {}.", DayWords.date(due, reader.today())))
                .orElse(Words.of(""));
        if (reader.preferences().muted().contains(NudgeKind.ACTIONS.metadataName())) {
            return Message.of(
                    new Part.Paragraph(Words.of("*{}* is put off to {}.", name(), DayWords.date(day, reader.today()))
                            .then(stays)),
                    new Part.Quiet(Words.of(
                            "You have switched off reminders of actions: `/plan settings` brings them back.")));
        }
        String comes = DayWords.on(reader.hearsOn(day), reader.today());
        return Message.of(new Part.Paragraph(
                Words.of("*{}*: I'll remind you {}.", name(), comes).then(stays)));
    }

    Message moveTo() {
        return Message.of(
                        new Part.Paragraph(Words.of("When will *{}* be due?", name())),
                        ActionDays.move(plan, action, reader),
                        new Part.Quiet(Words.of("Day 90 is {}.", lastDay())))
                .asking(value(Worksheet.ACTION_DUE, "move", "It is due then"));
    }

    private String lastDay() {
        return DayWords.date(plan.lastDueDay(reader.today()), reader.today());
    }

    Message moved(LocalDate day) {
        Words words = Words.of("Moved: *{}* is due {} now.", name(), DayWords.date(day, reader.today()));
        return action.due()
                .filter(before -> !before.isBefore(reader.today()))
                .map(before -> Message.of(undoable(words)))
                .orElseGet(() -> Message.of(new Part.Paragraph(words)));
    }

    /** The day is after the cycle's last one. */
    Message isPastTheCycle(LocalDate day) {
        return Message.of(
                        new Part.Paragraph(Words.of(
                                "{} is after day 90, which is {}. What is left then is carried over into the next 90 days.",
                                DayWords.date(day, reader.today()),
                                lastDay())),
                        new Part.Choices(
                                Abouts.of(plan),
                                List.of(
                                        new Button(
                                                "Move it past day 90 all the same", says("move") + " " + day + " past"),
                                        new Button("Pick another day", says("move")))))
                .askingWhich();
    }

    Message isDueThenAlready(LocalDate day) {
        return Message.say("*{}* is due {} already.", name(), DayWords.date(day, reader.today()));
    }

    // ── About several, or none ───────────────────────────────────────────────────────────────────────────

    static Message isGone() {
        return Message.say("That action is not in the plan any more. `/actions` lists what is.");
    }

    /** @param time how long it took, if that was said with it */
    static Message whichOne(List<Listed> found, String verb, String time, Reader reader) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(Words.of("Which one do you mean?")));
        found.stream()
                .limit(LISTED_MAX)
                .forEach(listed -> parts.add(new Part.Entry(
                        Words.of(
                                "*{}*\n{}",
                                ActionLines.name(listed.action()),
                                ActionLines.account(listed.plan(), reader)),
                        Abouts.of(listed.plan()),
                        new Button(
                                "This one",
                                ("/actions " + verb + " " + listed.action().row() + " " + time).strip()))));
        if (found.size() > LISTED_MAX) {
            parts.add(new Part.Quiet(Words.of("and " + (found.size() - LISTED_MAX) + " more: say a word more of it")));
        }
        return new Message(parts).askingWhich();
    }

    static Message help() {
        return Message.of(
                new Part.Paragraph(Words.of("*What you said you would do*, over all your accounts.")),
                new Part.Paragraph(Words.of("""
                        `/actions` lists what is overdue, due this week and later
                        `/actions Acme` lists one account
                        `/actions add Acme Call Dana about the trial by Friday` adds one
                        `/actions done Acme call dana` ticks it off; a word or two are enough; `30 min` after them logs the time
                        `/actions later dana`, `/actions move dana`, `/actions drop dana` put it off, move its due date, give it up""")),
                new Part.Quiet(
                        Words.of("In our chat, `done Dana, took 30 min` does the same while no question is open.")));
    }
}
