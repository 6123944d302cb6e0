package steward.export.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.export.joint.JointPlan;

/** A joint plan as CSV: its goals, actions and people, one a line. */
public final class JointCsvFile {

    private static final List<String> HEAD =
            List.of("account", "year", "kind", "what", "day", "for the seller", "for the customer", "status");

    private final JointPlan plan;

    public JointCsvFile(JointPlan plan) {
        this.plan = plan;
    }

    public byte[] bytes() {
        Stream<List<String>> goals = plan.goals().stream()
                .map(goal -> line("goal", goal.what(), goal.by(), "", "", goal.isReached() ? "reached" : "open"));
        Stream<List<String>> actions = plan.actions().stream()
                .map(action -> line(
                        "action",
                        action.what(),
                        action.due(),
                        action.ours(),
                        action.theirs(),
                        action.isDone() ? "done" : "open"));
        Stream<List<String>> partners = plan.partners().stream()
                .map(person -> line("person", person.position(), Optional.empty(), "", person.name(), ""));
        return CsvTable.bytes(HEAD, Stream.of(goals, actions, partners).flatMap(lines -> lines));
    }

    private List<String> line(
            String kind, String what, Optional<LocalDate> day, String ours, String theirs, String status) {
        return List.of(
                plan.account(),
                Integer.toString(plan.year()),
                kind,
                what,
                day.map(LocalDate::toString).orElse(""),
                ours,
                theirs,
                status);
    }
}
