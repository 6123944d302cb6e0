package steward.conversation;

import java.util.Optional;
import steward.conversation.actions.ActionDays;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.fates.OpportunityDays;
import steward.conversation.plans.PlanCommand;
import steward.conversation.turn.Command;
import steward.conversation.turn.FormDrawing;
import steward.conversation.turn.FormScope;
import steward.conversation.turn.Hints;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.conversation.turn.Utterance;
import steward.dashboard.Abouts;
import steward.message.About;
import steward.message.Message;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.Status;

/** What a rep taps under a message about a plan or a question. */
final class Taps {

    private final Desk desk;
    private final Occasion occasion;
    private final Turns turns;

    Taps(Desk desk, Occasion occasion, Turns turns) {
        this.desk = desk;
        this.occasion = occasion;
        this.turns = turns;
    }

    /** @param says what the button says in the rep's place, or the calendar: a day */
    Outcome taken(About about, String says) {
        if (ActionDays.isPicked(about)) {
            return taken(About.plan(about.plan()), ActionDays.command(about, says));
        }
        Optional<Plan> found = desk.plan(new PlanId(about.plan()));
        if (found.isPresent() && OpportunityDays.isPicked(about, says)) {
            return command(found, OpportunityDays.command(found.get(), about, says));
        }
        if (says.startsWith("/") && found.isPresent() == !about.plan().isEmpty()) {
            return command(found, says);
        }
        return found.map(plan -> onPlan(plan, Abouts.blank(about), says))
                .orElseGet(() -> reply(About.NOTHING, Hints.noSuchPlan()));
    }

    private Outcome command(Optional<Plan> about, String typed) {
        return new SlashCommands(desk, occasion, turns).take(about, typed);
    }

    private Outcome onPlan(Plan plan, Optional<Blank> blank, String says) {
        Utterance utterance = Utterance.of(says);
        if (utterance.command() == Command.FORM && plan.status() != Status.CLOSED) {
            FormScope scope = blank.map(open -> FormScope.of(plan, open))
                    .orElseGet(() -> FormScope.of(plan, PlanCommand.step(plan, utterance.words())));
            return Outcome.form(new FormDrawing(plan, occasion).draw(scope));
        }
        return blank.map(question -> onQuestion(plan, question, says))
                .orElseGet(() -> besideQuestions(plan, utterance.command(), says));
    }

    private Outcome besideQuestions(Plan plan, Command command, String says) {
        Outcome outcome = turns.take(plan, command == Command.RESUME ? Turn::resume : turn -> turn.hearAside(says));
        // Used or stale, an undo has had its day.
        return command == Command.RESTORE ? outcome.toldInsteadOfTapped() : outcome;
    }

    private Outcome onQuestion(Plan plan, Blank question, String says) {
        return desk.isAsking(plan, question)
                ? turns.take(plan, turn -> turn.hear(says))
                : reply(Abouts.of(plan), new HoldsNow(desk, plan, occasion).message(question));
    }

    private Outcome reply(About about, Message message) {
        return Outcome.reply(occasion.ids().get(), about, message);
    }
}
