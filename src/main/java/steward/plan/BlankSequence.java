package steward.plan;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Step;
import steward.worksheet.questions.Table;

/**
 * The blanks that a plan has, in the order of the worksheet: which rows and follow-up questions there are depends on the answers so far.
 */
final class BlankSequence {

    private final Plan plan;
    private final Journal journal;

    /** @param journal the plan's own */
    BlankSequence(Plan plan, Journal journal) {
        this.plan = plan;
        this.journal = journal;
    }

    /** The blanks of one step, in paper order, its summary last. */
    Stream<Blank> blanks(Step step) {
        Stream<Blank> asked = step.items().stream().flatMap(item -> item.either(this::single, this::unfold));
        return Stream.concat(asked, Stream.of(new Blank(step.summary(), 0)));
    }

    private Stream<Blank> single(Question<?> question) {
        return Stream.of(new Blank(question, 0));
    }

    private Stream<Blank> unfold(Table table) {
        SortedSet<Integer> begun = journal.rows(table);
        List<Integer> open =
                begun.stream().filter(row -> !isPutAway(table, row)).toList();
        if (open.isEmpty()) {
            return Stream.of(new Blank(table.first(), begun.first()));
        }
        Stream<Blank> cells = open.stream().flatMap(row -> unfold(table, row));
        int last = open.get(open.size() - 1);
        return isFolded(table, last) || plan.isFull(table)
                ? cells
                : Stream.concat(cells, Stream.of(new Blank(table.another(), last)));
    }

    private Stream<Blank> unfold(Table table, int row) {
        return isFolded(table, row)
                ? Stream.of(new Blank(table.first(), row))
                : table.columns().stream().map(column -> new Blank(column, row)).filter(this::isAsked);
    }

    /** Whether a column is asked here: always, or on its condition, or since it has an answer or is wanted. */
    private boolean isAsked(Blank blank) {
        return blank.question().isAsked(plan)
                || plan.kept(blank).isPresent()
                || plan.isReopened(blank)
                || plan.isSuggested(blank);
    }

    /** Whether a row is out of sight: removed, or passed over while there are others. */
    private boolean isPutAway(Table table, int row) {
        return plan.isRemoved(table, row)
                || (isFolded(table, row) && !plan.rows(table).isEmpty());
    }

    /** Whether the rep passed over a row by skipping its first question. */
    private boolean isFolded(Table table, int row) {
        return journal.at(new Blank(table.first(), row)).isSkipped();
    }
}
