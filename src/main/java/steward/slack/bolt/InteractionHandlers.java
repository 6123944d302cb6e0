package steward.slack.bolt;

import com.google.gson.JsonObject;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import java.util.List;
import java.util.Optional;
import steward.message.Message;
import steward.runtime.ChatRuntime;
import steward.runtime.chat.RenderedForm;
import steward.runtime.chat.Renderer;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.FailureReplies;
import steward.runtime.turns.FormRejected;
import steward.runtime.turns.TakenTurn;
import steward.runtime.turns.TurnRunner;
import steward.slack.bolt.requests.FormRequest;
import steward.slack.events.CommandDeliveries;
import steward.slack.events.SubmittedForm;
import steward.slack.events.TapDeliveries;

/** Handles taps, slash commands and forms. Slack delivers none of them again, so a rep whose could not be taken is told. */
final class InteractionHandlers {

    private final TurnRunner turns;
    private final FailureReplies failureReplies;
    private final Renderer renderer;
    private final FailureLog failures;

    InteractionHandlers(ChatRuntime runtime, Renderer renderer, FailureLog failures) {
        this.turns = runtime.turns();
        this.failureReplies = runtime.failureReplies();
        this.renderer = renderer;
        this.failures = failures;
    }

    Response taps(JsonObject payload) {
        List<Runnable> then =
                TapDeliveries.deliveries(payload).stream().map(this::taken).toList();
        return Acknowledgement.taken().then(() -> then.forEach(Runnable::run));
    }

    private Runnable taken(Delivery tap) {
        try {
            TakenTurn taken = turns.take(tap);
            return () -> turns.finish(taken);
        } catch (RuntimeException e) {
            String reference = failures.log(e);
            return () -> failureReplies.send(tap, reference);
        }
    }

    /** What only the rep is to see stands in the acknowledgement, and so does an apology. */
    Response command(SlashCommandPayload payload) {
        Delivery delivery = CommandDeliveries.delivery(payload);
        try {
            boolean inRoom = payload.getChannelId() != null && turns.isRoom(delivery.rep(), payload.getChannelId());
            TakenTurn taken = turns.take(delivery);
            return acknowledged(taken, inRoom)
                    .then(() -> turns.finish(taken.privateReplyShown()), () -> turns.finish(taken));
        } catch (RuntimeException e) {
            return failed(failures.log(e));
        }
    }

    /** An apology for a command that could not be taken, or not in time. */
    Acknowledgement failed(String reference) {
        return privately(FailureReplies.message(reference));
    }

    /** Whoever typed a command elsewhere would see nothing come of it. */
    private Acknowledgement acknowledged(TakenTurn taken, boolean inRoom) {
        if (taken.privateReply().isPresent()) {
            return Acknowledgement.json(taken.privateReply().get());
        }
        return taken.intents().isEmpty() || taken.form().isPresent() || inRoom
                ? Acknowledgement.taken()
                : privately(Message.say("I've answered in our chat."));
    }

    private Acknowledgement privately(Message message) {
        return Acknowledgement.json(renderer.privateReply(message, false));
    }

    /** A form that is not accepted stays open before the rep, with all that they filled in. */
    Response form(ViewSubmissionRequest request) {
        return submitted(request).map(this::accepted).orElseGet(Acknowledgement::taken);
    }

    /** What was sent back; empty if it is none of Steward's. */
    static Optional<SubmittedForm> submitted(ViewSubmissionRequest request) {
        return SubmittedForm.of(((FormRequest) request).json());
    }

    private Acknowledgement accepted(SubmittedForm form) {
        try {
            return closed(turns.take(form.delivery()));
        } catch (FormRejected e) {
            return Acknowledgement.json(form.refused(e.complaints()));
        } catch (RuntimeException e) {
            return failed(form, failures.log(e));
        }
    }

    private static Acknowledgement failed(SubmittedForm form, String reference) {
        return Acknowledgement.json(form.refused(FailureReplies.words(reference).text()));
    }

    /** An apology for a form that could not be taken in time; it stays open. */
    Acknowledgement failed(ViewSubmissionRequest request, String reference) {
        return submitted(request).map(form -> failed(form, reference)).orElseGet(Acknowledgement::taken);
    }

    /** A form that is accepted closes; if there is something to read about it, that stands in its place. */
    private Acknowledgement closed(TakenTurn taken) {
        return taken.form()
                .filter(RenderedForm::isSheet)
                .map(sheet -> Acknowledgement.json(SubmittedForm.replacedBy(sheet.view()))
                        .then(() -> turns.finish(taken.formShown())))
                .orElseGet(() -> Acknowledgement.taken().then(() -> turns.finish(taken)));
    }
}
