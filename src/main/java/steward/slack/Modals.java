package steward.slack;

import com.google.gson.JsonObject;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.Message;

/**
 * Opens forms before reps.
 *
 * <p>Slack opens one only within three seconds of the tap or command that asks for it. So it is tried at once and once, and the way to
 * Slack it is given is one that nothing else uses.
 */
final class Modals {

    private static final Logger LOG = LoggerFactory.getLogger(Modals.class);
    private static final long WAIT_SECONDS_MAX = 3;

    private final Workspaces workspaces;
    private final Apologies apologies;
    private final Supplier<String> ids;

    /** @param workspaces for the use of this alone */
    Modals(Workspaces workspaces, Apologies apologies, Supplier<String> ids) {
        this.workspaces = workspaces;
        this.apologies = apologies;
        this.ids = ids;
    }

    /** Opens a form for whoever did this, and returns at once. */
    void open(Delivery delivery, JsonObject view) {
        if (delivery.trigger().isEmpty()) {
            say(delivery, "A form opens from its button only. Tap it, please.");
            return;
        }
        JsonObject call = new JsonObject();
        call.addProperty("trigger_id", delivery.trigger());
        call.add("view", view);
        var unused = workspaces
                .in(delivery.rep().team())
                .post(method(delivery.origin()), call)
                .completeOnTimeout(Reply.unknown("no answer in time"), WAIT_SECONDS_MAX, TimeUnit.SECONDS)
                .thenAccept(reply -> {
                    if (reply.kind() != Reply.Kind.OK) {
                        LOG.warn("A form did not open: {}", reply.error());
                        say(delivery, words(reply.error()));
                    }
                });
    }

    /** From inside a modal, another one is laid on top, and closing that one leads back. */
    private static String method(Origin origin) {
        return origin.surface() == Origin.Surface.MODAL ? "views.push" : "views.open";
    }

    private static String words(String error) {
        return error.equals("push_limit_reached")
                ? "There is no room for one more window. Close one and tap again, please."
                : "That took too long to open. Tap it again, please.";
    }

    private void say(Delivery delivery, String words) {
        apologies.say(delivery, ids.get(), Message.say(words));
    }
}
