package steward.export.data;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import steward.nudges.SentNudge;
import steward.plan.Plan;
import steward.rep.Preferences;
import steward.rep.Rep;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;

/**
 * All that Steward keeps of one rep, as one file that they and a program can read: JSON, in the words of the worksheet, times on the rep's
 * own clock.
 *
 * <p>Each plan is there twice: as it stands, and as its journal, with every answer that was ever given. As long as nothing changes, the
 * file is the same.
 */
public final class PersonalDataFile {

    private final Rep rep;
    private final PlanJson plans;
    private final Notation notation;

    /**
     * The file of a rep in a workspace that writes as {@code notation} says.
     *
     * @param today the rep's own day
     */
    public PersonalDataFile(Rep rep, LocalDate today, Notation notation) {
        this.rep = rep;
        this.plans = new PlanJson(rep, today, notation);
        this.notation = notation;
    }

    /**
     * What stands in it.
     *
     * @param all all of the rep's, closed ones too
     * @param nudges that the rep got
     */
    public String text(List<Plan> all, List<SentNudge> nudges) {
        JsonObject file = new JsonObject();
        file.addProperty("about", "All that Steward keeps of you. Times are on your own clock.");
        file.addProperty("name", rep.name());
        file.addProperty("time_zone", rep.zone().getId());
        file.add("settings", settings(rep.preferences()));
        file.add("plans", Json.array(all.stream().map(plans::of)));
        file.add("nudges", Json.array(nudges.stream().map(this::nudge)));
        return Json.text(file);
    }

    private JsonObject settings(Preferences preferences) {
        JsonObject settings = new JsonObject();
        preferences
                .breakEven()
                .ifPresent(cost -> settings.addProperty("an_hour_costs", new Money(cost).shown(notation)));
        settings.add(
                "working_days",
                Json.array(
                        preferences.week().days().stream().map(DayOfWeek::name).map(Json::word)));
        settings.addProperty("works_from", preferences.week().from().toString());
        settings.addProperty("works_to", preferences.week().to().toString());
        settings.add(
                "nudges_not_wanted",
                Json.array(preferences.muted().stream().sorted().map(JsonPrimitive::new)));
        preferences.awayUntil().ifPresent(day -> settings.addProperty("away_until", day.toString()));
        preferences.fiscalYearEnd().ifPresent(month -> settings.addProperty("fiscal_year_end", month.getValue()));
        preferences
                .calendar()
                .ifPresent(key -> settings.addProperty(
                        "calendar_address_made_at",
                        key.since().atZone(rep.zone()).toOffsetDateTime().toString()));
        return settings;
    }

    private JsonObject nudge(SentNudge nudge) {
        JsonObject json = new JsonObject();
        json.addProperty("day", nudge.day().toString());
        json.addProperty("kind", nudge.kind().metadataName());
        json.addProperty("answered", nudge.answered());
        return json;
    }
}
