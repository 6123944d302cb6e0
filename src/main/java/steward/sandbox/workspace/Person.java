package steward.sandbox.workspace;

import static steward.sandbox.http.Json.field;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import steward.sandbox.http.Json;

/** Somebody in the workspace, a human or the app's bot user. */
public record Person(String id, String name, String realName, String title, ZoneId zone, boolean bot) {

    String firstName() {
        return realName.split(" ", 2)[0];
    }

    /** The user object of {@code users.info}; the offset from UTC is the one that holds at {@code now}. */
    public JsonObject profile(String teamId, Instant now) {
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
                field("id", id),
                field("team_id", teamId),
                field("name", name),
                field("deleted", false),
                field("real_name", realName),
                field("tz", zone.getId()),
                field("tz_label", zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                field("tz_offset", zone.getRules().getOffset(now).getTotalSeconds()),
                field("profile", profile),
                field("is_admin", !bot),
                field("is_owner", !bot),
                field("is_primary_owner", !bot),
                field("is_restricted", false),
                field("is_ultra_restricted", false),
                field("is_bot", bot),
                field("is_app_user", false),
                field("updated", now.getEpochSecond()));
    }
}
