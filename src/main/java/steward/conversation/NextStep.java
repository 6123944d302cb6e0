package steward.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import steward.conversation.actions.ActionsCommand;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turns;
import steward.message.MessageRef;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;

/**
 * Something done and what follows from it in one message: "done, next step: call Sam by Friday".
 *
 * @param done the words before the step
 * @param step the step, with its day if one was said
 */
record NextStep(String done, String step) {

    private static final Pattern SAID = Pattern.compile(
            "(\\S.*?)[,;.!–—-]*\\s+(?:(?:and|the|my|so)\\s+)*(?:next(?:\\s+(?:step|action|thing|up))(?:\\s+is)?(?:\\s+to)?\\s*[:=–—-]?|next\\s*:)\\s*(\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Empty if words tell of no next step. */
    static Optional<NextStep> in(String said) {
        Matcher matcher = SAID.matcher(said.strip());
        return matcher.matches() ? Optional.of(new NextStep(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** Adds the step to the plan of which an action is done by what {@code doing} takes; to none if that is not clear. */
    TurnResult after(
            Supplier<TurnResult> doing,
            RepSession session,
            TurnContext context,
            Turns turns,
            Optional<MessageRef> thread) {
        Map<PlanId, Integer> before = session.livePlans().stream()
                .collect(Collectors.toMap(Plan::id, plan -> plan.entries().size()));
        TurnResult result = doing.get();
        List<Plan> done = session.livePlans().stream()
                .filter(plan -> plan.entries().stream()
                        .skip(before.getOrDefault(plan.id(), 0))
                        .anyMatch(entry -> entry.kind() == Kind.DONE))
                .toList();
        return done.size() == 1
                ? result.and(new ActionsCommand(session, context, turns)
                        .take(Optional.of(done.get(0)), "add " + step)
                        .inTalk(context.ids(), thread))
                : result;
    }
}
