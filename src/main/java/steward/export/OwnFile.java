package steward.export;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import steward.nudges.Sent;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Plan;
import steward.plan.TimeEntry;
import steward.rep.Preferences;
import steward.rep.Rep;
import steward.worksheet.Money;
import steward.worksheet.Notation;
import steward.worksheet.Step;
import steward.worksheet.Worksheet;

/**
 * All that Steward keeps of one rep, as one file that they and a program can read: JSON, in the words of the worksheet, times on the rep's
 * own clock.
 *
 * <p>Each plan is there twice: as it stands, and as its journal, with every answer that was ever given. As long as nothing changes, the
 * file is the same.
 */
public final class OwnFile {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Rep rep;
    private final LocalDate today;
    private final Notation notation;

    /**
     * The file of a rep in a workspace that writes as {@code notation} says.
     *
     * @param today the rep's own day
     */
    public OwnFile(Rep rep, LocalDate today, Notation notation) {
        this.rep = rep;
        this.today = today;
        this.notation = notation;
    }

    /**
     * What stands in it.
     *
     * @param plans all of the rep's, closed ones too
     * @param nudges that the rep got
     */
    public String text(List<Plan> plans, List<Sent> nudges) {
        JsonObject file = new JsonObject();
        file.addProperty("about", "All that Steward keeps of you. Times are on your own clock.");
        file.addProperty("name", rep.name());
        file.addProperty("time_zone", rep.zone().getId());
        file.add("settings", settings(rep.preferences()));
        file.add("plans", array(plans.stream().map(this::plan)));
        file.add("nudges", array(nudges.stream().map(this::nudge)));
        return GSON.toJson(file);
    }

    private JsonObject settings(Preferences preferences) {
        JsonObject settings = new JsonObject();
        preferences
                .breakEven()
                .ifPresent(cost -> settings.addProperty("an_hour_costs", new Money(cost).shown(notation)));
        settings.add(
                "working_days",
                array(preferences.week().days().stream().map(DayOfWeek::name).map(OwnFile::word)));
        settings.addProperty("works_from", preferences.week().from().toString());
        settings.addProperty("works_to", preferences.week().to().toString());
        settings.add(
                "nudges_not_wanted", array(preferences.muted().stream().sorted().map(JsonPrimitive::new)));
        preferences.awayUntil().ifPresent(day -> settings.addProperty("away_until", day.toString()));
        return settings;
    }

    private JsonObject plan(Plan plan) {
        JsonObject json = new JsonObject();
        json.addProperty("account", plan.account());
        json.addProperty("year", plan.year());
        json.add("status", word(plan.status().name()));
        plan.cycleStart().ifPresent(day -> {
            json.addProperty("cycle", plan.cycle());
            json.addProperty("cycle_started", day.toString());
        });
        json.add("answers", array(Worksheet.STEPS.stream().flatMap(step -> answers(plan, step))));
        json.add(
                "opportunities",
                array(plan.rows(Worksheet.OPPORTUNITIES).stream().map(row -> outcome(plan, row))));
        json.add("actions", array(plan.actions().stream().map(this::action)));
        json.add("time_log", array(plan.timeLog().stream().map(this::hours)));
        json.add("journal", array(plan.entries().stream().map(this::entry)));
        return json;
    }

    private Stream<JsonObject> answers(Plan plan, Step step) {
        return plan.blanks(step)
                .filter(blank -> blank.question().isNumbered() && plan.isSettled(blank))
                .map(blank -> answer(plan, step, blank));
    }

    private JsonObject answer(Plan plan, Step step, Blank blank) {
        JsonObject json = new JsonObject();
        json.addProperty("step", step.title());
        json.addProperty("question", blank.question().label());
        if (blank.row() > 0) {
            json.addProperty("row", blank.row());
        }
        json.addProperty("answer", plan.shown(blank, today, notation).orElse("not known yet"));
        return json;
    }

    private JsonObject outcome(Plan plan, int row) {
        JsonObject json = new JsonObject();
        json.addProperty("row", row);
        json.addProperty("opportunity", plan.get(Worksheet.OPPORTUNITY, row).orElse(""));
        plan.fate(row)
                .either(
                        () -> said(json, "open", "", ""),
                        won -> said(json, "won", "increase", won.shown(notation)),
                        why -> said(json, "lost", "reason", why));
        return json;
    }

    private static JsonObject said(JsonObject json, String outcome, String name, String value) {
        json.addProperty("outcome", outcome);
        if (!value.isEmpty()) {
            json.addProperty(name, value);
        }
        return json;
    }

    private JsonObject action(Action action) {
        JsonObject json = new JsonObject();
        json.addProperty("row", action.row());
        json.addProperty("cycle", action.cycle());
        json.addProperty("action", action.what());
        action.due().ifPresent(day -> json.addProperty("due", day.toString()));
        json.add("outcome", word(action.state().name()));
        action.doneAt().ifPresent(at -> json.addProperty("done_at", time(at)));
        action.snoozedUntil().ifPresent(day -> json.addProperty("later_from", day.toString()));
        return json;
    }

    private JsonObject hours(TimeEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("day", entry.day().toString());
        json.addProperty("time", entry.time().shown(notation));
        json.addProperty("minutes", entry.time().minutes());
        json.addProperty("kind", entry.upkeep() ? "upkeep" : "growth");
        json.addProperty("note", entry.note());
        json.addProperty("logged_at", time(entry.at()));
        return json;
    }

    private JsonObject entry(Entry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("at", time(entry.at()));
        json.addProperty("kind", entry.kind().journalName());
        json.addProperty("question", entry.question());
        json.addProperty("row", entry.row());
        json.addProperty("value", entry.value());
        json.addProperty("said", entry.said());
        return json;
    }

    private JsonObject nudge(Sent nudge) {
        JsonObject json = new JsonObject();
        json.addProperty("day", nudge.day().toString());
        json.addProperty("kind", nudge.kind().metadataName());
        json.addProperty("answered", nudge.answered());
        return json;
    }

    private String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS)
                .atZone(rep.zone())
                .toOffsetDateTime()
                .toString();
    }

    private static JsonPrimitive word(String name) {
        return new JsonPrimitive(name.toLowerCase(Locale.ROOT));
    }

    private static JsonArray array(Stream<? extends JsonElement> elements) {
        JsonArray array = new JsonArray();
        elements.forEach(array::add);
        return array;
    }
}
