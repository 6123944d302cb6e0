package steward.conversation.turn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import steward.dashboard.Abouts;
import steward.dashboard.FateLines;
import steward.dashboard.MoreHoursOffer;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Part;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Fate;
import steward.plan.Kind;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.values.Money;

/** What becomes of opportunities: won, lost, or open still; each is told with what it did to the ROTI, and can be undone. */
public final class Fates {

    private static final Set<Kind> ENDINGS = Set.of(Kind.WON, Kind.LOST, Kind.STILL_OPEN);

    private final Pen pen;
    private final List<Blank> changed = new ArrayList<>();
    private boolean asking;

    Fates(Pen pen) {
        this.pen = pen;
    }

    /** Whether something has to be asked before it can be told. */
    boolean isAsking() {
        return asking;
    }

    // ── Asking ───────────────────────────────────────────────────────────────────────────────────────────

    /** Asks for what is still to be said about an opportunity: {@link Worksheet#WON}, {@link Worksheet#LOST} or its new date. */
    public void ask(Question<?> question, int row) {
        pen.resumeIfPaused();
        pen.write(Kind.REOPENED, new Blank(question, row));
        asking = true;
    }

    /** The same, since what was said could not be read; whatever the date, the opportunity is open. */
    public void askAgain(Question<?> question, int row, String said, String hint) {
        if (question.equals(Worksheet.TIMELINE)) {
            stillOpen(row, Optional.empty());
        }
        pen.remark(Answering.complaint(said, hint));
        ask(question, row);
    }

    /** What was asked for has been answered. */
    public void became(Question<?> question, int row, String kept) {
        if (question.equals(Worksheet.WON)) {
            won(row, new Money(Long.parseLong(kept)));
        } else if (question.equals(Worksheet.LOST)) {
            lost(row, kept);
        } else {
            stillOpen(row, Optional.of(LocalDate.parse(kept)));
        }
    }

    // ── Telling ──────────────────────────────────────────────────────────────────────────────────────────

    /** It was won, and brings this much beyond last year. */
    public void won(int row, Money increase) {
        Fate before = pen.plan().fate(row);
        if (becomes(Kind.WON, row, Long.toString(increase.minor()), new Fate.Won(increase))) {
            if (increase.isPositive()) {
                pen.tell(
                        "Well done! *{}* is won, with {} more than last year.{}",
                        name(row),
                        increase.shown(pen.occasion().notation()),
                        inPlaceOf(before));
            } else {
                pen.tell(
                        "Well done! *{}* is {}.{}", name(row), lines().fate(row).orElseThrow(), inPlaceOf(before));
            }
            tellWhatItDid();
        }
    }

    /** It was lost; the reason may be empty. */
    public void lost(int row, String reason) {
        Fate before = pen.plan().fate(row);
        if (becomes(Kind.LOST, row, reason, new Fate.Lost(reason))) {
            pen.tell(
                    "A pity. *{}* is noted as {}.{}",
                    name(row),
                    told(pen.plan().fate(row)),
                    before instanceof Fate.Won ? inPlaceOf(before) : "");
            tellWhatItDid();
        }
    }

    /** " It was won, $66,000, before."; empty if it was open. */
    private String inPlaceOf(Fate before) {
        return before.either(
                () -> "",
                increase -> " It was " + told(before) + (increase.isPositive() ? "," : "") + " before.",
                reason -> " It was lost before.");
    }

    /** It is open, still or again, to be won by a new date if one was said. */
    public void stillOpen(int row, Optional<LocalDate> wonBy) {
        String openAgain = pen.plan().fate(row).isOpen() ? "still open" : "open again";
        pen.write(Kind.STILL_OPEN, Worksheet.OPPORTUNITIES, row, "");
        wonBy.ifPresent(day -> change(Worksheet.TIMELINE, row, day.toString()));
        Blank timeline = new Blank(Worksheet.TIMELINE, row);
        pen.tell(
                "*{}* is " + openAgain + "{}.",
                name(row),
                pen.facts()
                        .shown(timeline)
                        .map(day -> ", " + lines().toBeWon(row) + " by " + day)
                        .orElse(""));
        tellWhatItDid();
        if (isPast(timeline)) {
            ask(Worksheet.TIMELINE, row);
        }
    }

    private boolean isPast(Blank timeline) {
        return pen.plan()
                .get(Worksheet.TIMELINE, timeline.row())
                .filter(day -> day.isBefore(pen.occasion().today()))
                .isPresent();
    }

    /**
     * The rep edited the message that answered what was asked for, and it can be read: what it says now holds, unless something else does
     * by now.
     *
     * @param then what it said before, as it was kept
     */
    void amend(Blank answered, String then, String kept, String said) {
        Fate told = answered.question().equals(Worksheet.WON)
                ? new Fate.Won(new Money(Long.parseLong(then)))
                : new Fate.Lost(then);
        if (pen.plan().fate(answered.row()).equals(told)) {
            pen.settle(Kind.ANSWERED, answered, kept, said);
            became(answered.question(), answered.row(), kept);
        } else {
            pen.tell(
                    "That has changed since, so the edit changed nothing: *{}* is {}.",
                    name(answered.row()),
                    told(pen.plan().fate(answered.row())));
        }
    }

    /** Puts another value into a blank of an opportunity, if it is another; it is told with what becomes of the opportunity. */
    public void change(Question<?> question, int row, String kept) {
        Blank blank = new Blank(question, row);
        if (pen.plan().kept(blank).filter(kept::equals).isEmpty()) {
            pen.settle(Kind.ANSWERED, blank, kept, question.shown(kept, pen.situation(blank)));
            changed.add(blank);
        }
    }

    /** Writes what became of it; false, with a word about it and what else was said, if that was known already. */
    private boolean becomes(Kind kind, int row, String value, Fate fate) {
        if (pen.plan().fate(row).equals(fate)) {
            pen.tell("I had that already: *{}* is {}.", name(row), told(fate));
            if (!changed.isEmpty()) {
                tellWhatItDid();
            }
            return false;
        }
        pen.write(kind, Worksheet.OPPORTUNITIES, row, value);
        return true;
    }

    private String told(Fate fate) {
        return FateLines.of(fate, pen.occasion().notation()).orElse("open");
    }

    private void tellWhatItDid() {
        if (!changed.isEmpty()) {
            pen.note(new Part.Facts(changed.stream().map(pen.facts()::fact).toList()));
        }
        pen.noteRotiInFull();
        List<Control> controls = new ArrayList<>();
        controls.add(new Button(
                "Undo",
                "/plan undo " + pen.before().entries().size() + " "
                        + pen.plan().entries().size()));
        MoreHoursOffer.button(pen.plan()).ifPresent(controls::add);
        pen.note(new Part.Choices(Abouts.of(pen.plan()), controls));
    }

    // ── Undoing ──────────────────────────────────────────────────────────────────────────────────────────

    /** Takes back what the entries between two counts did to opportunities, unless it has changed again since. */
    public void undo(int from, int to) {
        FateUndo undo = new FateUndo(pen, from, to);
        if (undo.takesBack()) {
            undo.rows()
                    .forEach(row -> pen.tell(
                            "Undone: *{}* is {}.", name(row), told(pen.plan().fate(row))));
            pen.noteRotiInFull();
        } else {
            pen.tell("There is nothing left to undo: that was taken back or has changed since.");
        }
    }

    /** The same for what was told last, if nothing has been done since; false if that is nothing. */
    boolean undoLast() {
        List<Entry> entries = pen.plan().entries();
        int last = entries.size() - 1;
        while (last >= 0 && entries.get(last).kind() == Kind.ASKED) {
            last--;
        }
        boolean told = last >= 0 && ENDINGS.contains(entries.get(last).kind());
        if (told) {
            undo(last, last + 1);
        }
        return told;
    }

    private String name(int row) {
        return lines().name(row);
    }

    private FateLines lines() {
        return new FateLines(pen.plan(), pen.occasion().reader());
    }
}
