package steward.worksheet.questions;

import java.util.List;
import java.util.function.Function;

/**
 * A table on the worksheet: its questions are asked for one row after another, until the rep has no more.
 *
 * @param key the first half of its questions' keys
 * @param name one row, in a rep's words: "opportunity"
 * @param rowsMax how many rows may stand at a time
 * @param columns its questions, in order; skipping the first folds the row
 * @param another asked after each row, about the row just finished
 * @param remove asked before a row is removed
 */
public record Table(
        String key,
        String name,
        int rowsMax,
        List<Question<?>> columns,
        Question<Boolean> another,
        Question<Boolean> remove)
        implements Item {

    /**
     * A table of questions.
     *
     * @param another asks for the next row; it may be answered with that row at once, and says so
     */
    public static Table table(String key, String name, String another, int rowsMax, Question<?>... columns) {
        return new Table(
                key,
                name,
                rowsMax,
                List.of(columns),
                Question.ask(key + ".another", "Another " + name, another, YesNoAnswer.another())
                        .why("Type the next one at once, or say no.")
                        .unnumbered(),
                Question.ask(key + ".remove", "Remove", situation -> removal(columns[0], situation), new YesNoAnswer())
                        .why("It can be brought back.")
                        .unnumbered());
    }

    private static String removal(Question<?> first, Situation situation) {
        return "Remove " + situation.shown(first).orElse("this row") + "?";
    }

    /** Its name as a title: "Opportunity". */
    public String title() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The question that names a row. */
    public Question<?> first() {
        return columns.get(0);
    }

    @Override
    public <R> R either(Function<Question<?>, R> ifQuestion, Function<Table, R> ifTable) {
        return ifTable.apply(this);
    }
}
