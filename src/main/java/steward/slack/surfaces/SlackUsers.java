package steward.slack.surfaces;

import static steward.slack.blocks.JsonFields.firstOf;
import static steward.slack.blocks.JsonFields.isTrue;
import static steward.slack.blocks.JsonFields.object;
import static steward.slack.blocks.JsonFields.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import steward.runtime.chat.UserProfile;
import steward.slack.blocks.TypedText;

/** Reads a person's profile from what Slack says of them. */
public final class SlackUsers {

    private SlackUsers() {}

    /**
     * Their name, time zone and language.
     *
     * @param user as {@code users.info} and {@code user_change} have them
     */
    public static UserProfile profile(JsonObject user) {
        JsonObject profile = object(user, "profile");
        String name = firstOf(
                text(profile, "real_name").strip(),
                text(user, "real_name").strip(),
                text(profile, "display_name").strip(),
                text(user, "name"));
        return new UserProfile(
                TypedText.from(name), zone(text(user, "tz"), user.get("tz_offset")), isTrue(user, "deleted"));
    }

    /** A zone that Java does not know by its name is at least as far from UTC as Slack says. */
    private static Optional<ZoneId> zone(String name, @Nullable JsonElement offsetSeconds) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return offsetSeconds == null ? Optional.empty() : offset(offsetSeconds);
        }
    }

    private static Optional<ZoneId> offset(JsonElement seconds) {
        try {
            return Optional.of(ZoneOffset.ofTotalSeconds(seconds.getAsInt()));
        } catch (DateTimeException | UnsupportedOperationException | IllegalStateException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
