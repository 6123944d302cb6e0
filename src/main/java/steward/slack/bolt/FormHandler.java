package steward.slack.bolt;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.response.Response;
import steward.runtime.chat.RenderedForm;
import steward.runtime.turns.FailureReplies;
import steward.runtime.turns.FormRejected;
import steward.runtime.turns.TakenTurn;
import steward.runtime.turns.TurnRunner;
import steward.slack.events.SubmittedForm;

/** Handles forms that reps send back. One that is not accepted stays open before the rep, with all that they filled in. */
final class FormHandler {

    private final TurnRunner turns;
    private final FailureLog failures;

    FormHandler(TurnRunner turns, FailureLog failures) {
        this.turns = turns;
        this.failures = failures;
    }

    Response handle(ViewSubmissionPayload payload) {
        return SubmittedForm.of(payload).map(this::take).orElseGet(Acknowledgement::taken);
    }

    private Acknowledgement take(SubmittedForm form) {
        try {
            return accepted(turns.take(form.delivery()));
        } catch (FormRejected e) {
            return Acknowledgement.json(form.refused(e.complaints()));
        } catch (RuntimeException e) {
            return Acknowledgement.json(
                    form.refused(FailureReplies.words(failures.log(e)).text()));
        }
    }

    /** A form that is accepted closes; if there is something to read about it, that stands in its place. */
    private Acknowledgement accepted(TakenTurn taken) {
        return taken.form()
                .filter(RenderedForm::isSheet)
                .map(sheet -> Acknowledgement.json(SubmittedForm.replacedBy(sheet.view()))
                        .then(() -> turns.finish(taken.formShown())))
                .orElseGet(() -> Acknowledgement.taken().then(() -> turns.finish(taken)));
    }
}
