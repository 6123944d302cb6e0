package steward.export.data;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import steward.export.source.BlankStatus;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Plan;
import steward.plan.TimeEntry;
import steward.rep.Rep;
import steward.roti.Rate;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Step;
import steward.worksheet.values.Notation;

/**
 * A plan as JSON, twice: as it stands, in the words of the worksheet, and as its journal, with every answer that was ever given. Times are
 * on the rep's own clock.
 */
public final class PlanJson {

    /** What files of this kind say of themselves; it changes when an older reader would misread them. */
    public static final String FORMAT = "steward-plan-1";

    private final Rep rep;
    private final LocalDate today;
    private final Notation notation;

    public PlanJson(Rep rep, LocalDate today, Notation notation) {
        this.rep = rep;
        this.today = today;
        this.notation = notation;
    }

    public JsonObject of(Plan plan) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("currency", notation.currency().getCurrencyCode());
        json.addProperty("account", plan.account());
        json.addProperty("year", plan.year());
        json.add("status", Json.word(plan.status().name()));
        plan.cycleStart().ifPresent(day -> {
            json.addProperty("cycle", plan.cycle());
            json.addProperty("cycle_started", day.toString());
        });
        json.add("answers", Json.array(Worksheet.STEPS.stream().flatMap(step -> answers(plan, step))));
        json.add(
                "opportunities",
                Json.array(plan.rows(Worksheet.OPPORTUNITIES).stream().map(row -> outcome(plan, row))));
        json.add("roti", roti(Roti.of(plan)));
        json.add("actions", Json.array(plan.actions().stream().map(this::action)));
        json.add("time_log", Json.array(plan.timeLog().stream().map(this::hours)));
        json.add("journal", Json.array(plan.entries().stream().map(this::entry)));
        return json;
    }

    private Stream<JsonObject> answers(Plan plan, Step step) {
        return plan.blanks(step)
                .filter(blank -> blank.question().isNumbered() && BlankStatus.of(plan, blank) != BlankStatus.TO_COME)
                .map(blank -> answer(plan, step, blank));
    }

    private JsonObject answer(Plan plan, Step step, Blank blank) {
        JsonObject json = new JsonObject();
        json.addProperty("step", step.title());
        json.addProperty("key", blank.question().key());
        json.addProperty("question", blank.question().labelOfYear(plan.year()));
        if (blank.row() > 0) {
            json.addProperty("row", blank.row());
        }
        json.addProperty(
                "answer",
                plan.shown(blank, today, notation)
                        .orElseGet(() -> BlankStatus.of(plan, blank).words()));
        json.addProperty("is_answered", plan.kept(blank).isPresent());
        PlainValue.of(plan, blank, notation).ifPresent(value -> add(json, value));
        return json;
    }

    private static void add(JsonObject json, PlainValue value) {
        value.number()
                .ifPresentOrElse(
                        number -> json.addProperty("value", number), () -> json.addProperty("value", value.text()));
        if (!value.unit().isEmpty()) {
            json.addProperty("unit", value.unit());
        }
    }

    /** What an hour earns, in the currency; what is not known yet is absent. */
    private JsonObject roti(Roti roti) {
        JsonObject json = new JsonObject();
        json.addProperty("unit", notation.currency().getCurrencyCode() + " an hour");
        rate(json, "planned", roti.planned());
        rate(json, "forecast", roti.forecast());
        rate(json, "earned", roti.earned());
        rate(json, "next_hour", roti.nextHour());
        return json;
    }

    private void rate(JsonObject json, String name, Optional<Rate> rate) {
        rate.map(known -> PlainValue.of(known.anHour(), notation))
                .flatMap(PlainValue::number)
                .ifPresent(number -> json.addProperty(name, number));
    }

    private JsonObject outcome(Plan plan, int row) {
        JsonObject json = new JsonObject();
        json.addProperty("row", row);
        json.addProperty("opportunity", plan.get(Worksheet.OPPORTUNITY, row).orElse(""));
        plan.outcome(row)
                .either(
                        () -> said(json, "open", "", ""),
                        won -> {
                            add(json, PlainValue.of(won, notation));
                            return said(json, "won", "increase", won.shown(notation));
                        },
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
        said(json, action.state().name().toLowerCase(Locale.ROOT), "reason", action.whyDropped());
        action.doneAt().ifPresent(at -> json.addProperty("done_at", time(at)));
        action.snoozedUntil().ifPresent(day -> json.addProperty("later_from", day.toString()));
        return json;
    }

    private JsonObject hours(TimeEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("day", entry.day().toString());
        json.addProperty("time", entry.time().shown(notation));
        json.addProperty("minutes", entry.time().minutes());
        add(json, PlainValue.of(entry.time()));
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

    private String time(Instant at) {
        // With its seconds though there are none, which the standard (RFC 3339) asks for.
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(rep.zone()));
    }
}
