package steward.export.document;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.export.source.ExportedPlan;
import steward.plan.Action;

/** What is still to be done in a plan: what comes next, and what is late. */
record OpenActions(ExportedPlan exported) {

    /** The first that has a day, which is not over. */
    Optional<Action> next() {
        return open().filter(action -> action.due().isPresent() && !action.isOverdue(exported.today()))
                .min(Comparator.comparing(action -> action.due().orElse(LocalDate.MAX)));
    }

    List<Action> overdue() {
        return open().filter(action -> action.isOverdue(exported.today())).toList();
    }

    private Stream<Action> open() {
        return exported.plan().actions().stream().filter(Action::isOpen);
    }
}
