package steward.export.data;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.export.joint.JointPlan;
import steward.export.source.CalendarHistory;
import steward.export.source.ExportedPlan;
import steward.plan.PlanId;

/**
 * The days of a plan as a file for a calendar (iCalendar, RFC 5545).
 *
 * <p>What is over is left out, unless an earlier file had it: then it is there as cancelled, and a calendar that has it takes it out.
 */
public final class IcsFile {

    /** When a day begins for people whose hours nobody knows. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** Days of the cycle go by; nothing that is past has to be taken out. */
    private static final String OF_THE_CYCLE = "cycle-";

    private static final String OF_A_JOINT_PLAN = "joint-";

    private final PlanId plan;
    private final String account;
    private final String name;
    private final List<CalendarDay> days;
    private final CalendarHistory history;
    private final Predicate<String> isOfThis;
    private final LocalDate today;
    private final LocalTime morning;

    public IcsFile(ExportedPlan exported) {
        plan = exported.plan().id();
        account = exported.plan().account();
        name = CalendarFile.oneLine(account) + " " + exported.plan().year();
        history = CalendarHistory.of(exported.plan());
        days = new PlanDays(exported, history).all();
        isOfThis = about -> !about.startsWith(OF_A_JOINT_PLAN);
        today = exported.today();
        morning = exported.rep().preferences().week().from();
    }

    public IcsFile(JointPlan joint) {
        plan = joint.id();
        account = joint.account();
        name = CalendarFile.oneLine(account) + " " + joint.year() + ", joint plan";
        history = joint.calendar();
        days = new JointDays(joint).all();
        isOfThis = about -> about.startsWith(OF_A_JOINT_PLAN);
        today = joint.today();
        morning = MORNING;
    }

    /** The calendar; empty if there is no day to put into it: a calendar must hold at least one. */
    public Optional<byte[]> bytes() {
        CalendarFile file = new CalendarFile(name, morning);
        addStanding(file);
        days.stream()
                .filter(day -> day.isOver() && history.taken().containsKey(day.about()))
                .forEach(day -> file.addCancelled(plan, account, day));
        gone().forEach(day -> file.addCancelled(plan, account, day));
        return file.isEmpty() ? Optional.empty() : Optional.of(file.bytes());
    }

    /** The days that stand. */
    void addStanding(CalendarFile file) {
        standing().forEach(day -> file.add(plan, account, day));
    }

    private Stream<CalendarDay> standing() {
        return days.stream().filter(day -> !day.isOver());
    }

    /** What was handed out and has no day in the plan any more. */
    private Stream<CalendarDay> gone() {
        Predicate<String> isThere =
                about -> days.stream().anyMatch(day -> day.about().equals(about));
        return history.taken().entrySet().stream()
                .filter(taken -> isOfThis.and(isThere.negate()).test(taken.getKey()))
                .filter(taken -> !taken.getKey().startsWith(OF_THE_CYCLE)
                        || !taken.getValue().isBefore(today))
                .sorted(Map.Entry.comparingByKey())
                .map(taken -> new CalendarDay(
                        taken.getKey(),
                        taken.getValue(),
                        "taken out",
                        List.of(),
                        history.of(taken.getKey().replaceFirst("^" + OF_A_JOINT_PLAN, "")),
                        true));
    }

    /** The days in it that were not handed out yet, as the journal keeps them; empty if there are none. */
    public String untaken() {
        return CalendarHistory.kept(standing()
                .filter(day -> !day.day().equals(history.taken().get(day.about())))
                .collect(Collectors.toMap(CalendarDay::about, CalendarDay::day)));
    }
}
