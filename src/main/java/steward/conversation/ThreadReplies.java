package steward.conversation;

import java.util.List;
import java.util.Optional;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Nudged;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.desk.Saying;
import steward.conversation.nudges.NudgeAnswers;
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

/** What a rep writes in a thread: it belongs to the message above it, a nudge or a question. */
final class ThreadReplies {

    private final Desk desk;
    private final Occasion occasion;
    private final Turns turns;

    ThreadReplies(Desk desk, Occasion occasion, Turns turns) {
        this.desk = desk;
        this.occasion = occasion;
        this.turns = turns;
    }

    Outcome heard(String said, MessageRef thread) {
        Optional<Nudged> nudged = desk.nudge(thread);
        if (nudged.isPresent()) {
            return new NudgeAnswers(desk, occasion, turns).heard(nudged.get(), said, thread);
        }
        Optional<About> about = desk.about(thread);
        Optional<Blank> asked = about.flatMap(Abouts::blank);
        Optional<Plan> plan = about.flatMap(found -> desk.plan(new PlanId(found.plan())))
                .filter(found -> found.status() != Status.CLOSED);
        return asked.isPresent() && plan.isPresent() ? answered(plan.get(), asked.get(), said, thread) : unread(thread);
    }

    private Outcome answered(Plan plan, Blank blank, String said, MessageRef thread) {
        return desk.isAsking(plan, blank)
                ? turns.take(plan, turn -> turn.hear(said))
                : turns.take(plan, turn -> turn.amend(blank, said, thread));
    }

    private Outcome unread(MessageRef thread) {
        Message message =
                Message.say("I read threads only under my questions. Could you write that in the chat itself?");
        Saying saying = new Saying(occasion.ids().get(), Purpose.REPLY, About.NOTHING, message, Optional.of(thread));
        return new Outcome(List.of(saying), List.of());
    }
}
