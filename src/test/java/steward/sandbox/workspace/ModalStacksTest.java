package steward.sandbox.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.sandbox.Trial;
import steward.sandbox.delivery.TriggerIds;
import steward.sandbox.http.Json;
import steward.sandbox.interactions.ViewInteractions;
import steward.sandbox.rules.ViewRules;

class ModalStacksTest {

    @TempDir
    Path data;

    private Trial trial;

    @BeforeEach
    void start() throws IOException {
        trial = new Trial(data).connected();
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @Test
    void opensAModalForATrigger() throws Exception {
        JsonObject answer = trial.api("views.open", "trigger_id", trigger(), "view", modal("One"));
        JsonObject view = Json.child(answer, "view");
        assertThat(Json.string(view, "id")).startsWith("V").isEqualTo(Json.string(view, "root_view_id"));
        assertThat(Json.string(view, "hash")).matches("\\d+\\.\\w+");
        assertThat(view.get("previous_view_id").isJsonNull()).isTrue();
        assertThat(trial.modals()).containsExactly(view);
    }

    @Test
    void takesATriggerOnceAndForThreeSeconds() throws Exception {
        String used = trigger();
        trial.api("views.open", "trigger_id", used, "view", modal("One"));
        assertThat(error("views.open", "trigger_id", used, "view", modal("Two")))
                .isEqualTo("exchanged_trigger_id");

        String inTime = trigger();
        trial.clock.moveOn(TriggerIds.VALID_FOR);
        assertThat(error("views.open", "trigger_id", inTime, "view", modal("One")))
                .isEmpty();

        String late = trigger();
        trial.clock.moveOn(TriggerIds.VALID_FOR.plus(Duration.ofMillis(1)));
        assertThat(error("views.open", "trigger_id", late, "view", modal("One")))
                .isEqualTo("expired_trigger_id");
        assertThat(error("views.open", "trigger_id", "1.2.abc", "view", modal("One")))
                .isEqualTo("invalid_trigger_id");
    }

    @Test
    void tellsWhatIsWrongWithAViewAndLeavesTheTriggerUnused() throws Exception {
        String trigger = trigger();
        JsonObject refused = trial.api(
                "views.open", "trigger_id", trigger, "view", Json.object("type", "modal", "blocks", List.of()));
        assertThat(Json.string(refused, "error")).isEqualTo("invalid_arguments");
        assertThat(Json.child(refused, "response_metadata").getAsJsonArray("messages"))
                .extracting(JsonElement::getAsString)
                .containsExactly("[ERROR] missing required field: title [json-pointer:/view]");
        assertThat(error("views.open", "trigger_id", trigger, "view", modal("One")))
                .isEmpty();
    }

    @Test
    void aPlaceThatWasPickedComesWithTheForm() throws Exception {
        JsonObject form = Json.parseObject("""
                {"type":"modal","title":{"type":"plain_text","text":"Share"},"submit":{"type":"plain_text","text":"Share"},
                 "blocks":[{"type":"input","block_id":"where","label":{"type":"plain_text","text":"Where?"},
                  "element":{"type":"conversations_select","action_id":"v","default_to_current_conversation":true,
                   "filter":{"include":["public","im"],"exclude_bot_users":true}}}]}""");
        String view =
                Json.string(Json.child(trial.api("views.open", "trigger_id", trigger(), "view", form), "view"), "id");
        String sales = trial.sandbox.channelNamed("sales");
        JsonObject picked = Json.object("type", "conversations_select", "selected_conversation", sales);
        trial.page("submit", "view_id", view, "values", Json.object("where", Json.object("v", picked)));

        JsonObject state = Json.child(Json.child(trial.steward.next().payload(), "view"), "state");
        assertThat(Json.child(Json.child(Json.child(state, "values"), "where"), "v"))
                .isEqualTo(picked);
    }

    @Test
    void refusesAViewThatIsTooLarge() throws Exception {
        JsonObject large = modal("One");
        large.addProperty("private_metadata", "x".repeat(ViewRules.VIEW_BYTES_MAX));
        assertThat(error("views.open", "trigger_id", trigger(), "view", large)).isEqualTo("view_too_large");
    }

    @Test
    void updatesAViewUnlessItHasChangedMeanwhile() throws Exception {
        JsonObject named = modal("One");
        named.addProperty("external_id", "plan-1");
        JsonObject first = Json.child(trial.api("views.open", "trigger_id", trigger(), "view", named), "view");
        String hash = Json.string(first, "hash");
        assertThat(error("views.update", "external_id", "plan-1", "hash", hash, "view", modal("Two")))
                .isEmpty();
        assertThat(title(trial.modals().get(0))).isEqualTo("Two");
        assertThat(Json.string(trial.modals().get(0), "id")).isEqualTo(Json.string(first, "id"));
        assertThat(error("views.update", "view_id", Json.string(first, "id"), "hash", hash, "view", modal("Three")))
                .isEqualTo("hash_conflict");
        assertThat(error("views.update", "view_id", "V0", "view", modal("Three")))
                .isEqualTo("not_found");
    }

    @Test
    void stacksThreeViewsAtMost() throws Exception {
        String root = open("One");
        for (String title : List.of("Two", "Three")) {
            String trigger = Json.string(press(top()), "trigger_id");
            assertThat(error("views.push", "trigger_id", trigger, "view", modal(title)))
                    .isEmpty();
        }
        assertThat(trial.modals()).extracting(ModalStacksTest::title).containsExactly("One", "Two", "Three");
        assertThat(Json.string(trial.modals().get(2), "root_view_id")).isEqualTo(root);
        assertThat(Json.string(trial.modals().get(2), "previous_view_id"))
                .isEqualTo(Json.string(trial.modals().get(1), "id"));
        String trigger = Json.string(press(top()), "trigger_id");
        assertThat(error("views.push", "trigger_id", trigger, "view", modal("Four")))
                .isEqualTo("push_limit_reached");
        assertThat(error("views.push", "trigger_id", trigger(), "view", modal("Two")))
                .isEqualTo("not_found");
    }

    @Test
    void submitsWhatStandsInTheFields() throws Exception {
        String id = open("One");
        JsonObject typed =
                Json.object("what", Json.object("words", Json.object("type", "plain_text_input", "value", "R&D")));
        assertThat(Json.isTrue(trial.page("submit", "view_id", id, "values", typed), "ok"))
                .isTrue();
        JsonObject payload = trial.steward.next().payload();
        assertThat(Json.string(payload, "type")).isEqualTo("view_submission");
        assertThat(Json.string(payload, "trigger_id")).isNotEmpty();
        assertThat(payload.has("message") || payload.has("container")).isFalse();
        JsonObject view = Json.child(payload, "view");
        assertThat(Json.string(view, "callback_id")).isEqualTo("row");
        assertThat(Json.string(view, "private_metadata")).isEqualTo("plan-1");
        assertThat(Json.child(Json.child(view, "state"), "values")).isEqualTo(Json.parseObject("""
                        {"what":{"words":{"type":"plain_text_input","value":"R&D"}},
                         "due":{"date":{"type":"datepicker","selected_date":"2026-03-09"}},
                         "who":{"one":{"type":"static_select","selected_option":null}},
                         "also":{"many":{"type":"checkboxes","selected_options":[]}}}"""));
        assertThat(trial.modals()).isEmpty();
    }

    @Test
    void showsTheErrorsThatTheAppFinds() throws Exception {
        String id = open("One");
        trial.steward.answerWith(
                "application/json", "{\"response_action\":\"errors\",\"errors\":{\"what\":\"I need an amount.\"}}");
        JsonObject refused = trial.page("submit", "view_id", id);
        assertThat(Json.child(refused, "errors")).isEqualTo(Json.object("what", "I need an amount."));
        assertThat(trial.modals()).hasSize(1);
        trial.steward.answerWith("application/json", "{\"response_action\":\"errors\",\"errors\":{\"gone\":\"No.\"}}");
        assertThat(Json.string(trial.page("submit", "view_id", id), "error")).isEqualTo(ViewInteractions.TROUBLE);
    }

    @Test
    void changesPushesAndClearsAsTheAppAnswers() throws Exception {
        String id = open("One");
        answerWith("update", modal("Changed"));
        trial.page("submit", "view_id", id);
        assertThat(trial.modals()).extracting(ModalStacksTest::title).containsExactly("Changed");
        answerWith("push", modal("Above"));
        trial.page("submit", "view_id", id);
        assertThat(trial.modals()).extracting(ModalStacksTest::title).containsExactly("Changed", "Above");
        answerWith("update", Json.object("type", "modal"));
        assertThat(Json.string(trial.page("submit", "view_id", top()), "error")).isEqualTo(ViewInteractions.TROUBLE);
        trial.steward.answerWith("application/json", "{\"response_action\":\"clear\"}");
        trial.page("submit", "view_id", top());
        assertThat(trial.modals()).isEmpty();
    }

    @Test
    void keepsTheModalWhenTheAppFails() throws Exception {
        String id = open("One");
        trial.steward.answerWith(500);
        assertThat(Json.string(trial.page("submit", "view_id", id), "error")).isEqualTo(ViewInteractions.TROUBLE);
        assertThat(trial.modals()).hasSize(1);
    }

    @Test
    void tellsOfAClosedViewIfAsked() throws Exception {
        open("One");
        trial.page("close", "view_id", top());
        JsonObject payload = trial.steward.next().payload();
        assertThat(Json.string(payload, "type")).isEqualTo("view_closed");
        assertThat(Json.isTrue(payload, "is_cleared")).isFalse();
        assertThat(payload.has("trigger_id")).isFalse();
        assertThat(trial.modals()).isEmpty();
    }

    @Test
    void closesTheWholeStackFromTheTop() throws Exception {
        open("One");
        trial.api("views.push", "trigger_id", Json.string(press(top()), "trigger_id"), "view", modal("Two"));
        trial.page("close", "view_id", top(), "all", true);
        assertThat(List.of(trial.steward.next().payload(), trial.steward.next().payload()))
                .allMatch(payload -> Json.isTrue(payload, "is_cleared"))
                .extracting(payload -> title(Json.child(payload, "view")))
                .containsExactlyInAnyOrder("One", "Two");
        assertThat(trial.modals()).isEmpty();
    }

    @Test
    void sendsWhatIsPressedInAViewWithTheView() throws Exception {
        String id = open("One");
        JsonObject payload = press(id);
        assertThat(Json.child(payload, "container")).isEqualTo(Json.object("type", "view", "view_id", id));
        assertThat(Json.string(Json.child(payload, "view"), "id")).isEqualTo(id);
        assertThat(payload.has("message") || payload.has("response_url")).isFalse();
        assertThat(Json.string(Json.objects(payload, "actions").get(0), "value"))
                .isEqualTo("v1");
    }

    private String open(String title) throws Exception {
        return Json.string(
                Json.child(trial.api("views.open", "trigger_id", trigger(), "view", modal(title)), "view"), "id");
    }

    private String top() throws Exception {
        List<JsonObject> views = trial.modals();
        return Json.string(views.get(views.size() - 1), "id");
    }

    private String trigger() throws Exception {
        trial.page("command", "command", "/plan", "text", "");
        return Json.string(trial.steward.next().form(), "trigger_id");
    }

    private JsonObject press(String viewId) throws Exception {
        trial.page("act", "view_id", viewId, "block_id", "buttons", "action_id", "more");
        return trial.steward.next().payload();
    }

    private void answerWith(String action, JsonObject view) {
        trial.steward.answerWith("application/json", Json.write(Json.object("response_action", action, "view", view)));
    }

    private String error(String method, Object... arguments) throws Exception {
        return Json.string(trial.api(method, arguments), "error");
    }

    private static String title(JsonObject view) {
        return Json.string(Json.child(view, "title"), "text");
    }

    private static JsonObject modal(String title) {
        JsonObject view = Json.parseObject("""
                        {"type":"modal","callback_id":"row","private_metadata":"plan-1","notify_on_close":true,
                         "title":{"type":"plain_text","text":"?"},"submit":{"type":"plain_text","text":"Save"},
                         "blocks":[
                          {"type":"input","block_id":"what","label":{"type":"plain_text","text":"What?"},
                           "element":{"type":"plain_text_input","action_id":"words"}},
                          {"type":"input","block_id":"due","label":{"type":"plain_text","text":"When?"},
                           "element":{"type":"datepicker","action_id":"date","initial_date":"2026-03-09"}},
                          {"type":"input","block_id":"who","label":{"type":"plain_text","text":"Who?"},"optional":true,
                           "element":{"type":"static_select","action_id":"one","options":[
                            {"text":{"type":"plain_text","text":"Dana"},"value":"d"}]}},
                          {"type":"input","block_id":"also","label":{"type":"plain_text","text":"Also?"},"optional":true,
                           "element":{"type":"checkboxes","action_id":"many","options":[
                            {"text":{"type":"plain_text","text":"Remind me"},"value":"r"}]}},
                          {"type":"actions","block_id":"buttons","elements":[
                           {"type":"button","action_id":"more","value":"v1","text":{"type":"plain_text","text":"More"}}]}
                         ]}""");
        view.add("title", Json.object("type", "plain_text", "text", title));
        return view;
    }
}
