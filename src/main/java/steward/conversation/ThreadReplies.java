package steward.conversation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import steward.conversation.nudges.NudgeAnswers;
import steward.conversation.session.NudgeMessage;
import steward.conversation.session.OutgoingMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turns;
import steward.dashboard.Abouts;
import steward.message.About;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Purpose;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.Status;

/** Handles what a rep writes in a thread: it belongs to the message above it, a nudge or a question. */
final class ThreadReplies {

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    ThreadReplies(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    TurnResult heard(String said, MessageRef thread) {
        Optional<NudgeMessage> nudged = session.nudge(thread);
        Optional<About> about = session.about(thread);
        Optional<Blank> asked = about.flatMap(Abouts::blank);
        // What was asked beside the worksheet last may be answered under the message that asked it, which is none of
        // the worksheet's.
        Optional<TurnResult> beside = asked.isPresent()
                ? Optional.empty()
                : ChatJobs.of(session, context, turns).answersBeside(said, nudged.isPresent());
        if (beside.isPresent()) {
            return beside.get();
        }
        if (nudged.isPresent()) {
            NudgeMessage nudge = nudged.get();
            Optional<NextStep> next = NextStep.in(said);
            String done = next.map(NextStep::done).orElse(said);
            Supplier<TurnResult> doing = () -> new NudgeAnswers(session, context, turns).heard(nudge, done, thread);
            return next.map(step -> step.after(doing, session, context, turns, Optional.of(thread)))
                    .orElseGet(doing);
        }
        Optional<Plan> plan = about.flatMap(found -> session.plan(new PlanId(found.plan())))
                .filter(found -> found.status() != Status.CLOSED);
        return asked.isPresent() && plan.isPresent() ? answered(plan.get(), asked.get(), said, thread) : unread(thread);
    }

    private TurnResult answered(Plan plan, Blank blank, String said, MessageRef thread) {
        return session.isAsking(plan, blank)
                ? new ChatReplies(session, context, turns).heard(said, plan)
                : turns.take(plan, turn -> turn.amend(blank, said, thread));
    }

    private TurnResult unread(MessageRef thread) {
        Message message =
                Message.say("I read threads only under my questions. Could you write that in the chat itself?");
        OutgoingMessage outgoing =
                new OutgoingMessage(context.ids().get(), Purpose.REPLY, About.NOTHING, message, Optional.of(thread));
        return new TurnResult(List.of(outgoing), List.of());
    }
}
