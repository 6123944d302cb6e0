package steward.conversation.turn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.conversation.turn.writing.TurnWriter;
import steward.dashboard.PlanFacts;
import steward.dashboard.plans.RunningMessage;
import steward.dashboard.plans.YearRecap;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Table;

/** Starts the 90 days of a plan, once all that they need is there. */
final class CycleStart {

    private final TurnWriter writer;

    CycleStart(TurnWriter writer) {
        this.writer = writer;
    }

    /** Starts the cycle today, or says kindly what is missing. */
    void start(Blank summary, String words) {
        List<Blank> past = pastDueDates();
        List<Blank> missing = missing();
        if (!past.isEmpty()) {
            moveFirst(past);
        } else if (!missing.isEmpty()) {
            writer.tell(
                    "Almost there. The 90 days need at least one opportunity with its increase, and one action with a due date.");
            reopen(missing);
        } else {
            writer.settle(Kind.ANSWERED, summary, "yes", words);
            writer.write(Kind.CYCLE_STARTED, writer.context().today().toString());
            writer.note(new RunningMessage(writer.plan(), writer.context().reader()).started());
            writer.lastYears().ifPresent(this::close);
        }
    }

    /** Last year's plan is over once this one runs: two that run would ask for everything twice. */
    private void close(Plan last) {
        writer.writeTo(last, Kind.CLOSED, "goes on in " + writer.plan().year());
        writer.note(new YearRecap(last, writer.context().reader()).closed());
    }

    /** The due dates that fell into the past, or are too far off, while the plan was a draft. */
    private List<Blank> pastDueDates() {
        Plan plan = writer.plan();
        LocalDate today = writer.context().today();
        return plan.actions().stream()
                .filter(Action::isOpen)
                .map(action -> new Blank(Worksheet.ACTION_DUE, action.row()))
                .filter(due -> plan.get(Worksheet.ACTION_DUE, due.row())
                        .filter(day -> day.isBefore(today) || day.isAfter(plan.lastDueDay(today)))
                        .isPresent())
                .toList();
    }

    private void moveFirst(List<Blank> past) {
        PlanFacts facts = writer.facts();
        past.forEach(due -> writer.tell(
                "*{}* was due {}, which is not in the 90 days from today. Let's give it a new date.",
                facts.shown(new Blank(Worksheet.ACTION, due.row())).orElse("An action"),
                facts.shown(due).orElse("")));
        reopen(past);
    }

    /** Opens blanks so that the first of them is asked first: the one reopened last comes before all others. */
    private void reopen(List<Blank> blanks) {
        List<Blank> lastFirst = new ArrayList<>(blanks);
        Collections.reverse(lastFirst);
        lastFirst.forEach(blank -> writer.write(Kind.REOPENED, blank));
    }

    /** The blanks to fill in before the start: of an opportunity and of an action, whatever comes first. */
    private List<Blank> missing() {
        return Stream.of(
                        missing(Worksheet.OPPORTUNITIES, Worksheet.INCREASE),
                        missing(Worksheet.ACTIONS, Worksheet.ACTION_DUE))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Blank> missing(Table table, Question<?> needed) {
        Plan plan = writer.plan();
        List<Integer> rows = plan.rows(table);
        if (rows.isEmpty()) {
            return plan.blanks()
                    .filter(blank -> blank.question().equals(table.first()))
                    .findFirst();
        }
        return rows.stream().anyMatch(row -> plan.get(needed, row).isPresent())
                ? Optional.empty()
                : Optional.of(new Blank(needed, rows.get(0)));
    }
}
