package steward.sandbox.interactions;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import steward.sandbox.delivery.Deliveries;
import steward.sandbox.delivery.InteractionPayloads;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.Json;
import steward.sandbox.messages.BlockActions;
import steward.sandbox.messages.ViewBuilder;
import steward.sandbox.rules.ViewRules;
import steward.sandbox.workspace.HomeTabs;
import steward.sandbox.workspace.MessageHistory;
import steward.sandbox.workspace.ModalStacks;

/** What a person does in a modal or on the Home tab: presses, picks, submits and closes. */
public final class ViewInteractions {

    public static final String TROUBLE = "We had some trouble connecting. Try again?";

    private final ModalStacks modals;
    private final HomeTabs homes;
    private final ViewBuilder views;
    private final InteractionPayloads payloads;
    private final MessageHistory history;

    public ViewInteractions(
            ModalStacks modals,
            HomeTabs homes,
            ViewBuilder views,
            InteractionPayloads payloads,
            MessageHistory history) {
        this.modals = modals;
        this.homes = homes;
        this.views = views;
        this.payloads = payloads;
        this.history = history;
    }

    /**
     * Submits a view with what stands in its fields; the result is what the page is told: {@code ok}, or {@code errors}
     * by block, or one {@code error}.
     */
    public CompletableFuture<JsonObject> submit(String viewId, JsonObject values) {
        Optional<JsonObject> view = modals.find(viewId);
        if (view.isEmpty()) {
            return CompletableFuture.completedFuture(trouble());
        }
        JsonObject payload = payloads.withTrigger("view_submission", owner(viewId), viewId);
        payload.add("view", filled(view.orElseThrow(), values));
        payload.add("response_urls", new JsonArray());
        return payloads.send(payload).thenApply(answer -> take(viewId, answer));
    }

    /** Closes a view, or with {@code all} the whole stack, and tells the app of those that ask for it. */
    public void close(String viewId, boolean all) {
        Optional<JsonObject> view = modals.find(viewId);
        if (view.isEmpty()) {
            return;
        }
        boolean clears = all || Json.isTrue(view.orElseThrow(), "clear_on_close");
        String userId = owner(viewId);
        List<JsonObject> closed = new ArrayList<>(clears ? modals.of(userId) : List.of(view.orElseThrow()));
        Collections.reverse(closed);
        modals.close(Json.string(closed.get(closed.size() - 1), "id"));
        for (JsonObject each : closed) {
            if (Json.isTrue(each, "notify_on_close")) {
                JsonObject payload = payloads.of("view_closed", userId);
                payload.add("view", BlockActions.escaped(each));
                payload.addProperty("is_cleared", clears);
                var unused = payloads.send(payload);
            }
        }
    }

    /** Sends a click or a choice in a view; the result is empty, or one sentence if the app did not take it. */
    public CompletableFuture<String> act(String viewId, JsonObject choice, JsonObject values) {
        Optional<JsonObject> view = modals.find(viewId).or(() -> homes.find(viewId));
        Optional<JsonObject> element = view.flatMap(
                found -> BlockActions.find(found, Json.string(choice, "block_id"), Json.string(choice, "action_id")));
        if (view.isEmpty() || element.isEmpty()) {
            return CompletableFuture.completedFuture("This view has changed in the meantime.");
        }
        JsonObject payload = payloads.withTrigger("block_actions", owner(viewId), viewId);
        payload.add("container", Json.object("type", "view", "view_id", viewId));
        payload.add("view", filled(view.orElseThrow(), values));
        payload.add("actions", Json.array(BlockActions.action(element.orElseThrow(), choice, history.nextTs())));
        return payloads.sendAction(payload);
    }

    private String owner(String viewId) {
        return modals.owner(viewId).or(() -> homes.owner(viewId)).orElseThrow();
    }

    /** The view as the app gets it: with what stands in its fields. */
    private static JsonObject filled(JsonObject view, JsonObject values) {
        JsonObject filled = view.deepCopy();
        filled.add("state", Json.object("values", BlockActions.state(view, values)));
        return BlockActions.escaped(filled);
    }

    private JsonObject take(String viewId, Deliveries.Answer answer) {
        try {
            return answer.accepted() ? obey(viewId, reply(answer)) : trouble();
        } catch (JsonParseException | ApiError unusable) {
            return trouble();
        }
    }

    private static JsonObject reply(Deliveries.Answer answer) {
        return answer.body().isBlank() ? new JsonObject() : Json.parseObject(answer.body());
    }

    private JsonObject obey(String viewId, JsonObject reply) {
        Optional<JsonObject> view = modals.find(viewId);
        if (view.isEmpty()) {
            return Json.object("ok", true);
        }
        switch (Json.string(reply, "response_action")) {
            case "" -> modals.close(viewId);
            case "clear" -> modals.close(Json.string(modals.of(owner(viewId)).get(0), "id"));
            case "update" -> modals.replace(views.instead(view.orElseThrow(), sound(reply)));
            case "push" -> modals.push(owner(viewId), views.above(view.orElseThrow(), sound(reply)));
            case "errors" -> {
                return errors(view.orElseThrow(), Json.child(reply, "errors"));
            }
            default -> {
                return trouble();
            }
        }
        return Json.object("ok", true);
    }

    private static JsonObject sound(JsonObject reply) {
        JsonObject view = Json.child(reply, "view");
        ViewRules.checkModal(view);
        return view;
    }

    /** Errors stand under input blocks; Slack has no place for any other. */
    private static JsonObject errors(JsonObject view, JsonObject errors) {
        List<String> inputs = Json.objects(view, "blocks").stream()
                .filter(block -> Json.string(block, "type").equals("input"))
                .map(block -> Json.string(block, "block_id"))
                .toList();
        boolean known = errors.size() > 0 && inputs.containsAll(errors.keySet());
        return known ? Json.object("ok", false, "errors", errors) : trouble();
    }

    private static JsonObject trouble() {
        return Json.object("ok", false, "error", TROUBLE);
    }
}
