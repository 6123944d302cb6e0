package steward.export.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import steward.export.brand.Brand;
import steward.export.source.CalendarHistory;
import steward.export.source.ExportedPlan;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Person;

/**
 * What of a plan may lie on the customer's table. Files for the customer are made of this alone, so that nothing else can get into them: no
 * figures, chances, roles, criteria, purposes, challenges or hours.
 *
 * @param calendar which of its days were handed out, and how often they changed
 * @param at when it was made
 * @param rep who speaks for the seller; empty if their name is not known
 * @param mission what the customer stands for; empty if it is not known
 * @param offered what the seller brings
 */
public record JointPlan(
        PlanId id,
        CalendarHistory calendar,
        String account,
        int year,
        String rep,
        Instant at,
        LocalDate today,
        Locale locale,
        Brand brand,
        String mission,
        List<String> offered,
        List<Goal> goals,
        List<JointAction> actions,
        List<Person> partners) {

    /** Something to be reached by a day, in the rep's words. */
    public record Goal(int row, String what, Optional<LocalDate> by, boolean isReached) {}

    /**
     * What is done by both sides.
     *
     * @param ours who does it for the seller
     * @param theirs who does it for the customer
     */
    public record JointAction(
            int row, String what, Optional<LocalDate> due, String ours, String theirs, boolean isDone) {}

    public static JointPlan of(ExportedPlan exported) {
        Plan plan = exported.plan();
        return new JointPlan(
                plan.id(),
                CalendarHistory.of(plan),
                plan.account(),
                plan.year(),
                exported.rep().name(),
                exported.at(),
                exported.today(),
                exported.notation().written(),
                exported.brand(),
                plan.get(Worksheet.MISSION, 0).orElse(""),
                plan.get(Worksheet.SELLING, 0).orElse(List.of()),
                plan.rows(Worksheet.OPPORTUNITIES).stream()
                        .flatMap(row -> goal(plan, row))
                        .toList(),
                plan.actions().stream()
                        .flatMap(action -> action(exported, action))
                        .toList(),
                partners(plan));
    }

    /** What was lost is no goal any more. */
    private static Stream<Goal> goal(Plan plan, int row) {
        String what = plan.get(Worksheet.OPPORTUNITY, row).orElse("");
        Optional<LocalDate> by = plan.get(Worksheet.TIMELINE, row);
        return plan.outcome(row)
                .either(
                        () -> Stream.of(new Goal(row, what, by, false)),
                        won -> Stream.of(new Goal(row, what, by, true)),
                        why -> Stream.empty());
    }

    /** An action without somebody of the customer's is the rep's own homework. */
    private static Stream<JointAction> action(ExportedPlan exported, Action action) {
        return action.state() == Action.State.DROPPED
                ? Stream.empty()
                : exported.shown(new Blank(Worksheet.ACTION_CONTACT, action.row())).stream()
                        .map(theirs -> new JointAction(
                                action.row(),
                                action.what(),
                                action.due(),
                                exported.rep().name(),
                                theirs,
                                action.state() == Action.State.DONE));
    }

    /** Each once, whatever roles they have. */
    private static List<Person> partners(Plan plan) {
        return Worksheet.ROLES.stream()
                .flatMap(role -> plan.rows(role).stream()
                        .flatMap(row -> plan.get(role.first(), row).map(Person.class::cast).stream()))
                .filter(person -> person.calledBy().isPresent())
                .distinct()
                .toList();
    }
}
