package steward.conversation;

import java.util.Optional;
import steward.conversation.actions.ActionDays;
import steward.conversation.outcomes.OpportunityDays;
import steward.conversation.plans.PlanCommand;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.conversation.turn.forms.FormBuilder;
import steward.conversation.turn.forms.FormScope;
import steward.conversation.turn.writing.Hints;
import steward.conversation.understanding.Understanding;
import steward.conversation.understanding.meaning.Command;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.undo.Undo;
import steward.dashboard.Abouts;
import steward.message.About;
import steward.message.Message;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.Status;

/** Handles taps under a message about a plan or a question. */
final class Taps {

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    Taps(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    /** @param says what the button says in the rep's place, or the calendar: a day */
    TurnResult taken(About about, String says) {
        if (ActionDays.isPicked(about)) {
            return taken(About.plan(about.plan()), ActionDays.command(about, says));
        }
        PlanId id = new PlanId(about.plan());
        Optional<Plan> found = says.startsWith("undo ") ? new Undo(session, context, turns).plan(id) : session.plan(id);
        if (found.isPresent() && OpportunityDays.isPicked(about, says)) {
            return command(found, OpportunityDays.command(found.get(), about, says));
        }
        if (says.startsWith("/") && found.isPresent() == !about.plan().isEmpty()) {
            return command(found, says);
        }
        return found.map(plan -> onPlan(plan, Abouts.blank(about), says))
                .orElseGet(() -> reply(About.NOTHING, Hints.noSuchPlan()));
    }

    private TurnResult command(Optional<Plan> about, String typed) {
        return new SlashCommands(session, context, turns).take(about, typed);
    }

    private TurnResult onPlan(Plan plan, Optional<Blank> blank, String says) {
        Meaning meaning = Understanding.of(says, ConversationState.of(session, context, Optional.of(plan)));
        Optional<String> undo = command(meaning, Command.UNDO);
        if (undo.isPresent()) {
            return new Undo(session, context, turns).tapped(plan, undo.get());
        }
        Optional<String> form = command(meaning, Command.FORM);
        if (form.isPresent() && plan.status() != Status.CLOSED) {
            FormScope scope = blank.filter(open -> form.get().isEmpty())
                    .map(open -> FormScope.of(plan, open))
                    .orElseGet(() -> FormScope.of(plan, PlanCommand.step(plan, form.get())));
            return TurnResult.form(new FormBuilder(plan, context).draw(scope));
        }
        return blank.map(question -> onQuestion(plan, question, meaning, says))
                .orElseGet(() -> besideQuestions(plan, meaning, says));
    }

    /** The words of a command, if it is that one. */
    private static Optional<String> command(Meaning meaning, Command wanted) {
        return meaning instanceof Meaning.Said said && said.command() == wanted
                ? Optional.of(said.words())
                : Optional.empty();
    }

    private TurnResult besideQuestions(Plan plan, Meaning meaning, String says) {
        boolean isResume = command(meaning, Command.RESUME).isPresent();
        return turns.take(plan, isResume ? Turn::resume : turn -> turn.hearAside(says));
    }

    private TurnResult onQuestion(Plan plan, Blank question, Meaning meaning, String says) {
        if (session.isAsking(plan, question)) {
            return meaning instanceof Meaning.Held
                    ? new ChatReplies(session, context, turns).heard(says, plan)
                    : turns.take(plan, turn -> turn.tap(says));
        }
        return reply(Abouts.of(plan), new StaleTapReply(session, plan, context).message(question));
    }

    private TurnResult reply(About about, Message message) {
        return TurnResult.reply(context.ids().get(), about, message);
    }
}
