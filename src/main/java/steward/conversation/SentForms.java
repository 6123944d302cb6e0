package steward.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import steward.conversation.actions.ActionForms;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.desk.Submission;
import steward.conversation.fates.FateForm;
import steward.conversation.plans.LookBackForm;
import steward.conversation.plans.NewPlanForm;
import steward.conversation.roti.ShareForm;
import steward.conversation.roti.WhatIfForm;
import steward.conversation.settings.ForgetMe;
import steward.conversation.settings.SettingsForm;
import steward.conversation.time.TimeForm;
import steward.conversation.turn.FormScope;
import steward.conversation.turn.Hints;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.message.About;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.Status;

/** Forms that come back: what a form was opened for stands at the beginning of its token. */
final class SentForms {

    private final Desk desk;
    private final Occasion occasion;
    private final Turns turns;

    SentForms(Desk desk, Occasion occasion, Turns turns) {
        this.desk = desk;
        this.occasion = occasion;
        this.turns = turns;
    }

    Submission take(String token, Map<About, String> answers) {
        String[] parts = token.split(" ", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case NewPlanForm.TOKEN -> new NewPlanForm(desk, occasion, turns).take(answers);
            case SettingsForm.TOKEN -> new SettingsForm(desk, occasion).take(answers);
            case ForgetMe.TOKEN -> new ForgetMe(desk, occasion).submitted(answers);
            case TimeForm.TOKEN -> new TimeForm(desk, occasion).submitted(rest, answers);
            case ShareForm.TOKEN -> ShareForm.submitted(desk, rest, answers, occasion);
            case WhatIfForm.TOKEN -> WhatIfForm.submitted(desk, rest, answers, occasion);
            case ActionForms.TOKEN -> new ActionForms(desk, occasion, turns).submitted(token, answers);
            case LookBackForm.TOKEN -> onLive(rest, plan -> new LookBackForm(occasion, turns).submitted(plan, answers));
            case FateForm.TOKEN ->
                onLive(rest, plan -> new FateForm(occasion, turns).submitted(plan, desk.isTalkedAbout(plan), answers));
            default ->
                FormScope.ofToken(token)
                        .map(scope -> onLive(scope.plan(), plan -> step(scope, plan, answers)))
                        .orElseGet(this::noSuchPlan);
        };
    }

    private Submission onLive(String plan, Function<Plan, Submission> take) {
        Optional<Plan> found = desk.plan(new PlanId(plan)).filter(live -> live.status() != Status.CLOSED);
        return found.map(take).orElseGet(this::noSuchPlan);
    }

    private Submission noSuchPlan() {
        return new Submission(Map.of(), Outcome.reply(occasion.ids().get(), About.NOTHING, Hints.noSuchPlan()));
    }

    private Submission step(FormScope scope, Plan plan, Map<About, String> answers) {
        Turn turn = new Turn(plan, occasion, desk::usual);
        Map<About, String> complaints = turn.submit(scope, answers, desk.isTalkedAbout(plan));
        if (!complaints.isEmpty()) {
            return new Submission(complaints, Outcome.NOTHING);
        }
        desk.write(plan.id(), turn.entries());
        return new Submission(Map.of(), turn.outcome());
    }
}
