package steward.export.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.export.source.CalendarHistory;
import steward.export.source.ExportedPlan;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.Status;
import steward.roti.OpportunityValue;
import steward.worksheet.Worksheet;

/** The days of a plan: its actions, its opportunities, and the days of the cycle that are still to come. */
final class PlanDays {

    private final ExportedPlan exported;
    private final Plan plan;
    private final CalendarHistory history;

    PlanDays(ExportedPlan exported, CalendarHistory history) {
        this.exported = exported;
        this.plan = exported.plan();
        this.history = history;
    }

    List<CalendarDay> all() {
        return Stream.of(actions(), opportunities(), cycle())
                .flatMap(days -> days)
                .toList();
    }

    // ── Actions ──────────────────────────────────────────────────────────────────────────────────────────

    private Stream<CalendarDay> actions() {
        return plan.actions().stream()
                .flatMap(action -> action.due().stream()
                        .map(day -> ofRow(
                                "action-" + action.row(),
                                day,
                                action.what(),
                                List.of(withWhom(action), stands(action), "When it is done, tell Steward: /actions"),
                                !action.isOpen())));
    }

    private String withWhom(Action action) {
        return exported.shown(new Blank(Worksheet.ACTION_CONTACT, action.row()))
                .map(name -> "With " + name + ".")
                .orElse("");
    }

    private String stands(Action action) {
        String account = "Account plan " + plan.year() + ", ";
        return account + (plan.status() == Status.DRAFT ? "still a draft." : "cycle " + action.cycle() + ".");
    }

    // ── Opportunities ────────────────────────────────────────────────────────────────────────────────────

    private Stream<CalendarDay> opportunities() {
        return exported.roti().opportunities().stream()
                .flatMap(opportunity -> plan.get(Worksheet.TIMELINE, opportunity.row()).stream()
                        .map(day -> ofRow(
                                "opportunity-" + opportunity.row(),
                                day,
                                (opportunity.isRenewal() ? "renewed by today? " : "won by today? ") + name(opportunity),
                                List.of(
                                        atStake(opportunity),
                                        exported.shown(new Blank(Worksheet.ACTIVITY, opportunity.row()))
                                                .orElse(""),
                                        "Tell Steward how it went: /plan won or /plan lost"),
                                !opportunity.outcome().isOpen())));
    }

    private String name(OpportunityValue opportunity) {
        return plan.get(Worksheet.OPPORTUNITY, opportunity.row()).orElse("");
    }

    /** "$60,000, 70% likely."; of a renewal what there is to lose. */
    private String atStake(OpportunityValue opportunity) {
        if (opportunity.isRenewal()) {
            return opportunity
                    .lastYear()
                    .map(money -> money.shown(exported.notation()) + " a year to keep.")
                    .orElse("");
        }
        Optional<String> amount =
                opportunity.increase().map(goal -> goal.amount().shown(exported.notation()));
        Optional<String> chance =
                opportunity.probability().map(percent -> percent.shown(exported.notation()) + " likely");
        return Stream.of(amount, chance)
                .flatMap(Optional::stream)
                .reduce((first, second) -> first + ", " + second)
                .map(words -> words + ".")
                .orElse("");
    }

    // ── The cycle ────────────────────────────────────────────────────────────────────────────────────────

    private Stream<CalendarDay> cycle() {
        return Stream.concat(Plan.CHECKPOINT_DAYS.stream().map(this::checkpoint), Stream.of(lastDay()))
                .flatMap(Optional::stream);
    }

    private Optional<CalendarDay> checkpoint(int number) {
        return ahead(number)
                .map(day -> ofCycle(
                        cycleDay(number),
                        day,
                        "day " + number + ", a look at what is open",
                        List.of(
                                "Is each open opportunity still as likely as you thought, and is its date still right?",
                                "Steward asks that day, and a tap is enough.")));
    }

    private Optional<CalendarDay> lastDay() {
        return ahead(Plan.CYCLE_DAYS)
                .map(day -> ofCycle(
                        cycleDay(Plan.CYCLE_DAYS),
                        day,
                        "day " + Plan.CYCLE_DAYS + ", the last of this cycle",
                        List.of(
                                "What worked, what didn't, and what do you carry over?",
                                "Steward asks that day, and the next " + Plan.CYCLE_DAYS + " days begin.")));
    }

    private String cycleDay(int number) {
        return "cycle-" + plan.cycle() + "-day-" + number;
    }

    /** A day of the cycle that runs now, from 1, unless it is over. */
    private Optional<LocalDate> ahead(int number) {
        return plan.cycleStart()
                .map(first -> first.plusDays(number - 1L))
                .filter(day -> !day.isBefore(exported.today()));
    }

    private CalendarDay ofRow(String about, LocalDate day, String title, List<String> lines, boolean isOver) {
        return new CalendarDay(about, day, title, lines, history.of(about), isOver || isClosed());
    }

    private CalendarDay ofCycle(String about, LocalDate day, String title, List<String> lines) {
        return new CalendarDay(about, day, title, lines, history.whole(), isClosed());
    }

    private boolean isClosed() {
        return plan.status() == Status.CLOSED;
    }
}
