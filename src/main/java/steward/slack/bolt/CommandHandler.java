package steward.slack.bolt;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.response.Response;
import steward.message.Message;
import steward.runtime.chat.Renderer;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.FailureReplies;
import steward.runtime.turns.TakenTurn;
import steward.runtime.turns.TurnRunner;
import steward.slack.events.CommandDeliveries;

/** Handles slash commands. What only the rep is to see stands in the acknowledgement, and so does an apology: Slack delivers none again. */
final class CommandHandler {

    private final TurnRunner turns;
    private final Renderer renderer;
    private final FailureLog failures;

    CommandHandler(TurnRunner turns, Renderer renderer, FailureLog failures) {
        this.turns = turns;
        this.renderer = renderer;
        this.failures = failures;
    }

    Response handle(SlashCommandPayload payload) {
        Delivery delivery = CommandDeliveries.delivery(payload);
        try {
            boolean inRoom = payload.getChannelId() != null && turns.isRoom(delivery.rep(), payload.getChannelId());
            TakenTurn taken = turns.take(delivery);
            return acknowledged(taken, inRoom).then(() -> turns.finish(taken.privateReplyShown()));
        } catch (RuntimeException e) {
            return privately(FailureReplies.message(failures.log(e)));
        }
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
}
