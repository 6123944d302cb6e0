package steward.export.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import steward.export.joint.JointPlan;
import steward.worksheet.values.Person;

/**
 * A joint plan as it is laid out on paper, all in words.
 *
 * @param offered what the seller brings, in one line
 * @param offers the same, one by one
 */
record JointDocument(
        PlanDocument.Size size,
        String account,
        int year,
        String rep,
        String asOf,
        String mission,
        String offered,
        List<String> offers,
        List<Goal> goals,
        List<ToDo> actions,
        List<Person> partners) {

    record Goal(String what, String by, boolean isReached) {}

    record ToDo(String what, String ours, String theirs, String due, boolean isDone) {}

    static JointDocument of(JointPlan plan) {
        return new JointDocument(
                PlanDocument.Size.usualIn(plan.locale()),
                plan.account(),
                plan.year(),
                plan.rep(),
                Typesetter.DAY.format(plan.today()),
                plan.mission(),
                String.join(", ", plan.offered()),
                plan.offered(),
                plan.goals().stream()
                        .map(goal -> new Goal(goal.what(), day(goal.by()), goal.isReached()))
                        .toList(),
                plan.actions().stream()
                        .map(action -> new ToDo(
                                action.what(), action.ours(), action.theirs(), day(action.due()), action.isDone()))
                        .toList(),
                plan.partners());
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(Typesetter.DAY::format).orElse("");
    }

    boolean hasGoals() {
        return !goals.isEmpty();
    }

    String title() {
        return account + " " + year + ": joint plan";
    }

    boolean hasOffers() {
        return !offers.isEmpty();
    }

    boolean hasActions() {
        return !actions.isEmpty();
    }
}
