package steward.conversation.turn.forms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Step;
import steward.worksheet.questions.Table;

/**
 * What a form covers, and the state of the plan at which it was opened.
 *
 * @param plan the plan's id
 * @param entries how many entries the journal had then
 * @param step the step, or the step that the table stands in
 * @param table the table of the row; empty if the form covers the whole step
 * @param row the row; 0 if the form covers the whole step
 */
public record FormScope(String plan, int entries, Step step, Optional<Table> table, int row) {

    private static final Pattern TOKEN = Pattern.compile("(\\S+) ([0-9]{1,9}) ([1-4])(?: (\\S+) ([0-9]{1,6}))?");

    /** The form that is opened from a question: the whole step from its first question and its summary, else the question's row. */
    public static FormScope of(Plan plan, Blank blank) {
        Step step = blank.step().orElse(Worksheet.SNAPSHOT);
        boolean first =
                step.questions().findFirst().filter(blank.question()::equals).isPresent();
        return blank.table().isEmpty() || (first && blank.row() == 1)
                ? of(plan, step)
                : new FormScope(plan.id().text(), plan.entries().size(), step, blank.table(), blank.row());
    }

    public static FormScope of(Plan plan, Step step) {
        return new FormScope(plan.id().text(), plan.entries().size(), step, Optional.empty(), 0);
    }

    /** The form as a text that comes back with its answers. */
    String token() {
        return plan + " " + entries + " " + step.number()
                + table.map(found -> " " + found.key() + " " + row).orElse("");
    }

    public static Optional<FormScope> ofToken(String token) {
        Matcher matcher = TOKEN.matcher(token);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Step step = Worksheet.STEPS.get(Integer.parseInt(matcher.group(3)) - 1);
        Optional<Table> table = step.tables()
                .filter(found -> found.key().equals(matcher.group(4)))
                .findFirst();
        int row = table.isPresent() ? Integer.parseInt(matcher.group(5)) : 0;
        return Optional.of(new FormScope(matcher.group(1), Integer.parseInt(matcher.group(2)), step, table, row));
    }

    /** The blanks that the form shows, in paper order. */
    List<Blank> blanks(Plan at) {
        Stream<Blank> blanks = table.isPresent()
                ? row(at, table.get(), row)
                : step.items().stream()
                        .flatMap(item ->
                                item.either(question -> Stream.of(Blank.of(question)), found -> rows(at, found)));
        return blanks.toList();
    }

    /** The rows that stand; where none does, the one to begin with. */
    private static Stream<Blank> rows(Plan at, Table table) {
        List<Integer> standing = at.blanks()
                .filter(blank -> blank.question().equals(table.first()))
                .filter(head -> at.kept(head).isPresent() || at.isSuggested(head))
                .map(Blank::row)
                .toList();
        IntStream shown = standing.isEmpty()
                ? at.blanks()
                        .filter(blank -> blank.question().equals(table.first()))
                        .mapToInt(Blank::row)
                        .limit(1)
                : standing.stream().mapToInt(Integer::intValue);
        return shown.boxed().flatMap(row -> row(at, table, row));
    }

    private static Stream<Blank> row(Plan at, Table table, int row) {
        return table.columns().stream()
                .filter(column -> column.isAsked(at) || column.equals(Worksheet.OWN_MARGIN))
                .map(column -> new Blank(column, row));
    }
}
