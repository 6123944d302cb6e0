package steward.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code views.*} methods: the modals that the app opens and changes. */
final class ViewMethods {

    private final Triggers triggers;
    private final Views views;
    private final Modals modals;

    ViewMethods(Triggers triggers, Views views, Modals modals) {
        this.triggers = triggers;
        this.views = views;
        this.modals = modals;
    }

    Map<String, ApiMethod> methods() {
        return Map.of(
                "views.open", new ApiMethod("", this::open),
                "views.push", new ApiMethod("", this::push),
                "views.update", new ApiMethod("", this::update));
    }

    private JsonObject open(Arguments arguments) {
        JsonObject given = modal(arguments);
        checkExternalId(given, "");
        Triggers.Trigger trigger = triggers.exchange(arguments.require("trigger_id"));
        JsonObject view = views.root(given);
        modals.open(trigger.userId(), view);
        return Json.object("view", view);
    }

    private JsonObject push(Arguments arguments) {
        JsonObject given = modal(arguments);
        checkExternalId(given, "");
        Triggers.Trigger trigger = triggers.exchange(arguments.require("trigger_id"));
        JsonObject below = modals.find(trigger.viewId()).orElseThrow(() -> new ApiError("not_found"));
        JsonObject view = views.above(below, given);
        modals.push(trigger.userId(), view);
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
        JsonObject view = arguments
                .object("view", "invalid_arguments")
                .orElseThrow(() -> ApiError.withReasons("invalid_arguments", List.of("missing required field: view")));
        ViewRules.checkModal(view);
        return view;
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
