package steward.plan;

import java.util.Optional;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Step;
import steward.worksheet.questions.Table;

/**
 * The place where a question's answer stands.
 *
 * @param row the table row from 1; 0 outside tables
 */
public record Blank(Question<?> question, int row) {

    /** A blank outside tables. */
    public static Blank of(Question<?> question) {
        return new Blank(question, 0);
    }

    /** The step it stands in; none for the questions that stand apart. */
    public Optional<Step> step() {
        return Worksheet.stepOf(question);
    }

    /** The table it stands in, or asks for another row of. */
    public Optional<Table> table() {
        return Worksheet.tableOf(question);
    }

    /** Whether it asks "looks right?" about a step. */
    public boolean isSummary() {
        return step().filter(step -> step.summary().equals(question)).isPresent();
    }

    /** Whether it asks for another row of a table. */
    public boolean isAnother() {
        return table().filter(table -> table.another().equals(question)).isPresent();
    }

    /** Whether it asks if a row is to be removed. */
    public boolean isRemoval() {
        return table().filter(table -> table.remove().equals(question)).isPresent();
    }

    /** Whether it names a row. */
    public boolean headsRow() {
        return table().filter(table -> table.first().equals(question)).isPresent();
    }

    /** Whether it stands on no step: it asks about the plan as a whole. */
    public boolean isApart() {
        return step().isEmpty();
    }

    @Override
    public String toString() {
        return row == 0 ? question.key() : question.key() + " " + row;
    }
}
