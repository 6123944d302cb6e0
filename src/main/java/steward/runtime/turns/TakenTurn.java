package steward.runtime.turns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import steward.message.Intent;
import steward.runtime.chat.RenderedForm;

/**
 * A turn that has been written down, and what is to be sent and shown about it; nothing if the delivery came before.
 *
 * @param updates by the message that is to show something else
 * @param privateReply what only the rep is to see, in the conversation where they did this
 * @param form what is to be opened before the rep
 * @param acknowledged completed once the chat has its acknowledgement
 */
public record TakenTurn(
        Delivery delivery,
        List<Intent> intents,
        Map<String, String> updates,
        Optional<String> privateReply,
        Optional<RenderedForm> form,
        CompletableFuture<Boolean> acknowledged) {

    /** Nothing to send or show. */
    TakenTurn(Delivery delivery) {
        this(delivery, List.of(), Map.of(), Optional.empty(), Optional.empty(), new CompletableFuture<>());
    }

    /** What is left once the acknowledgement has shown the private reply. */
    public TakenTurn privateReplyShown() {
        return new TakenTurn(delivery, intents, updates, Optional.empty(), form, acknowledged);
    }

    /** What is left once the acknowledgement has opened the form. */
    public TakenTurn formShown() {
        return new TakenTurn(delivery, intents, updates, privateReply, Optional.empty(), acknowledged);
    }
}
