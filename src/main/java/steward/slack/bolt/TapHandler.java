package steward.slack.bolt;

import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import java.util.List;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.FailureReplies;
import steward.runtime.turns.TakenTurn;
import steward.runtime.turns.TurnRunner;
import steward.slack.events.TapDeliveries;

/** Handles taps. Slack never delivers one again, so a rep whose tap could not be taken is told. */
final class TapHandler {

    private final TurnRunner turns;
    private final FailureReplies failureReplies;
    private final FailureLog failures;

    TapHandler(TurnRunner turns, FailureReplies failureReplies, FailureLog failures) {
        this.turns = turns;
        this.failureReplies = failureReplies;
        this.failures = failures;
    }

    Response handle(BlockActionRequest request) {
        List<Runnable> then = TapDeliveries.deliveries(request.getPayload()).stream()
                .map(this::take)
                .toList();
        return Acknowledgement.taken().then(() -> then.forEach(Runnable::run));
    }

    private Runnable take(Delivery tap) {
        try {
            TakenTurn taken = turns.take(tap);
            return () -> turns.finish(taken);
        } catch (RuntimeException e) {
            String reference = failures.log(e);
            return () -> failureReplies.send(tap, reference);
        }
    }
}
