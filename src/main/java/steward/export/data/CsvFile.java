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
import steward.roti.Rate;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Step;

/**
 * A plan's answers and gaps as CSV (RFC 4180, UTF-8), one a line in the order of the paper, and what became of an opportunity or an
 * action right under its name; then what an hour earns, and the time log. What is optional and was left blank is absent.
 *
 * <p>A value is as people count: dollars rather than cents, hours rather than minutes, and its unit beside it.
 */
public final class CsvFile {

    private static final List<String> HEAD = List.of(
            "account",
            "year",
            "status",
            "step",
            "number",
            "question",
            "label",
            "row",
            "answer",
            "value",
            "unit",
            "currency");

    /** As due days are shown. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

    private static final String AN_HOUR = " an hour";

    private static final PlainValue NONE = PlainValue.words("");

    private final ExportedPlan exported;
    private final Plan plan;

    public CsvFile(ExportedPlan exported) {
        this.exported = exported;
        this.plan = exported.plan();
    }

    public byte[] bytes() {
        return CsvTable.bytes(
                HEAD,
                Stream.of(Worksheet.STEPS.stream().flatMap(this::lines), roti(), timeLog())
                        .flatMap(lines -> lines));
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
                blank.question().labelOfYear(plan.year()),
                blank.row(),
                exported.shown(blank).orElseGet(() -> exported.stands(blank).words()),
                PlainValue.of(plan, blank, exported.notation()).orElse(NONE));
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
                                PlainValue.of(won, exported.notation()))),
                        why -> Optional.of(
                                line(step, "", Worksheet.LOST.key(), "Lost", row, reason(why), PlainValue.words(why))));
    }

    private Optional<List<String>> outcome(Step step, Action action) {
        return switch (action.state()) {
            case OPEN -> Optional.empty();
            case DONE ->
                action.doneAt()
                        .map(exported::dayOf)
                        .map(day -> line(
                                step, "", "action.done", "Done", action.row(), DAY.format(day), PlainValue.of(day)));
            case DROPPED ->
                Optional.of(line(
                        step,
                        "",
                        Worksheet.ACTION_DROPPED.key(),
                        "Dropped",
                        action.row(),
                        reason(action.whyDropped()),
                        PlainValue.words(action.whyDropped())));
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
            Step step, String number, String question, String label, int row, String answer, PlainValue value) {
        return line(Integer.toString(step.number()), number, question, label, row, answer, value);
    }

    private List<String> line(
            String step, String number, String question, String label, int row, String answer, PlainValue value) {
        String currency = exported.notation().currency().getCurrencyCode();
        return Stream.of(
                        plan.account(),
                        Integer.toString(plan.year()),
                        exported.statusWord(),
                        step,
                        number,
                        question,
                        label,
                        row > 0 ? Integer.toString(row) : "",
                        answer,
                        value.text(),
                        value.unit(),
                        value.unit().startsWith(currency) ? currency : "")
                .toList();
    }

    // ── What an hour earns, and where the hours went ─────────────────────────────────────────────────────

    private Stream<List<String>> roti() {
        Roti roti = exported.roti();
        return Stream.of(
                rate("roti.planned", "Planned ROTI", roti.planned()),
                rate("roti.forecast", "Forecast ROTI", roti.forecast()),
                rate("roti.earned", "Earned ROTI", roti.earned()),
                rate("roti.next_hour", "Next-hour ROTI", roti.nextHour()));
    }

    private List<String> rate(String key, String label, Optional<Rate> rate) {
        PlainValue value = rate.map(Rate::anHour)
                .map(money -> PlainValue.of(money, exported.notation()))
                .map(money -> new PlainValue(money.number(), money.unit() + AN_HOUR, money.text()))
                .orElse(NONE);
        String answer = rate.map(known -> known.anHour().shownInFull(exported.notation()))
                .orElse(ExportedPlan.NOT_KNOWN);
        return line("", "", key, label, 0, answer, value);
    }

    private Stream<List<String>> timeLog() {
        return plan.timeLog().stream()
                .flatMap(entry -> Stream.of(
                        line(
                                "",
                                "",
                                entry.upkeep() ? "time_log.upkeep" : "time_log.growth",
                                entry.upkeep() ? "Time, upkeep" : "Time, growth",
                                entry.number(),
                                entry.time().shown(exported.notation()),
                                PlainValue.of(entry.time())),
                        line(
                                "",
                                "",
                                "time_log.day",
                                "Time, day",
                                entry.number(),
                                entry.note(),
                                PlainValue.of(entry.day()))));
    }
}
