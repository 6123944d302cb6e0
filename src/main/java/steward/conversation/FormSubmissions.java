package steward.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import steward.conversation.actions.ActionForms;
import steward.conversation.files.ShareFileForm;
import steward.conversation.outcomes.OutcomeForm;
import steward.conversation.plans.LookBackForm;
import steward.conversation.plans.NewPlanForm;
import steward.conversation.roti.ShareForm;
import steward.conversation.roti.WhatIfForm;
import steward.conversation.session.RepSession;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.settings.ForgetMe;
import steward.conversation.settings.SettingsForm;
import steward.conversation.time.TimeForm;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.conversation.turn.forms.FormScope;
import steward.conversation.turn.writing.Hints;
import steward.message.About;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.Status;

/** Handles forms that a rep has submitted: what a form was opened for stands at the beginning of its token. */
final class FormSubmissions {

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    FormSubmissions(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    Submission take(String token, Map<About, String> answers) {
        String[] parts = token.split(" ", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case NewPlanForm.TOKEN -> new NewPlanForm(session, context, turns).take(answers);
            case SettingsForm.TOKEN -> new SettingsForm(session, context).take(answers);
            case ForgetMe.TOKEN -> new ForgetMe(session, context).submitted(answers);
            case TimeForm.TOKEN -> new TimeForm(session, context).submitted(rest, answers);
            case ShareFileForm.TOKEN -> ShareFileForm.submitted(session, rest, answers, context);
            case ShareForm.TOKEN -> ShareForm.submitted(session, rest, answers, context);
            case WhatIfForm.TOKEN -> WhatIfForm.submitted(session, rest, answers, context);
            case ActionForms.TOKEN -> new ActionForms(session, context, turns).submitted(token, answers);
            case LookBackForm.TOKEN -> onLive(rest, plan -> new LookBackForm(context, turns).submitted(plan, answers));
            case OutcomeForm.TOKEN -> outcome(rest.split(" ", 2), answers);
            default ->
                FormScope.ofToken(token)
                        .map(scope -> onLive(scope.plan(), plan -> step(scope, plan, answers)))
                        .orElseGet(this::noSuchPlan);
        };
    }

    private Submission outcome(String[] planAndRest, Map<About, String> answers) {
        String rest = planAndRest.length > 1 ? planAndRest[1] : "";
        return onLive(
                planAndRest[0],
                plan -> new OutcomeForm(context, turns).submitted(plan, rest, session.isTalkedAbout(plan), answers));
    }

    private Submission onLive(String plan, Function<Plan, Submission> take) {
        Optional<Plan> found = session.plan(new PlanId(plan)).filter(live -> live.status() != Status.CLOSED);
        return found.map(take).orElseGet(this::noSuchPlan);
    }

    private Submission noSuchPlan() {
        return new Submission(Map.of(), TurnResult.reply(context.ids().get(), About.NOTHING, Hints.noSuchPlan()));
    }

    private Submission step(FormScope scope, Plan plan, Map<About, String> answers) {
        Turn turn = new Turn(plan, context, session);
        Map<About, String> complaints = turn.submit(scope, answers, session.isTalkedAbout(plan));
        if (!complaints.isEmpty()) {
            return new Submission(complaints, TurnResult.NOTHING);
        }
        session.write(plan.id(), turn.entries());
        return new Submission(Map.of(), turn.result());
    }
}
