package steward.runtime.turns;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.Message;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.Refusal;
import steward.runtime.chat.RenderedForm;
import steward.runtime.chat.Renderer;

/**
 * Opens forms before reps.
 *
 * <p>A chat opens one only within seconds of the tap or command that asks for it. So it is tried at once and once, on threads that nothing
 * else uses.
 */
public final class FormOpener {

    private static final Logger LOG = LoggerFactory.getLogger(FormOpener.class);

    private final Chat chat;
    private final Renderer renderer;
    private final Executor executor;
    private final FailureReplies replies;
    private final Supplier<String> ids;

    /** @param executor for the use of this alone */
    public FormOpener(Chat chat, Renderer renderer, Executor executor, FailureReplies replies, Supplier<String> ids) {
        this.chat = chat;
        this.renderer = renderer;
        this.executor = executor;
        this.replies = replies;
        this.ids = ids;
    }

    /** Opens a form for whoever did this, and returns at once. */
    void open(Delivery delivery, RenderedForm form) {
        if (delivery.origin().trigger().isEmpty()) {
            say(delivery, "A form opens from its button only. Tap it, please.");
            return;
        }
        executor.execute(() -> {
            ChatResult<Void> opened = chat.openForm(delivery.rep(), delivery.origin(), form.view());
            if (!opened.isDone()) {
                LOG.warn("A form did not open: {}", opened.error());
                say(delivery, words(opened));
            }
        });
    }

    private static String words(ChatResult<Void> refused) {
        return refused.isRefusedFor(Refusal.PLACE)
                ? "There is no room for one more window. Close one and tap again, please."
                : "That took too long to open. Tap it again, please.";
    }

    private void say(Delivery delivery, String words) {
        replies.send(delivery, ids.get(), renderer.message(Message.say(words)));
    }
}
