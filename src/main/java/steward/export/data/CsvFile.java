package steward.export.data;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import steward.export.source.BlankStatus;
import steward.export.source.ExportedPlan;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Step;

/**
 * A plan's answers and gaps as CSV (RFC 4180, UTF-8), one a line in the order of the paper, and what became of an opportunity or an
 * action right under its name. What is optional and was left blank is absent.
 */
public final class CsvFile {

    private static final List<String> HEAD =
            List.of("account", "year", "step", "number", "question", "label", "row", "answer", "value");

    /** As due days are shown. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

    private final ExportedPlan exported;
    private final Plan plan;

    public CsvFile(ExportedPlan exported) {
        this.exported = exported;
        this.plan = exported.plan();
    }

    public byte[] bytes() {
        return CsvTable.bytes(HEAD, Worksheet.STEPS.stream().flatMap(this::lines));
    }

    private Stream<List<String>> lines(Step step) {
        return plan.blanks(step)
                .filter(blank -> blank.question().isNumbered() && isTold(exported.stands(blank)))
                .flatMap(blank -> Stream.concat(Stream.of(answer(step, blank)), outcome(step, blank)));
    }

    private static boolean isTold(BlankStatus stands) {
        return stands == BlankStatus.ANSWERED || stands == BlankStatus.GAP;
    }

    private List<String> answer(Step step, Blank blank) {
        return line(
                step,
                plan.number(blank).map(Object::toString).orElse(""),
                blank.question().key(),
                blank.question().label(),
                blank.row(),
                exported.shown(blank).orElseGet(() -> exported.stands(blank).words()),
                plan.kept(blank).orElse(""));
    }

    /** What became of the opportunity or the action that this blank names: nothing while it is open. */
    private Stream<List<String>> outcome(Step step, Blank blank) {
        if (blank.question().equals(Worksheet.OPPORTUNITY)) {
            return outcome(step, blank.row()).stream();
        }
        return blank.question().equals(Worksheet.ACTION)
                ? plan.action(blank.row()).flatMap(action -> outcome(step, action)).stream()
                : Stream.empty();
    }

    private Optional<List<String>> outcome(Step step, int row) {
        return plan.outcome(row)
                .either(
                        Optional::empty,
                        won -> Optional.of(line(
                                step,
                                "",
                                Worksheet.WON.key(),
                                "Won",
                                row,
                                won.shown(exported.notation()),
                                Long.toString(won.minor()))),
                        why -> Optional.of(line(step, "", Worksheet.LOST.key(), "Lost", row, reason(why), why)));
    }

    private Optional<List<String>> outcome(Step step, Action action) {
        return switch (action.state()) {
            case OPEN -> Optional.empty();
            case DONE ->
                action.doneAt()
                        .map(exported::dayOf)
                        .map(day ->
                                line(step, "", "action.done", "Done", action.row(), DAY.format(day), day.toString()));
            case DROPPED ->
                Optional.of(line(
                        step,
                        "",
                        Worksheet.ACTION_DROPPED.key(),
                        "Dropped",
                        action.row(),
                        reason(action.whyDropped()),
                        action.whyDropped()));
        };
    }

    private static String reason(String why) {
        return why.isEmpty() ? "no reason given" : why;
    }

    /**
     * @param number the answer's; empty if it has none
     * @param question the key
     * @param row 0 outside tables
     */
    private List<String> line(
            Step step, String number, String question, String label, int row, String answer, String value) {
        return Stream.of(
                        plan.account(),
                        Integer.toString(plan.year()),
                        Integer.toString(step.number()),
                        number,
                        question,
                        label,
                        row > 0 ? Integer.toString(row) : "",
                        answer,
                        value)
                .toList();
    }
}
