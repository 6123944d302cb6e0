package steward.sandbox.webapi;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.sandbox.delivery.TriggerIds;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.Json;
import steward.sandbox.messages.ViewBuilder;
import steward.sandbox.rules.ViewRules;
import steward.sandbox.workspace.HomeTabs;
import steward.sandbox.workspace.ModalStacks;
import steward.sandbox.workspace.Workspace;

/** The {@code views.*} methods: the modals that the app opens and changes, and its Home tab. */
public final class ViewMethods {

    private final Workspace workspace;
    private final boolean hasHome;
    private final TriggerIds triggers;
    private final ViewBuilder views;
    private final ModalStacks modals;
    private final HomeTabs homes;

    public ViewMethods(
            Workspace workspace,
            boolean hasHome,
            TriggerIds triggers,
            ViewBuilder views,
            ModalStacks modals,
            HomeTabs homes) {
        this.workspace = workspace;
        this.hasHome = hasHome;
        this.triggers = triggers;
        this.views = views;
        this.modals = modals;
        this.homes = homes;
    }

    public Map<String, ApiMethod> methods() {
        return Map.of(
                "views.open", new ApiMethod("", Encoding.FORM_OR_JSON, this::open),
                "views.push", new ApiMethod("", Encoding.FORM_OR_JSON, this::push),
                "views.publish", new ApiMethod("", Encoding.FORM_OR_JSON, this::publish),
                "views.update", new ApiMethod("", Encoding.FORM_OR_JSON, this::update));
    }

    private JsonObject open(Arguments arguments) {
        JsonObject given = modal(arguments);
        checkExternalId(given, "");
        TriggerIds.Trigger trigger = triggers.exchange(arguments.require("trigger_id"));
        JsonObject view = views.root(given);
        modals.open(trigger.userId(), view);
        return Json.object("view", view);
    }

    private JsonObject push(Arguments arguments) {
        JsonObject given = modal(arguments);
        checkExternalId(given, "");
        TriggerIds.Trigger trigger = triggers.exchange(arguments.require("trigger_id"));
        JsonObject below = modals.find(trigger.viewId()).orElseThrow(() -> new ApiError("not_found"));
        JsonObject view = views.above(below, given);
        modals.push(trigger.userId(), view);
        return Json.object("view", view);
    }

    private JsonObject publish(Arguments arguments) {
        JsonObject given = given(arguments);
        ViewRules.checkHome(given);
        if (!hasHome) {
            throw new ApiError("not_enabled");
        }
        String user = workspace
                .person(arguments.require("user_id"))
                .filter(person -> !person.bot())
                .orElseThrow(() -> new ApiError("user_not_found"))
                .id();
        Optional<JsonObject> before = homes.of(user);
        before.ifPresent(old -> checkHash(arguments, old));
        JsonObject view = before.map(old -> views.instead(old, given)).orElseGet(() -> views.root(given));
        homes.publish(user, view);
        return Json.object("view", view);
    }

    private JsonObject update(Arguments arguments) {
        JsonObject given = modal(arguments);
        if (arguments.text("view_id").isEmpty() && arguments.text("external_id").isEmpty()) {
            throw ApiError.withReasons("invalid_arguments", List.of("missing required field: view_id"));
        }
        JsonObject before = arguments
                .text("view_id")
                .flatMap(modals::find)
                .or(() -> arguments.text("external_id").flatMap(modals::byExternalId))
                .orElseThrow(() -> new ApiError("not_found"));
        checkHash(arguments, before);
        checkExternalId(given, Json.string(before, "id"));
        JsonObject view = views.instead(before, given);
        modals.replace(view);
        return Json.object("view", view);
    }

    private static JsonObject modal(Arguments arguments) {
        JsonObject view = given(arguments);
        ViewRules.checkModal(view);
        return view;
    }

    private static JsonObject given(Arguments arguments) {
        return arguments
                .object("view", "invalid_arguments")
                .orElseThrow(() -> ApiError.withReasons("invalid_arguments", List.of("missing required field: view")));
    }

    private static void checkHash(Arguments arguments, JsonObject before) {
        Optional<String> hash = arguments.text("hash");
        if (hash.isPresent() && !hash.get().equals(Json.string(before, "hash"))) {
            throw new ApiError("hash_conflict");
        }
    }

    /** An external id belongs to one view at a time. */
    private void checkExternalId(JsonObject given, String ofView) {
        Optional<JsonObject> other = modals.byExternalId(Json.string(given, "external_id"));
        if (other.isPresent() && !Json.string(other.get(), "id").equals(ofView)) {
            throw new ApiError("duplicate_external_id");
        }
    }
}
