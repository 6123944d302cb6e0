package steward.slack;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.About;
import steward.message.Intent;
import steward.message.Purpose;

/**
 * Shows reps what only they are to see where they tapped, beside the message or in its place.
 *
 * <p>Tried once, and once more without charts if Slack takes none there. Where that fails, or where there is no such place, it goes to
 * their DM, which is theirs alone too.
 */
final class Asides {

    private static final Logger LOG = LoggerFactory.getLogger(Asides.class);

    private static final String REPLACES = "replace_original";

    private final Workspaces workspaces;
    private final Supplier<String> ids;

    Asides(Workspaces workspaces, Supplier<String> ids) {
        this.workspaces = workspaces;
        this.ids = ids;
    }

    /**
     * Returns at once.
     *
     * @param content the message, drawn
     */
    void show(Delivery delivery, JsonObject content) {
        Optional<URI> address = delivery.origin().answers();
        if (address.isEmpty()) {
            inDm(delivery, content);
            return;
        }
        WebApi api = workspaces.in(delivery.rep().team());
        var unused = answer(api, address.get(), content).thenAccept(reply -> {
            if (reply.kind() != Reply.Kind.OK) {
                LOG.warn("A private reply is not shown where it was asked for: {}", reply.error());
                inDm(delivery, content);
            }
        });
    }

    private static CompletableFuture<Reply> answer(WebApi api, URI address, JsonObject content) {
        return api.answer(address, beside(content))
                .thenCompose(reply -> reply.refusesBlocks()
                        ? api.answer(
                                address, beside(Drawn.withoutCharts(content).orElseGet(() -> Drawn.textOnly(content))))
                        : CompletableFuture.completedFuture(reply));
    }

    /** What is to stand in the place of the message that was tapped, whether others see that or not. */
    static JsonObject insteadOfTapped(JsonObject content) {
        JsonObject answer = content.deepCopy();
        answer.addProperty(REPLACES, true);
        return answer;
    }

    private static JsonObject beside(JsonObject content) {
        if (content.has(REPLACES)) {
            return content;
        }
        JsonObject answer = content.deepCopy();
        answer.addProperty("response_type", "ephemeral");
        answer.addProperty(REPLACES, false);
        return answer;
    }

    private void inDm(Delivery delivery, JsonObject content) {
        Intent intent = new Intent(ids.get(), delivery.rep(), Purpose.REPLY, About.NOTHING, "");
        String channel = delivery.room().orElse(delivery.rep().user());
        JsonObject plain = Drawn.withoutCharts(content).orElse(content).deepCopy();
        plain.remove(REPLACES);
        var unused = workspaces
                .in(delivery.rep().team())
                .post("chat.postMessage", Envelope.of(intent, channel, plain))
                .thenAccept(reply -> {
                    if (reply.kind() != Reply.Kind.OK) {
                        LOG.warn("A private reply did not arrive: {}", reply.error());
                    }
                });
    }
}
