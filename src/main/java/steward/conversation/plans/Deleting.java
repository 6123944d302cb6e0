package steward.conversation.plans;

import java.util.List;
import java.util.Optional;
import steward.conversation.accounts.PlanMessages;
import steward.conversation.accounts.PlanResolver;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.conversation.turn.writing.Undoing;
import steward.dashboard.Abouts;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.SideQuestion;
import steward.message.Words;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.TimeEntry;

/**
 * {@code /plan delete Acme}: deletes a plan that was started by mistake, once its name is typed or tapped. It may be brought back on the same
 * day; after that it is never shown again.
 */
final class Deleting {

    private static final String SURE = "sure";
    private static final String KEPT = "kept";

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    Deleting(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    TurnResult take(Optional<Plan> about, String typed) {
        if (about.isPresent() && typed.equals(SURE)) {
            return delete(about.get());
        }
        if (about.isPresent() && typed.equals(KEPT)) {
            return TurnResult.aside(Message.say("Nothing is deleted.")).insteadOfTapped();
        }
        return new PlanResolver(session, context, "/plan delete").then(about, typed, this::ask);
    }

    private TurnResult ask(Plan plan) {
        long answers = plan.blanks()
                .filter(blank ->
                        plan.number(blank).isPresent() && plan.kept(blank).isPresent())
                .count();
        Words what = Words.of(
                "Delete *{}*, {}? With it go {} and {} of logged time, from every list, sum and nudge.",
                plan.account(),
                plan.year(),
                answers == 1 ? "1 answer" : answers + " answers",
                TimeEntry.sum(plan.timeLog().stream()).shown(context.notation()));
        return TurnResult.aside(Message.of(
                        new Part.Paragraph(what),
                        new Part.Choices(
                                Abouts.of(plan),
                                List.of(
                                        new Button("Keep it", "/plan delete " + KEPT),
                                        new Button(PlanMessages.shortened(plan.account()), "/plan delete " + SURE))),
                        new Part.Quiet(Words.of(
                                "Tap or type its name to delete it. To end a plan and keep the record, `/plan close {}`.",
                                plan.account())))
                .asking(SideQuestion.which(List.of(
                        option(plan, plan.account(), SURE),
                        option(plan, "Keep it", KEPT),
                        option(plan, "no", KEPT),
                        option(plan, "yes", "")))));
    }

    /** Its name alone deletes it: a yes is asked for that again. */
    private static SideQuestion.Option option(Plan plan, String name, String says) {
        return new SideQuestion.Option(0, name, plan.id().text(), ("/plan delete " + says).strip());
    }

    private TurnResult delete(Plan plan) {
        TurnResult deleted = turns.take(plan, turn -> turn.act(false, writer -> writer.write(Kind.DELETED, "")));
        Optional<Plan> waiting = session.current().flatMap(session::plan).filter(Plan::isWaiting);
        TurnResult result =
                waiting.map(other -> turns.take(other, Turn::askAgain)).orElse(deleted);
        return result.with(Message.of(new Part.Entry(
                        Words.of(
                                "*{}*, {}, is deleted. *Undo* brings it back today; after that nothing does.",
                                plan.account(),
                                plan.year()),
                        Abouts.of(plan),
                        Undoing.button(plan))))
                .insteadOfTapped();
    }
}
