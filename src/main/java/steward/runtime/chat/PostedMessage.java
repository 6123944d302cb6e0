package steward.runtime.chat;

import java.util.Optional;
import steward.message.Outbox.Arrival;

/**
 * A message that has arrived.
 *
 * @param channel where it stands
 * @param arrival its id and its place in the order there, if the chat told
 */
public record PostedMessage(String channel, Optional<Arrival> arrival) {}
