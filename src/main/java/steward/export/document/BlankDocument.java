package steward.export.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.rep.RepId;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Step;
import steward.worksheet.questions.Table;
import steward.worksheet.values.Notation;

/** The worksheet with nothing in it, to be filled in by hand: each question with a line to write on, each table with empty rows. */
record BlankDocument(PlanDocument.Size size, int year, List<BlankStep> steps) {

    private static final int ROWS_A_ROLE = 2;
    private static final int WIDTH_TWIPS = 10_318;

    /** Rows of the tables that need more than two. */
    private static final Map<Table, Integer> ROWS = Map.of(Worksheet.OPPORTUNITIES, 4, Worksheet.ACTIONS, 6);

    record BlankStep(int number, String title, List<BlankTable> tables, List<BlankLine> lines) {

        boolean hasLines() {
            return !lines.isEmpty();
        }
    }

    record BlankTable(String name, List<BlankColumn> columns, List<Integer> rows) {}

    /** @param width in percent of the page */
    record BlankColumn(String label, int width) {

        /** In the unit of text documents. */
        int twips() {
            return WIDTH_TWIPS * width / 100;
        }
    }

    record BlankLine(String label, String question) {}

    String title() {
        return "Strategic account plan " + year + ", to fill in";
    }

    /** Nobody's yet. */
    String rep() {
        return "";
    }

    static BlankDocument of(int year, LocalDate today, Notation notation) {
        Plan nothing = new Plan(new PlanId("blank"), new RepId("", ""), "", year, List.of());
        return new BlankDocument(
                PlanDocument.Size.usualIn(notation.written()),
                year,
                Worksheet.STEPS.stream()
                        .map(step -> new BlankStep(
                                step.number(),
                                step.title(),
                                step.tables().map(table -> table(table, year)).toList(),
                                apart(step)
                                        .filter(Question::isNumbered)
                                        .map(question -> line(question, nothing, today, notation))
                                        .toList()))
                        .toList());
    }

    private static BlankTable table(Table table, int year) {
        return new BlankTable(
                table.title(),
                table.columns().stream()
                        .map(column -> new BlankColumn(column.labelOfYear(year), width(table, column)))
                        .toList(),
                IntStream.range(0, ROWS.getOrDefault(table, ROWS_A_ROLE))
                        .boxed()
                        .toList());
    }

    /** What is written in words takes more room than a number or a day. */
    private static int width(Table table, Question<?> column) {
        long wide = table.columns().stream().filter(BlankDocument::isWords).count();
        int narrow = 10 * (int) (table.columns().size() - wide);
        return isWords(column) ? (100 - narrow) / (int) wide : 10;
    }

    private static boolean isWords(Question<?> column) {
        return column.answer().isLong()
                || column.equals(Worksheet.ACTION_CONTACT)
                || Worksheet.ROLES.stream().anyMatch(role -> role.first().equals(column));
    }

    /** The questions that stand in no table. */
    private static Stream<Question<?>> apart(Step step) {
        return step.items().stream()
                .flatMap(item -> item.<Stream<Question<?>>>either(Stream::of, table -> Stream.empty()));
    }

    private static BlankLine line(Question<?> question, Plan nothing, LocalDate today, Notation notation) {
        return new BlankLine(
                question.label(), question.prompt(nothing.situation(new Blank(question, 0), today, notation)));
    }
}
