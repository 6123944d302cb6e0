package steward.slack.surfaces;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import steward.runtime.chat.UserProfile;
import steward.slack.api.Responses.User;
import steward.slack.blocks.TypedText;

/** Reads a person's profile from what Slack says of them. */
public final class SlackUsers {

    private SlackUsers() {}

    public static UserProfile profile(User user) {
        String name = user.names().findFirst().map(TypedText::from).orElse("");
        return new UserProfile(name, zone(user.zone(), user.zoneOffset()), user.isDeleted());
    }

    /** A zone that Java does not know by its name is at least as far from UTC as Slack says. */
    private static Optional<ZoneId> zone(String name, @Nullable Integer offsetSeconds) {
        try {
            if (!name.isEmpty()) {
                return Optional.of(ZoneId.of(name));
            }
        } catch (DateTimeException e) {
            return offsetSeconds == null ? Optional.empty() : offset(offsetSeconds);
        }
        return Optional.empty();
    }

    private static Optional<ZoneId> offset(int seconds) {
        try {
            return Optional.of(ZoneOffset.ofTotalSeconds(seconds));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
