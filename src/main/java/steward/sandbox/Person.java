package steward.sandbox;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;

/** Somebody in the workspace, a human or the app's bot user. */
record Person(String id, String name, String realName, String title, ZoneId zone, boolean bot) {

    String firstName() {
        return realName.split(" ", 2)[0];
    }

    /** The user object of {@code users.info}; the offset from UTC is the one that holds at {@code now}. */
    JsonObject profile(String teamId, Instant now) {
        JsonObject profile = Json.object(
                "title", title,
                "real_name", realName,
                "real_name_normalized", realName,
                "display_name", name,
                "display_name_normalized", name,
                "first_name", firstName(),
                "status_text", "",
                "status_emoji", "",
                "team", teamId);
        return Json.object(
                "id",
                id,
                "team_id",
                teamId,
                "name",
                name,
                "deleted",
                false,
                "real_name",
                realName,
                "tz",
                zone.getId(),
                "tz_label",
                zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                "tz_offset",
                zone.getRules().getOffset(now).getTotalSeconds(),
                "profile",
                profile,
                "is_admin",
                !bot,
                "is_owner",
                !bot,
                "is_primary_owner",
                !bot,
                "is_restricted",
                false,
                "is_ultra_restricted",
                false,
                "is_bot",
                bot,
                "is_app_user",
                false,
                "updated",
                now.getEpochSecond());
    }
}
