package steward.runtime.chat;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Who a person is, as the chat knows them.
 *
 * @param name empty if they have none
 * @param zone empty if the chat does not tell it
 * @param isGone whether they are deactivated
 */
public record UserProfile(String name, Optional<ZoneId> zone, boolean isGone) {}
