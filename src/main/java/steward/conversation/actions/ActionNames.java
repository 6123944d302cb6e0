package steward.conversation.actions;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import steward.dashboard.ActionLines.Listed;
import steward.plan.Action;
import steward.plan.Plan;
import steward.plan.accounts.Names;
import steward.worksheet.Worksheet;

/** Finds the actions that the rep means by some of their words, or by the person they are about: "call dana". */
final class ActionNames {

    private static final Set<String> FILLERS =
            Set.of("a", "an", "the", "with", "to", "about", "for", "of", "on", "at", "my", "and");

    private static final int LETTERS_MIN = 3;

    private final List<Plan> plans;

    ActionNames(List<Plan> plans) {
        this.plans = List.copyOf(plans);
    }

    /** Those that are to be done. */
    List<Listed> open(String words) {
        return all(words).filter(listed -> listed.action().isOpen()).toList();
    }

    /** The one done or dropped that is meant, the one planned last if there are several. */
    List<Listed> settled(String words) {
        return all(words).filter(listed -> !listed.action().isOpen()).reduce((earlier, later) -> later).stream()
                .toList();
    }

    private Stream<Listed> all(String typed) {
        List<String> wanted = Names.words(typed).stream()
                .filter(word -> !FILLERS.contains(word))
                .toList();
        return wanted.stream().allMatch(word -> word.length() < LETTERS_MIN)
                ? Stream.of()
                : plans.stream()
                        .flatMap(plan -> plan.actions().stream()
                                .filter(action -> has(wanted, plan, action))
                                .map(action -> new Listed(plan, action)));
    }

    private static boolean has(List<String> wanted, Plan plan, Action action) {
        String contact = plan.get(Worksheet.ACTION_CONTACT, action.row())
                .map(found -> found.name(plan))
                .orElse("");
        List<String> words = Names.words(action.what() + " " + contact);
        return wanted.stream().allMatch(word -> words.stream().anyMatch(each -> each.startsWith(word)));
    }
}
