package steward.conversation.turn;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import steward.conversation.turn.writing.TurnWriter;
import steward.dashboard.ActionLines;
import steward.dashboard.OutcomeLines;
import steward.dashboard.time.TimeLines;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.OpportunityOutcome;
import steward.plan.Plan;
import steward.plan.Status;
import steward.plan.TimeEntry;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Table;

/** The entries that put a plan as it was before others, each only where nothing has changed since, and says what it is now. */
final class UndoEntries {

    /** More answers than these are told as their number. */
    private static final int BLANKS_TOLD_MAX = 8;

    private final TurnWriter writer;
    private final Plan before;
    private final Plan after;
    private boolean changed;
    private boolean isTime;
    private boolean inShort;

    /** @param after the plan with the entries that are taken back, and nothing later */
    UndoEntries(TurnWriter writer, Plan before, Plan after) {
        this.writer = writer;
        this.before = before;
        this.after = after;
    }

    /** False if there was nothing to change. */
    boolean takeBack(List<Entry> entries) {
        if (entries.stream().anyMatch(entry -> entry.kind() == Kind.IMPORTED)) {
            imported();
            return changed;
        }
        Set<Blank> blanks = new LinkedHashSet<>();
        for (Entry entry : entries) {
            switch (entry.kind()) {
                case ANSWERED, SKIPPED, KEPT, COACHED, REOPENED, CLEARED -> blanks.add(blank(entry));
                case STARTED -> begun();
                case RENAMED -> renamed(entry);
                case DELETED -> deleted();
                case ROW_ADDED -> row(entry, Kind.ROW_REMOVED, "Taken out again: *{}*.");
                case ROW_REMOVED -> row(entry, Kind.ROW_RESTORED, "Back in the plan: *{}*.");
                case ROW_RESTORED -> row(entry, Kind.ROW_REMOVED, "Removed again: *{}*.");
                case WON, LOST, STILL_OPEN -> outcome(entry.row());
                case DONE, DROPPED, UNDONE, SNOOZED -> action(entry);
                case LOGGED, UNLOGGED -> time(entry.row());
                case POSED -> posed(Kind.UNPOSED, "Not asked yet: “{}”", entry.value());
                case UNPOSED -> posed(Kind.POSED, "Asked: “{}”", entry.value());
                case CYCLE_STARTED -> start();
                case CLOSED -> reopenPlan();
                case IMPORTED,
                        UNDELETED,
                        ASKED,
                        UNREAD,
                        HELD,
                        LET_GO,
                        TAKEN_BACK,
                        PAUSED,
                        RESUMED,
                        CYCLE_TAKEN_BACK,
                        CARRIED,
                        WEEK_SETTLED,
                        SUGGESTED,
                        OFFERED,
                        CALENDAR_TAKEN -> {}
            }
        }
        inShort = blanks.size() > BLANKS_TOLD_MAX;
        blanks.forEach(this::blank);
        if (inShort && changed) {
            tell("Taken back: " + blanks.size() + " answers.");
        }
        if (isTime) {
            writer.note(new Part.Quiet(
                    TimeLines.standing(writer.plan(), writer.context().reader())));
            writer.rotiIsTold();
        }
        return changed;
    }

    private static Blank blank(Entry entry) {
        return new Blank(Worksheet.question(entry.question()).orElseThrow(), entry.row());
    }

    private void tell(String template, Object... words) {
        writer.tell(template, words);
        changed = true;
    }

    // ── Answers ──────────────────────────────────────────────────────────────────────────────────────────

    private void blank(Blank blank) {
        if (blank.isApart()) {
            return;
        }
        Optional<String> was = before.kept(blank);
        if (!writer.plan().kept(blank).equals(after.kept(blank))
                || writer.plan().isSkipped(blank) != after.isSkipped(blank)) {
            return;
        }
        boolean sameWords = was.equals(after.kept(blank)) && before.isSkipped(blank) == after.isSkipped(blank);
        if (!sameWords || before.isSettled(blank) != after.isSettled(blank)) {
            restore(blank, was);
            restoreReminder(blank);
            boolean isTold = changed;
            changed = true;
            if (inShort) {
                return;
            }
            if (blank.question().answer().isYesNo()) {
                if (!isTold) {
                    tell("Taken back.");
                }
            } else if (blank.question().equals(Worksheet.ACTION_DUE) && was.isPresent()) {
                tell(
                        "Taken back: *{}* is due {} again.",
                        writer.facts()
                                .shown(new Blank(Worksheet.ACTION, blank.row()))
                                .orElse("It"),
                        writer.facts().value(blank).text());
            } else if (blank.question().isNumbered()) {
                tell(
                        was.isPresent() ? "Taken back: *{}* is {} again." : "Taken back: *{}* is {}.",
                        writer.facts().named(blank),
                        was.isPresent()
                                ? writer.facts().value(blank).text()
                                : before.isSkipped(blank) ? "not known yet again" : "open again");
            }
        }
    }

    /** An action that was put off before it was moved is put off again. */
    private void restoreReminder(Blank blank) {
        before.action(blank.row())
                .filter(action -> blank.question().equals(Worksheet.ACTION_DUE))
                .flatMap(Action::snoozedUntil)
                .ifPresent(day -> writer.write(Kind.SNOOZED, Worksheet.ACTIONS, blank.row(), day.toString()));
    }

    private void restore(Blank blank, Optional<String> was) {
        was.ifPresentOrElse(
                kept -> writer.settle(Kind.ANSWERED, blank, kept, before.said(blank)),
                () -> writer.settle(Kind.SKIPPED, blank, "", ""));
        boolean wasToBeChanged =
                before.isReopened(blank) && before.number(blank).isPresent();
        if (!before.isSettled(blank) && !wasToBeChanged) {
            writer.write(was.isPresent() ? Kind.REOPENED : Kind.CLEARED, blank);
            if (was.isEmpty() && before.isReopened(blank)) {
                writer.write(Kind.REOPENED, blank);
            }
        }
    }

    // ── Rows ─────────────────────────────────────────────────────────────────────────────────────────────

    private void row(Entry entry, Kind back, String told) {
        Table table = Worksheet.tableByKey(entry.question()).orElseThrow();
        boolean isRemoved = writer.plan().isRemoved(table, entry.row());
        if (isRemoved == after.isRemoved(table, entry.row())) {
            Blank first = new Blank(table.first(), entry.row());
            String name = writer.facts().shown(first).orElse("");
            writer.write(back, table, entry.row(), "");
            changed = true;
            if (entry.kind() != Kind.ROW_ADDED || !name.isEmpty()) {
                tell(told, name.isEmpty() ? writer.facts().shown(first).orElse(table.title()) : name);
            }
        }
    }

    // ── The life of a plan ───────────────────────────────────────────────────────────────────────────────

    private void outcome(int row) {
        OpportunityOutcome was = before.outcome(row);
        if (!was.equals(after.outcome(row)) && writer.plan().outcome(row).equals(after.outcome(row))) {
            Kind kind = was.either(() -> Kind.STILL_OPEN, increase -> Kind.WON, reason -> Kind.LOST);
            String value = was.either(() -> "", increase -> Long.toString(increase.minor()), reason -> reason);
            writer.write(kind, Worksheet.OPPORTUNITIES, row, value);
            tell(
                    "Taken back: *{}* is {}.",
                    writer.facts().shown(new Blank(Worksheet.OPPORTUNITY, row)).orElse("it"),
                    new OutcomeLines(writer.plan(), writer.context().reader())
                            .outcome(row)
                            .orElse("open again"));
            writer.noteRotiInFull();
        }
    }

    private void action(Entry entry) {
        Optional<Action> was = before.action(entry.row());
        Optional<Action> now = writer.plan().action(entry.row());
        if (was.isEmpty() || now.isEmpty() || was.equals(now) || !now.equals(after.action(entry.row()))) {
            return;
        }
        String name = now.get().what();
        if (was.get().isOpen() && !now.get().isOpen()) {
            writer.write(Kind.UNDONE, Worksheet.ACTIONS, entry.row(), "");
            tell("Taken back: *{}* is to be done again.", name);
            timeOf(now.get()).ifPresent(this::takeOut);
        } else if (!was.get().isOpen() && now.get().isOpen()) {
            boolean wasDone = was.get().state() == Action.State.DONE;
            writer.write(
                    wasDone ? Kind.DONE : Kind.DROPPED,
                    Worksheet.ACTIONS,
                    entry.row(),
                    was.get().whyDropped());
            tell("Taken back: *{}* is " + (wasDone ? "done." : "dropped."), name);
        } else {
            writer.write(
                    Kind.SNOOZED,
                    Worksheet.ACTIONS,
                    entry.row(),
                    was.get().snoozedUntil().orElse(writer.context().today()).toString());
            tell("Taken back: I'll remind you of *{}* as before.", name);
        }
    }

    /** What was logged for an action since it was done: with that it goes, or it would be logged twice once it is done again. */
    private Optional<TimeEntry> timeOf(Action done) {
        return writer.plan().timeLog().stream()
                .filter(entry -> entry.note().equals(ActionLines.name(done)))
                .filter(entry -> !entry.at().isBefore(done.doneAt().orElse(Instant.MAX)))
                .findFirst();
    }

    private void takeOut(TimeEntry entry) {
        writer.write(entry.unlogged(writer.context().now()));
        tellOfTime("Taken out of the log: ", entry);
    }

    private void tellOfTime(String what, TimeEntry entry) {
        writer.note(new Part.Paragraph(Words.of(what)
                .then(TimeLines.inFull(writer.plan(), entry, writer.context().reader()))));
        changed = true;
        isTime = true;
    }

    private void time(int number) {
        Optional<TimeEntry> was = before.timeEntry(number);
        Optional<TimeEntry> became = after.timeEntry(number);
        if (!was.equals(became) && writer.plan().timeEntry(number).equals(became)) {
            was.ifPresent(entry -> {
                writer.write(entry.logged());
                tellOfTime("In the log again: ", entry);
            });
            became.filter(entry -> was.isEmpty()).ifPresent(this::takeOut);
        }
    }

    private void posed(Kind back, String told, String question) {
        writer.write(back, Blank.of(Worksheet.KEY_QUESTIONS), question, "");
        tell(told, question);
    }

    private void begun() {
        writer.write(Kind.DELETED, "");
        tell(
                "Taken back: the plan for *{}*, {}, is gone.",
                writer.plan().account(),
                writer.plan().year());
    }

    /** What was said of the plan since would be lost with it. */
    private void imported() {
        UndoHistory deeds = new UndoHistory(writer.plan());
        boolean isChanged = deeds.all().stream()
                .anyMatch(deed -> deed.from() >= after.entries().size() && !deeds.isTakenBack(deed));
        if (isChanged) {
            tell(
                    "*{}* has changed since it was imported, so it stays.",
                    writer.plan().account());
        } else {
            begun();
        }
    }

    private void renamed(Entry entry) {
        if (writer.plan().account().equals(entry.value())) {
            writer.write(new Entry(
                    Kind.RENAMED,
                    "",
                    0,
                    entry.said(),
                    entry.value(),
                    writer.context().now()));
            tell("Taken back: *{}* is called *{}* again.", entry.value(), entry.said());
        }
    }

    private void deleted() {
        writer.write(Kind.UNDELETED, "");
        tell(
                "Taken back: *{}*, {}, is there again, as it was.",
                writer.plan().account(),
                writer.plan().year());
    }

    private void start() {
        writer.write(Kind.CYCLE_TAKEN_BACK, "");
        tell(
                "Taken back: the 90 days of *{}*, {}, have not begun.",
                writer.plan().account(),
                writer.plan().year());
    }

    private void reopenPlan() {
        if (writer.plan().status() == Status.CLOSED) {
            writer.write(Kind.RESUMED, "");
            tell(
                    "*{}*, {}, is open again.",
                    writer.plan().account(),
                    writer.plan().year());
        }
    }
}
