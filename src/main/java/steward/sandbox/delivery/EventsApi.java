package steward.sandbox.delivery;

import static steward.sandbox.http.Json.field;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import steward.sandbox.http.Json;
import steward.sandbox.messages.BlockActions;
import steward.sandbox.workspace.Channel;
import steward.sandbox.workspace.ChannelMember;
import steward.sandbox.workspace.MessageHistory;
import steward.sandbox.workspace.Organization;
import steward.sandbox.workspace.SandboxClock;
import steward.sandbox.workspace.Workspace;

/** Tells the app what happens, as Slack's Events API does: one envelope an event, for the events subscribed to. */
public final class EventsApi implements MessageHistory.Listener {

    private static final String DIRECT_MESSAGES = "message.im";
    private static final String HOME_OPENED = "app_home_opened";

    private final Workspace workspace;
    private final Set<String> subscribed;
    private final SandboxClock clock;
    private final String verificationToken;
    private final Supplier<Optional<Organization>> organization;
    private final Deliveries deliveries;

    /** @param organization that the workspace is in */
    public EventsApi(
            Workspace workspace,
            Set<String> subscribed,
            SandboxClock clock,
            String verificationToken,
            Supplier<Optional<Organization>> organization,
            Deliveries deliveries) {
        this.workspace = workspace;
        this.subscribed = subscribed;
        this.clock = clock;
        this.verificationToken = verificationToken;
        this.organization = organization;
        this.deliveries = deliveries;
    }

    /** Every change in the direct message, the app's own messages too: Slack sends those as well. */
    @Override
    public void heard(MessageHistory.Change change) {
        boolean isDirect =
                workspace.channel(change.channel()).filter(Channel::isDirect).isPresent();
        if (isDirect && !MessageHistory.isEphemeral(change.message()) && subscribed.contains(DIRECT_MESSAGES)) {
            JsonObject event = switch (change.kind()) {
                case POSTED -> posted(change);
                case CHANGED -> changed(change);
                case DELETED -> deleted(change);
            };
            event.addProperty("channel", change.channel());
            event.addProperty("channel_type", "im");
            send(event);
        }
    }

    /** The person opened a tab of the app; {@code home} is what the Home tab shows, if that is it and it has a view. */
    public void homeOpened(ChannelMember member, String tab, Optional<JsonObject> home, String eventTs) {
        if (subscribed.contains(HOME_OPENED)) {
            JsonObject event = Json.object(
                    field("type", HOME_OPENED),
                    field("user", member.userId()),
                    field("channel", member.channelId()),
                    field("tab", tab),
                    field("event_ts", eventTs));
            home.ifPresent(view -> event.add("view", BlockActions.escaped(view)));
            send(event);
        }
    }

    /** The app was uninstalled from the workspace, which is told twice: by the app, and by its token. */
    public void uninstalled() {
        if (subscribed.contains("tokens_revoked")) {
            JsonObject tokens = Json.object(
                    "oauth",
                    new JsonArray(),
                    "bot",
                    Json.array(workspace.botUser().id()));
            send(Json.object("type", "tokens_revoked", "tokens", tokens));
        }
        if (subscribed.contains("app_uninstalled")) {
            send(Json.object("type", "app_uninstalled"));
        }
    }

    private static JsonObject posted(MessageHistory.Change change) {
        JsonObject event = change.message().deepCopy();
        event.add("event_ts", event.get("ts"));
        return event;
    }

    private static JsonObject changed(MessageHistory.Change change) {
        return hidden("message_changed", change.ts(), change.message(), change.before());
    }

    private static JsonObject deleted(MessageHistory.Change change) {
        JsonObject event = hidden("message_deleted", change.ts(), new JsonObject(), change.before());
        event.remove("message");
        event.add("deleted_ts", change.before().get("ts"));
        return event;
    }

    private static JsonObject hidden(String subtype, String at, JsonObject message, JsonObject before) {
        return Json.object(
                "type", "message",
                "subtype", subtype,
                "hidden", true,
                "message", message,
                "previous_message", before,
                "ts", at,
                "event_ts", at);
    }

    private void send(JsonObject event) {
        Optional<Organization> all = organization.get();
        String whole = all.map(Organization::id).orElse(null);
        String team = all.map(Organization::namesWorkspaces).orElse(true) ? workspace.teamId() : null;
        JsonObject envelope = Json.object(
                field("token", verificationToken),
                field("team_id", team),
                field("enterprise_id", whole),
                field("context_team_id", team),
                field("context_enterprise_id", whole),
                field("api_app_id", workspace.appId()),
                field("event", event),
                field("type", "event_callback"),
                field("event_id", eventId()),
                field("event_time", clock.instant().getEpochSecond()),
                field(
                        "authorizations",
                        Json.array(Json.object(
                                field("enterprise_id", whole),
                                field("team_id", team),
                                field("user_id", workspace.botUser().id()),
                                field("is_bot", true),
                                field("is_enterprise_install", all.isPresent())))),
                field("is_ext_shared_channel", false),
                field("event_context", "4-" + Json.string(event, "event_ts")));
        deliveries.event(Json.write(envelope));
    }

    private static String eventId() {
        return "Ev"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 10).toUpperCase(Locale.ROOT);
    }
}
