package steward.export.reading;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.export.data.PlanJson;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.rep.RepId;
import steward.worksheet.Worksheet;

/**
 * Plans out of Steward's own JSON: of one plan, or of all that is kept of a rep.
 *
 * <p>A plan is its journal, so that is what is read; the rest of the file is worked out from it.
 *
 * @param complaints what can't be read, a sentence each
 */
public record JsonPlans(List<ReadPlan> plans, List<String> complaints) {

    private static final RepId NOBODY = new RepId("T", "U");

    public static JsonPlans of(String text) {
        try {
            JsonObject file = JsonParser.parseString(text).getAsJsonObject();
            JsonArray all = new JsonArray();
            if (file.has("plans")) {
                all = file.getAsJsonArray("plans");
            } else {
                all.add(file);
            }
            return of(all);
        } catch (JsonParseException | IllegalStateException | ClassCastException e) {
            return new JsonPlans(List.of(), List.of("This is no JSON file of Steward's."));
        }
    }

    private static JsonPlans of(JsonArray all) {
        List<ReadPlan> plans = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        for (int number = 1; number <= all.size(); number++) {
            try {
                plans.add(plan(all.get(number - 1).getAsJsonObject()));
            } catch (NotRead e) {
                complaints.add("Plan " + number + ": " + e.getMessage());
            }
        }
        return new JsonPlans(List.copyOf(plans), List.copyOf(complaints));
    }

    private static ReadPlan plan(JsonObject json) {
        String format = text(json, "format");
        if (!format.equals(PlanJson.FORMAT)) {
            throw new NotRead(
                    "it says of itself that it is \"" + format + "\", and I read \"" + PlanJson.FORMAT + "\".");
        }
        String account = text(json, "account");
        int year = number(json, "year");
        List<Entry> entries = new ArrayList<>();
        for (JsonElement entry : array(json)) {
            entries.add(entry(entries.size() + 1, entry));
        }
        try {
            checked(new Plan(new PlanId("read"), NOBODY, account, year, entries));
        } catch (RuntimeException e) {
            throw new NotRead("its journal does not add up: " + e.getMessage() + ".", e);
        }
        return new ReadPlan(account, year, text(json, "currency"), entries);
    }

    /** What stands in each blank can be read back, or it would fail whenever it is shown. */
    private static void checked(Plan plan) {
        plan.blanks()
                .forEach(blank -> plan.kept(blank)
                        .ifPresent(kept -> blank.question().answer().restored(kept)));
        plan.actions().forEach(action -> Worksheet.ACTION.answer().restored(action.what()));
    }

    private static JsonArray array(JsonObject json) {
        if (json.get("journal") instanceof JsonArray journal) {
            return journal;
        }
        throw new NotRead("it has no journal.");
    }

    private static Entry entry(int number, JsonElement element) {
        try {
            JsonObject json = element.getAsJsonObject();
            Optional<Kind> kind = Kind.named(text(json, "kind"));
            int row = number(json, "row");
            if (kind.isEmpty() || row < 0) {
                throw new NotRead("entry " + number + " of its journal is of no kind that I know.");
            }
            return new Entry(
                    kind.get(),
                    text(json, "question"),
                    row,
                    text(json, "value"),
                    text(json, "said"),
                    OffsetDateTime.parse(text(json, "at")).toInstant());
        } catch (IllegalStateException | DateTimeException e) {
            throw new NotRead("entry " + number + " of its journal can't be read.", e);
        }
    }

    private static String text(JsonObject json, String name) {
        JsonElement element = json.get(name);
        if (element == null || !element.isJsonPrimitive()) {
            throw new NotRead("it lacks \"" + name + "\".");
        }
        return element.getAsString();
    }

    private static int number(JsonObject json, String name) {
        try {
            return Integer.parseInt(text(json, name));
        } catch (NumberFormatException e) {
            throw new NotRead("\"" + name + "\" is no number.", e);
        }
    }

    /** Why a plan can't be read, in a sentence. */
    private static final class NotRead extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotRead(String sentence) {
            super(sentence);
        }

        NotRead(String sentence, RuntimeException cause) {
            super(sentence, cause);
        }
    }
}
