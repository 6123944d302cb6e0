package steward.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.turn.writing.Hints;
import steward.dashboard.PlanFacts;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.Status;

/** The reply to a tap on a question that is not the open one any more: what holds now. Nothing changes by it. */
final class StaleTapReply {

    private final RepSession session;
    private final Plan plan;
    private final TurnContext context;

    StaleTapReply(RepSession session, Plan plan, TurnContext context) {
        this.session = session;
        this.plan = plan;
        this.context = context;
    }

    Message message(Blank tapped) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(tapped(tapped)));
        if (plan.status() == Status.CLOSED) {
            parts.addAll(Hints.closed(plan));
        } else if (isParked()) {
            parts.add(Hints.switchTo(plan));
        } else {
            plan.open()
                    .ifPresent(open -> parts.add(new Part.Quiet(Words.of("The open question is “{}”", prompt(open)))));
        }
        return new Message(parts);
    }

    private Words tapped(Blank tapped) {
        PlanFacts facts = new PlanFacts(plan, context.reader());
        Optional<Integer> number = plan.number(tapped);
        if (number.isPresent() && plan.isSettled(tapped)) {
            return Words.of("That tap changed nothing: *{}* stands at ", facts.label(tapped))
                    .then(facts.value(tapped))
                    .then(Words.of(isParked() ? "." : ". `edit " + number.get() + "` changes it."));
        }
        return isParked()
                ? Words.of("That tap changed nothing: *{}* is parked while another plan is open.", plan.account())
                : Words.of("That tap changed nothing: this question is not the open one any more.");
    }

    private boolean isParked() {
        return !session.isTalkedAbout(plan) && plan.open().isPresent();
    }

    private String prompt(Blank open) {
        return open.question().prompt(plan.situation(open, context.today(), context.notation()));
    }
}
