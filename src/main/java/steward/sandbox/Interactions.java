package steward.sandbox;

import static steward.sandbox.Json.field;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a person asks of the app: the slash commands they run and the buttons, selects and dates they pick. */
final class Interactions {

    private final Workspace workspace;
    private final List<SlashCommand> commands;
    private final String verificationToken;
    private final History history;
    private final Deliveries deliveries;
    private final Payloads payloads;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;
    private final Replies replies;
    /** What was picked in the selects and date pickers of a message: by channel and ts, as {@code state.values}. */
    private final Map<String, JsonObject> picks = new HashMap<>();

    Interactions(
            Workspace workspace,
            List<SlashCommand> commands,
            String verificationToken,
            History history,
            Deliveries deliveries,
            Payloads payloads,
            Triggers triggers,
            ResponseUrls responseUrls,
            Replies replies) {
        this.workspace = workspace;
        this.commands = commands;
        this.verificationToken = verificationToken;
        this.history = history;
        this.deliveries = deliveries;
        this.payloads = payloads;
        this.triggers = triggers;
        this.responseUrls = responseUrls;
        this.replies = replies;
    }

    /** Runs a slash command; what the app answers, or Slack's words about its failure, is shown to the person. */
    CompletableFuture<Void> run(Channel channel, String command, String text) {
        if (commands.stream().noneMatch(known -> known.name().equals(command))) {
            replies.fromSlack(
                    channel.id(),
                    command + " is not a valid command. In Slack, all messages that start with the \"/\" character are"
                            + " interpreted as commands.\n\nIf you are trying to send a message and not run a command, try"
                            + " preceding the \"/\" with an empty space.");
            return CompletableFuture.completedFuture(null);
        }
        return deliveries
                .once(Forms.write(commandFields(channel, command, text)))
                .thenAccept(answer -> showCommandAnswer(channel, command, answer));
    }

    /** Sends a click or a choice; the result is empty, or one sentence for the person if the app did not take it. */
    CompletableFuture<String> act(Channel channel, String ts, JsonObject choice) {
        Optional<JsonObject> message = history.find(channel.id(), ts);
        Optional<JsonObject> element = message.flatMap(
                found -> Actions.find(found, Json.string(choice, "block_id"), Json.string(choice, "action_id")));
        if (message.isEmpty() || element.isEmpty()) {
            return CompletableFuture.completedFuture("This message has changed in the meantime.");
        }
        JsonObject action = Actions.action(element.orElseThrow(), choice, history.nextTs());
        JsonObject state = Actions.state(message.orElseThrow(), picked(channel.id() + ts, action));
        return payloads.sendAction(actionPayload(channel, message.orElseThrow(), action, state));
    }

    /** What was picked in a message so far, {@code action} included. */
    private synchronized JsonObject picked(String message, JsonObject action) {
        JsonObject picked = picks.computeIfAbsent(message, any -> new JsonObject());
        Actions.keep(picked, action);
        return picked.deepCopy();
    }

    private Map<String, String> commandFields(Channel channel, String command, String text) {
        Person human = workspace.person(channel.humanId()).orElseThrow();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", verificationToken);
        fields.put("team_id", workspace.teamId());
        fields.put("team_domain", workspace.domain());
        fields.put("channel_id", channel.id());
        fields.put("channel_name", "directmessage");
        fields.put("user_id", human.id());
        fields.put("user_name", human.name());
        fields.put("command", command);
        fields.put("text", text);
        fields.put("api_app_id", workspace.appId());
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", responseUrls.forCommand(channel.id()));
        fields.put("trigger_id", triggers.issue(human.id(), ""));
        return fields;
    }

    private void showCommandAnswer(Channel channel, String command, Deliveries.Answer answer) {
        if (!answer.accepted()) {
            failed(channel, command, answer.late() ? "operation_timeout" : "dispatch_failed");
        } else if (!answer.body().isBlank()) {
            try {
                replies.take(channel.id(), "", reply(answer));
            } catch (JsonParseException | ApiError unusable) {
                failed(channel, command, "invalid_command_response");
            }
        }
    }

    /** The answer's JSON; plain words count as a text. */
    private static JsonObject reply(Deliveries.Answer answer) {
        return answer.contentType().contains("json")
                ? Json.parseObject(answer.body())
                : Json.object("text", answer.body());
    }

    private void failed(Channel channel, String command, String error) {
        replies.fromSlack(channel.id(), command + " failed with the error \"" + error + "\"");
    }

    private JsonObject actionPayload(Channel channel, JsonObject message, JsonObject action, JsonObject state) {
        String ts = Json.string(message, "ts");
        boolean ephemeral = History.isEphemeral(message);
        JsonObject payload = payloads.withTrigger("block_actions", channel.humanId(), "");
        payload.add("container", container(channel, ts, ephemeral));
        payload.add("channel", Json.object("id", channel.id(), "name", "directmessage"));
        payload.add("state", Json.object("values", state));
        payload.addProperty("response_url", responseUrls.forMessage(channel.id(), ts));
        payload.add("actions", Json.array(action));
        if (!ephemeral) {
            // Slack does not tell what an ephemeral message said.
            payload.add("message", Actions.escaped(message));
        }
        return payload;
    }

    private static JsonObject container(Channel channel, String ts, boolean ephemeral) {
        return Json.object(
                field("type", "message"),
                field("message_ts", ts),
                field("channel_id", channel.id()),
                field("is_ephemeral", ephemeral));
    }
}
