package steward.export.data;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import steward.export.joint.JointPlan;

/** A joint plan as JSON. */
public final class JointJsonFile {

    private final JointPlan plan;

    public JointJsonFile(JointPlan plan) {
        this.plan = plan;
    }

    public byte[] bytes() {
        JsonObject json = new JsonObject();
        json.addProperty("account", plan.account());
        json.addProperty("year", plan.year());
        json.addProperty("as_of", plan.today().toString());
        json.addProperty("mission", plan.mission());
        JsonArray offered = new JsonArray();
        plan.offered().forEach(item -> offered.add(new JsonPrimitive(item)));
        json.add("offered", offered);
        json.add("goals", Json.array(plan.goals().stream().map(JointJsonFile::goal)));
        json.add("actions", Json.array(plan.actions().stream().map(JointJsonFile::action)));
        json.add("people", Json.array(plan.partners().stream().map(person -> {
            JsonObject partner = new JsonObject();
            partner.addProperty("name", person.name());
            partner.addProperty("position", person.position());
            return partner;
        })));
        return Json.text(json).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject goal(JointPlan.Goal goal) {
        JsonObject json = new JsonObject();
        json.addProperty("what", goal.what());
        day(json, "by", goal.by());
        json.addProperty("reached", goal.isReached());
        return json;
    }

    private static JsonObject action(JointPlan.JointAction action) {
        JsonObject json = new JsonObject();
        json.addProperty("what", action.what());
        day(json, "due", action.due());
        json.addProperty("for_the_seller", action.ours());
        json.addProperty("for_the_customer", action.theirs());
        json.addProperty("done", action.isDone());
        return json;
    }

    private static void day(JsonObject json, String name, Optional<LocalDate> day) {
        day.ifPresent(known -> json.addProperty(name, known.toString()));
    }
}
