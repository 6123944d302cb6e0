package steward.conversation.turn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.conversation.turn.writing.TurnWriter;
import steward.conversation.turn.writing.Undoing;
import steward.dashboard.Abouts;
import steward.dashboard.OutcomeLines;
import steward.dashboard.Renewals;
import steward.dashboard.time.MoreHoursOffer;
import steward.message.Control;
import steward.message.Part;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.plan.OpportunityOutcome;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Reading;
import steward.worksheet.values.Money;

/** Writes down what became of opportunities: won, lost, or open still; each is told with what it did to the ROTI, and can be undone. */
public final class OpportunityOutcomes {

    private final TurnWriter writer;
    private final List<Blank> changed = new ArrayList<>();
    private boolean asking;

    OpportunityOutcomes(TurnWriter writer) {
        this.writer = writer;
    }

    /** Whether something has to be asked before it can be told. */
    boolean isAsking() {
        return asking;
    }

    // ── Asking ───────────────────────────────────────────────────────────────────────────────────────────

    /** Asks for what is still to be said about an opportunity: {@link Worksheet#WON}, {@link Worksheet#LOST} or its new date. */
    public void ask(Question<?> question, int row) {
        writer.resumeIfPaused();
        writer.write(Kind.REOPENED, new Blank(question, row));
        asking = true;
    }

    /** The same, since what was said could not be read; whatever the date, the opportunity is open. */
    public void askAgain(Question<?> question, int row, String said, Reading<?> unclear) {
        if (question.equals(Worksheet.TIMELINE)) {
            stillOpen(row, Optional.empty());
        }
        ask(question, row);
        AnswerHandler.complaint(writer, new Blank(question, row), said, unclear);
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
        OpportunityOutcome before = writer.plan().outcome(row);
        if (becomes(Kind.WON, row, Long.toString(increase.minor()), new OpportunityOutcome.Won(increase))) {
            if (lines().isRenewal(row)) {
                String how = increase.equals(Money.ZERO) ? "kept" : told(row);
                writer.tell("Well done! *{}* is {}.{}{}", name(row), how, kept(row), inPlaceOf(row, before));
            } else {
                writer.tell(
                        "Well done! *{}* is won, with {} more than {}.{}",
                        name(row),
                        increase.shown(writer.context().notation()),
                        lines().lastYear(),
                        inPlaceOf(row, before));
            }
            tellWhatItDid();
        }
    }

    /** It was lost; the reason may be empty. */
    public void lost(int row, String reason) {
        OpportunityOutcome before = writer.plan().outcome(row);
        if (becomes(Kind.LOST, row, reason, new OpportunityOutcome.Lost(reason))) {
            writer.tell(
                    "A pity. *{}* is noted as {}.{}",
                    name(row),
                    told(row),
                    before instanceof OpportunityOutcome.Won ? inPlaceOf(row, before) : "");
            tellWhatItDid();
        }
    }

    /** " You kept $320,000 ($102,400 of gross profit)." */
    private String kept(int row) {
        return Roti.of(writer.plan()).opportunities().stream()
                .filter(opportunity -> opportunity.row() == row)
                .findFirst()
                .flatMap(opportunity ->
                        Renewals.kept(List.of(opportunity), writer.context().notation()))
                .map(sentence -> " " + sentence)
                .orElse("");
    }

    /** " It was won, $66,000, before."; empty if it was open. */
    private String inPlaceOf(int row, OpportunityOutcome before) {
        String told = new OutcomeLines(writer.before(), writer.context().reader())
                .outcome(row)
                .orElse("open");
        return before.either(
                () -> "",
                increase -> " It was " + told + (told.contains(", ") ? "," : "") + " before.",
                reason -> " It was lost before.");
    }

    /** It is open, still or again, to be won by a new date if one was said. */
    public void stillOpen(int row, Optional<LocalDate> wonBy) {
        String openAgain = writer.plan().outcome(row).isOpen() ? "still open" : "open again";
        writer.write(Kind.STILL_OPEN, Worksheet.OPPORTUNITIES, row, "");
        wonBy.ifPresent(day -> change(Worksheet.TIMELINE, row, day.toString()));
        Blank timeline = new Blank(Worksheet.TIMELINE, row);
        writer.tell(
                "*{}* is " + openAgain + "{}.",
                name(row),
                writer.facts()
                        .shown(timeline)
                        .map(day -> ", " + lines().toBeWon(row) + " by " + day)
                        .orElse(""));
        tellWhatItDid();
        if (isPast(timeline)) {
            ask(Worksheet.TIMELINE, row);
        }
    }

    private boolean isPast(Blank timeline) {
        return writer.plan()
                .get(Worksheet.TIMELINE, timeline.row())
                .filter(day -> day.isBefore(writer.context().today()))
                .isPresent();
    }

    /**
     * The rep edited the message that answered what was asked for, and it can be read: what it says now holds, unless something else does
     * by now.
     *
     * @param then what it said before, as it was kept
     */
    void amend(Blank answered, String then, String kept, String said) {
        OpportunityOutcome told = answered.question().equals(Worksheet.WON)
                ? new OpportunityOutcome.Won(new Money(Long.parseLong(then)))
                : new OpportunityOutcome.Lost(then);
        if (writer.plan().outcome(answered.row()).equals(told)) {
            writer.settle(Kind.ANSWERED, answered, kept, said);
            became(answered.question(), answered.row(), kept);
        } else {
            writer.tell(
                    "That has changed since, so the edit changed nothing: *{}* is {}.",
                    name(answered.row()),
                    told(answered.row()));
        }
    }

    /** Puts another value into a blank of an opportunity, if it is another; it is told with what becomes of the opportunity. */
    public void change(Question<?> question, int row, String kept) {
        Blank blank = new Blank(question, row);
        if (writer.plan().kept(blank).filter(kept::equals).isEmpty()) {
            writer.settle(Kind.ANSWERED, blank, kept, question.shown(kept, writer.situation(blank)));
            changed.add(blank);
        }
    }

    /** Writes what became of it; false, with a word about it and what else was said, if that was known already. */
    private boolean becomes(Kind kind, int row, String value, OpportunityOutcome outcome) {
        if (writer.plan().outcome(row).equals(outcome)) {
            writer.tell("I had that already: *{}* is {}.", name(row), told(row));
            if (!changed.isEmpty()) {
                tellWhatItDid();
            }
            return false;
        }
        writer.write(kind, Worksheet.OPPORTUNITIES, row, value);
        return true;
    }

    private String told(int row) {
        return lines().outcome(row).orElse("open");
    }

    private void tellWhatItDid() {
        if (!changed.isEmpty()) {
            writer.note(
                    new Part.Facts(changed.stream().map(writer.facts()::fact).toList()));
        }
        writer.noteRotiInFull();
        List<Control> controls = new ArrayList<>();
        controls.add(Undoing.button(writer.before()));
        MoreHoursOffer.button(writer.plan()).ifPresent(controls::add);
        writer.note(new Part.Choices(Abouts.of(writer.plan()), controls));
    }

    private String name(int row) {
        return lines().name(row);
    }

    private OutcomeLines lines() {
        return new OutcomeLines(writer.plan(), writer.context().reader());
    }
}
