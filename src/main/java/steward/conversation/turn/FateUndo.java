package steward.conversation.turn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import steward.plan.Blank;
import steward.plan.Fate;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;

/** Takes back what one turn said of opportunities: whether they are won or lost, and their dates, chances and margins. */
final class FateUndo {

    private static final List<Question<?>> CELLS =
            List.of(Worksheet.TIMELINE, Worksheet.PROBABILITY, Worksheet.OWN_MARGIN);

    private final Pen pen;
    private final Plan before;
    private final Plan after;
    private final Set<Integer> rows = new TreeSet<>();

    /** The turn wrote the entries from the one number to the other; both count from the beginning of the journal. */
    FateUndo(Pen pen, int from, int to) {
        this.pen = pen;
        this.before = pen.plan().asOf(from);
        this.after = pen.plan().asOf(to);
    }

    /** Writes it back as it was, what has not changed again since; false if that is nothing. */
    boolean takesBack() {
        for (int row : pen.plan().rows(Worksheet.OPPORTUNITIES)) {
            fate(row);
            CELLS.forEach(question -> cell(new Blank(question, row)));
        }
        return !rows.isEmpty();
    }

    /** The rows that it changed. */
    Set<Integer> rows() {
        return rows;
    }

    private void fate(int row) {
        Fate was = before.fate(row);
        Fate became = after.fate(row);
        if (!was.equals(became) && pen.plan().fate(row).equals(became)) {
            Kind kind = was.either(() -> Kind.STILL_OPEN, increase -> Kind.WON, reason -> Kind.LOST);
            String value = was.either(() -> "", increase -> Long.toString(increase.minor()), reason -> reason);
            pen.write(kind, Worksheet.OPPORTUNITIES, row, value);
            rows.add(row);
        }
    }

    private void cell(Blank blank) {
        Optional<String> was = before.kept(blank);
        Optional<String> became = after.kept(blank);
        if (!was.equals(became) && pen.plan().kept(blank).equals(became)) {
            was.ifPresentOrElse(
                    kept -> pen.settle(Kind.ANSWERED, blank, kept, before.said(blank)),
                    () -> pen.settle(Kind.SKIPPED, blank, "", ""));
            rows.add(blank.row());
        }
    }
}
