package steward.export.data;

import biweekly.component.VEvent;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import steward.export.source.ExportedPlan;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.Status;
import steward.roti.OpportunityValue;
import steward.worksheet.Worksheet;

/**
 * The days of a plan for a calendar (iCalendar, RFC 5545): its open actions, its open opportunities, and the days of the cycle that are
 * still to come. What is done, dropped, won or lost is there as cancelled, and so is all of a closed plan: a calendar that has it from
 * an earlier export takes it out.
 */
public final class IcsFile {

    private final ExportedPlan exported;
    private final Plan plan;
    private final CalendarDays days;

    public IcsFile(ExportedPlan exported) {
        this.exported = exported;
        this.plan = exported.plan();
        this.days = new CalendarDays(plan.id(), plan.account(), plan.entries().size(), exported.at());
    }

    /** The calendar; empty if there is no day to put into it. */
    public Optional<byte[]> bytes() {
        return CalendarDays.calendar(CalendarDays.oneLine(plan.account()) + " " + plan.year(), days().toList());
    }

    private Stream<VEvent> days() {
        return Stream.of(actions(), opportunities(), cycle()).flatMap(days -> days);
    }

    // ── Actions ──────────────────────────────────────────────────────────────────────────────────────────

    private Stream<VEvent> actions() {
        return plan.actions().stream()
                .flatMap(action -> action.due().stream()
                        .map(day -> event(
                                "action-" + action.row(),
                                day,
                                CalendarDays.oneLine(action.what()),
                                withWhom(action),
                                stands(action),
                                "When it is done, tell Steward: /actions"))
                        .map(event -> action.isOpen() ? event : CalendarDays.cancelled(event)));
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

    private Stream<VEvent> opportunities() {
        return exported.roti().opportunities().stream()
                .flatMap(opportunity -> plan.get(Worksheet.TIMELINE, opportunity.row()).stream()
                        .map(day -> event(
                                "opportunity-" + opportunity.row(),
                                day,
                                (opportunity.isRenewal() ? "renewed by today? " : "won by today? ") + name(opportunity),
                                atStake(opportunity),
                                exported.shown(new Blank(Worksheet.ACTIVITY, opportunity.row()))
                                        .orElse(""),
                                "Tell Steward how it went: /plan won or /plan lost"))
                        .map(event -> opportunity.outcome().isOpen() ? event : CalendarDays.cancelled(event)));
    }

    private String name(OpportunityValue opportunity) {
        return CalendarDays.oneLine(
                plan.get(Worksheet.OPPORTUNITY, opportunity.row()).orElse(""));
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

    private Stream<VEvent> cycle() {
        return Stream.concat(Plan.CHECKPOINT_DAYS.stream().map(this::checkpoint), Stream.of(lastDay()))
                .flatMap(Optional::stream);
    }

    private Optional<VEvent> checkpoint(int number) {
        return ahead(number)
                .map(day -> event(
                        cycleDay(number),
                        day,
                        "day " + number + ", a look at what is open",
                        "Is each open opportunity still as likely as you thought, and is its date still right?",
                        "Steward asks that day, and a tap is enough."));
    }

    private Optional<VEvent> lastDay() {
        return ahead(Plan.CYCLE_DAYS)
                .map(day -> event(
                        cycleDay(Plan.CYCLE_DAYS),
                        day,
                        "day " + Plan.CYCLE_DAYS + ", the last of this cycle",
                        "What worked, what didn't, and what do you carry over?",
                        "Steward asks that day, and the next " + Plan.CYCLE_DAYS + " days begin."));
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

    private VEvent event(String about, LocalDate day, String title, String... lines) {
        VEvent event = days.event(about, day, title, lines);
        return plan.status() == Status.CLOSED ? CalendarDays.cancelled(event) : event;
    }
}
