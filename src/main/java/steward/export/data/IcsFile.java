package steward.export.data;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Description;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
 *
 * <p>All are whole days of the rep's own, without a time zone, so that they are the same days wherever the calendar is read. An event
 * keeps its id from one export to the next: a calendar that takes both moves it rather than showing it twice.
 */
public final class IcsFile {

    private static final String MAKER = "-//Steward//Account plan//EN";

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");

    private static final Pattern TO_BE_ESCAPED = Pattern.compile("[\\\\,;]");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private final ExportedPlan exported;
    private final Plan plan;

    public IcsFile(ExportedPlan exported) {
        this.exported = exported;
        this.plan = exported.plan();
    }

    /** The calendar; empty if there is no day to put into it, since a calendar must hold at least one. */
    public Optional<byte[]> bytes() {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(MAKER);
        name(calendar, oneLine(plan.account()) + " " + plan.year());
        days().forEach(calendar::addEvent);
        return calendar.getEvents().isEmpty()
                ? Optional.empty()
                : Optional.of(calendar.write().getBytes(StandardCharsets.UTF_8));
    }

    /** Most calendars read the name by which Apple called it before there was a standard. */
    private static void name(ICalendar calendar, String name) {
        calendar.setName(name);
        calendar.setExperimentalProperty(
                "X-WR-CALNAME", TO_BE_ESCAPED.matcher(name).replaceAll("\\\\$0"));
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
                                oneLine(action.what()),
                                withWhom(action),
                                stands(action),
                                "When it is done, tell Steward: /actions"))
                        .map(event -> action.isOpen() ? event : cancelled(event)));
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
                        .map(event -> opportunity.outcome().isOpen() ? event : cancelled(event)));
    }

    private String name(OpportunityValue opportunity) {
        return oneLine(plan.get(Worksheet.OPPORTUNITY, opportunity.row()).orElse(""));
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

    // ── An event ─────────────────────────────────────────────────────────────────────────────────────────

    /**
     * @param about what it is about, within the plan
     * @param lines what is said of it; empty ones are left out
     */
    private VEvent event(String about, LocalDate day, String title, String... lines) {
        VEvent event = new VEvent();
        event.setUid(plan.id().text() + "-" + about + "@steward");
        event.setSequence(plan.entries().size());
        event.setDateTimeStamp(Date.from(exported.at()));
        event.setDateStart(wholeDay(day), false);
        event.setDateEnd(wholeDay(day.plusDays(1)), false);
        event.setTransparency(true);
        event.setSummary(oneLine(plan.account()) + ": " + title);
        event.setDescription(Stream.of(lines)
                .map(IcsFile::clean)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n")));
        return plan.status() == Status.CLOSED ? cancelled(event) : event;
    }

    /** An event that is none any more: its name is enough. */
    private static VEvent cancelled(VEvent event) {
        event.setStatus(biweekly.property.Status.cancelled());
        event.removeProperties(Description.class);
        return event;
    }

    /** A day that is not counted from midnight somewhere, so that it is the same in every time zone. */
    private static Date wholeDay(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    private static String oneLine(String words) {
        return LINE_BREAKS.matcher(clean(words).strip()).replaceAll(" / ");
    }

    /** The words without the characters that a calendar may not hold. */
    private static String clean(String words) {
        return CONTROLS.matcher(words.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
    }
}
