package steward.sandbox.delivery;

import static steward.sandbox.http.Json.field;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import steward.sandbox.http.FormEncoding;
import steward.sandbox.http.Json;
import steward.sandbox.workspace.Organization;
import steward.sandbox.workspace.Person;
import steward.sandbox.workspace.Workspace;

/** Interaction payloads: what all of them say about who did something, and the way they go out. */
public final class InteractionPayloads {

    private final Workspace workspace;
    private final String verificationToken;
    private final TriggerIds triggers;
    private final Supplier<Optional<Organization>> organization;
    private final Deliveries deliveries;

    public InteractionPayloads(
            Workspace workspace,
            String verificationToken,
            TriggerIds triggers,
            Supplier<Optional<Organization>> organization,
            Deliveries deliveries) {
        this.organization = organization;
        this.workspace = workspace;
        this.verificationToken = verificationToken;
        this.triggers = triggers;
        this.deliveries = deliveries;
    }

    /** The organization that the workspace is in, if it is in one. */
    public Optional<Organization> organization() {
        return organization.get();
    }

    /** A payload of this type by this person, without what is particular to it. */
    public JsonObject of(String type, String userId) {
        Person human = workspace.person(userId).orElseThrow();
        Optional<Organization> all = organization();
        return Json.object(
                field("type", type),
                field(
                        "team",
                        all.isPresent() ? null : Json.object("id", workspace.teamId(), "domain", workspace.domain())),
                field(
                        "user",
                        Json.object(
                                "id", human.id(),
                                "username", human.name(),
                                "name", human.name(),
                                "team_id", workspace.teamId())),
                field("api_app_id", workspace.appId()),
                field("token", verificationToken),
                field(
                        "enterprise",
                        all.map(each -> Json.object("id", each.id(), "name", each.name()))
                                .orElse(null)),
                field("is_enterprise_install", all.isPresent()));
    }

    /** Such a payload with a trigger, which may open a modal or, done in view {@code viewId}, push one. */
    public JsonObject withTrigger(String type, String userId, String viewId) {
        JsonObject payload = of(type, userId);
        payload.addProperty("trigger_id", triggers.issue(userId, viewId));
        return payload;
    }

    public CompletableFuture<Deliveries.Answer> send(JsonObject payload) {
        return deliveries.once(FormEncoding.write(Map.of("payload", Json.write(payload))));
    }

    /** A {@code block_actions} payload on its way; the result is empty, or one sentence if the app did not take it. */
    public CompletableFuture<String> sendAction(JsonObject payload) {
        return send(payload).thenApply(answer -> {
            if (answer.accepted()) {
                return "";
            }
            return workspace.botUser().realName()
                    + (answer.late()
                            ? " did not respond in time."
                            : " had trouble with this. Slack would show a warning sign here.");
        });
    }
}
