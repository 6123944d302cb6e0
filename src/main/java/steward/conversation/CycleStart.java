package steward.conversation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.worksheet.Worksheet;

/** The start of the 90 days: what they need, and what has to be mended first. */
final class CycleStart {

    private final Pen pen;

    CycleStart(Pen pen) {
        this.pen = pen;
    }

    /** Starts the cycle today, or says kindly what is missing. */
    void start(Blank summary, String words) {
        List<Blank> past = pastDueDates();
        List<String> missing = missing();
        if (!past.isEmpty()) {
            moveFirst(past);
        } else if (!missing.isEmpty()) {
            pen.tell("Almost there. To start the 90 days I still need " + String.join(" and ", missing)
                    + ". Pick what to fill in under *Change…*, or type its number.");
        } else {
            pen.settle(Kind.ANSWERED, summary, "yes", words);
            pen.write(Kind.CYCLE_STARTED, pen.occasion().today().toString());
            pen.note(new RunningMessage(pen.plan(), pen.occasion()).started());
        }
    }

    /** The due dates that fell into the past, or are too far off, while the plan was a draft. */
    private List<Blank> pastDueDates() {
        Plan plan = pen.plan();
        LocalDate today = pen.occasion().today();
        return plan.rows(Worksheet.ACTIONS).stream()
                .map(row -> new Blank(Worksheet.ACTION_DUE, row))
                .filter(due -> plan.get(Worksheet.ACTION_DUE, due.row())
                        .filter(day -> day.isBefore(today) || day.isAfter(plan.lastDueDay(today)))
                        .isPresent())
                .toList();
    }

    private void moveFirst(List<Blank> past) {
        PlanFacts facts = pen.facts();
        past.forEach(due -> pen.tell(
                "*{}* was due {}, which is past. Let's give it a new date.",
                facts.shown(new Blank(Worksheet.ACTION, due.row())).orElse("An action"),
                facts.shown(due).orElse("")));
        // The blank reopened last is asked first.
        List<Blank> lastFirst = new ArrayList<>(past);
        Collections.reverse(lastFirst);
        lastFirst.forEach(due -> pen.write(Kind.REOPENED, due));
    }

    private List<String> missing() {
        Plan plan = pen.plan();
        List<String> missing = new ArrayList<>();
        if (plan.rows(Worksheet.OPPORTUNITIES).stream()
                .allMatch(row -> plan.get(Worksheet.INCREASE, row).isEmpty())) {
            missing.add("one opportunity with its increase");
        }
        if (plan.rows(Worksheet.ACTIONS).stream()
                .allMatch(row -> plan.get(Worksheet.ACTION_DUE, row).isEmpty())) {
            missing.add("one action with a due date");
        }
        return missing;
    }
}
