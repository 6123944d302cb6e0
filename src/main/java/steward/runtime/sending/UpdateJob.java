package steward.runtime.sending;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.Outbox;
import steward.rep.RepId;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatResult;

/**
 * A message sent before that is to show something else. Tried once: nothing depends on it.
 *
 * @param intent the id that it was sent under
 */
record UpdateJob(RepId rep, String intent, String body, Chat chat, Outbox outbox) implements SendJob {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateJob.class);

    @Override
    public Optional<Duration> attempt() {
        outbox.arrival(rep, intent).ifPresent(arrival -> {
            ChatResult<Void> updated = chat.update(rep.team(), arrival.message(), body);
            if (!updated.isDone()) {
                LOG.warn("Message {} stays as it was: {}", intent, updated.error());
            }
        });
        return Optional.empty();
    }
}
