package steward.conversation.turn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import steward.conversation.turn.writing.TurnWriter;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.plan.OpportunityOutcome;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;

/** Takes back what one turn said of opportunities: whether they are won or lost, and their dates, chances and margins. */
final class OutcomeUndo {

    private static final List<Question<?>> CELLS =
            List.of(Worksheet.TIMELINE, Worksheet.PROBABILITY, Worksheet.OWN_MARGIN);

    private final TurnWriter writer;
    private final Plan before;
    private final Plan after;
    private final Set<Integer> rows = new TreeSet<>();

    /** The turn wrote the entries from the one number to the other; both count from the beginning of the journal. */
    OutcomeUndo(TurnWriter writer, int from, int to) {
        this.writer = writer;
        this.before = writer.plan().asOf(from);
        this.after = writer.plan().asOf(to);
    }

    /** Writes it back as it was, what has not changed again since; false if that is nothing. */
    boolean takesBack() {
        for (int row : writer.plan().rows(Worksheet.OPPORTUNITIES)) {
            outcome(row);
            CELLS.forEach(question -> cell(new Blank(question, row)));
        }
        return !rows.isEmpty();
    }

    /** The rows that it changed. */
    Set<Integer> rows() {
        return rows;
    }

    private void outcome(int row) {
        OpportunityOutcome was = before.outcome(row);
        OpportunityOutcome became = after.outcome(row);
        if (!was.equals(became) && writer.plan().outcome(row).equals(became)) {
            Kind kind = was.either(() -> Kind.STILL_OPEN, increase -> Kind.WON, reason -> Kind.LOST);
            String value = was.either(() -> "", increase -> Long.toString(increase.minor()), reason -> reason);
            writer.write(kind, Worksheet.OPPORTUNITIES, row, value);
            rows.add(row);
        }
    }

    private void cell(Blank blank) {
        Optional<String> was = before.kept(blank);
        Optional<String> became = after.kept(blank);
        if (!was.equals(became) && writer.plan().kept(blank).equals(became)) {
            was.ifPresentOrElse(
                    kept -> writer.settle(Kind.ANSWERED, blank, kept, before.said(blank)),
                    () -> writer.settle(Kind.SKIPPED, blank, "", ""));
            rows.add(blank.row());
        }
    }
}
