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

    private static final String INVITE = "/invite";

    private final Workspace workspace;
    private final Members members;
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
            Members members,
            List<SlashCommand> commands,
            String verificationToken,
            History history,
            Deliveries deliveries,
            Payloads payloads,
            Triggers triggers,
            ResponseUrls responseUrls,
            Replies replies) {
        this.workspace = workspace;
        this.members = members;
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
    CompletableFuture<Void> run(Seat seat, String command, String text) {
        if (command.equals(INVITE) && !seat.channel().isDirect()) {
            invite(seat, text.strip());
            return CompletableFuture.completedFuture(null);
        }
        if (commands.stream().noneMatch(known -> known.name().equals(command))) {
            replies.fromSlack(
                    seat,
                    command + " is not a valid command. In Slack, all messages that start with the \"/\" character are"
                            + " interpreted as commands.\n\nIf you are trying to send a message and not run a command, try"
                            + " preceding the \"/\" with an empty space.");
            return CompletableFuture.completedFuture(null);
        }
        return deliveries
                .once(Forms.write(commandFields(seat, command, text)))
                .thenAccept(answer -> showCommandAnswer(seat, command, answer));
    }

    /** Sends a click or a choice; the result is empty, or one sentence for the person if the app did not take it. */
    CompletableFuture<String> act(Seat seat, String ts, JsonObject choice) {
        Optional<JsonObject> message = history.find(seat.channelId(), ts);
        Optional<JsonObject> element = message.flatMap(
                found -> Actions.find(found, Json.string(choice, "block_id"), Json.string(choice, "action_id")));
        if (message.isEmpty() || element.isEmpty()) {
            return CompletableFuture.completedFuture("This message has changed in the meantime.");
        }
        JsonObject action = Actions.action(element.orElseThrow(), choice, history.nextTs());
        JsonObject state = Actions.state(message.orElseThrow(), picked(seat.channelId() + ts, action));
        return payloads.sendAction(actionPayload(seat, message.orElseThrow(), action, state));
    }

    /** What was picked in a message so far, {@code action} included. */
    private synchronized JsonObject picked(String message, JsonObject action) {
        JsonObject picked = picks.computeIfAbsent(message, any -> new JsonObject());
        Actions.keep(picked, action);
        return picked.deepCopy();
    }

    /** Slack's own command, which brings the app into a channel. */
    private void invite(Seat seat, String whom) {
        Person bot = workspace.botUser();
        if (whom.equalsIgnoreCase("@" + bot.name())) {
            members.inviteApp(seat);
        } else {
            replies.fromSlack(seat, "Whom should be added? Try " + INVITE + " @" + bot.realName() + ".");
        }
    }

    private Map<String, String> commandFields(Seat seat, String command, String text) {
        Person human = seat.person();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", verificationToken);
        fields.put("team_id", workspace.teamId());
        fields.put("team_domain", workspace.domain());
        fields.put("channel_id", seat.channelId());
        fields.put("channel_name", seat.channel().givenName());
        fields.put("user_id", human.id());
        fields.put("user_name", human.name());
        fields.put("command", command);
        fields.put("text", text);
        fields.put("api_app_id", workspace.appId());
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", responseUrls.forCommand(seat));
        fields.put("trigger_id", triggers.issue(human.id(), ""));
        return fields;
    }

    private void showCommandAnswer(Seat seat, String command, Deliveries.Answer answer) {
        if (!answer.accepted()) {
            failed(seat, command, answer.late() ? "operation_timeout" : "dispatch_failed");
        } else if (!answer.body().isBlank()) {
            try {
                replies.take(seat, "", reply(answer));
            } catch (JsonParseException | ApiError unusable) {
                failed(seat, command, "invalid_command_response");
            }
        }
    }

    /** The answer's JSON; plain words count as a text. */
    private static JsonObject reply(Deliveries.Answer answer) {
        return answer.contentType().contains("json")
                ? Json.parseObject(answer.body())
                : Json.object("text", answer.body());
    }

    private void failed(Seat seat, String command, String error) {
        replies.fromSlack(seat, command + " failed with the error \"" + error + "\"");
    }

    private JsonObject actionPayload(Seat seat, JsonObject message, JsonObject action, JsonObject state) {
        String ts = Json.string(message, "ts");
        boolean ephemeral = History.isEphemeral(message);
        JsonObject payload = payloads.withTrigger("block_actions", seat.userId(), "");
        payload.add("container", container(seat, ts, ephemeral));
        payload.add(
                "channel",
                Json.object("id", seat.channelId(), "name", seat.channel().givenName()));
        payload.add("state", Json.object("values", state));
        payload.addProperty("response_url", responseUrls.forMessage(seat, ts));
        payload.add("actions", Json.array(action));
        if (!ephemeral) {
            // Slack does not tell what an ephemeral message said.
            payload.add("message", Actions.escaped(message));
        }
        return payload;
    }

    private static JsonObject container(Seat seat, String ts, boolean ephemeral) {
        return Json.object(
                field("type", "message"),
                field("message_ts", ts),
                field("channel_id", seat.channelId()),
                field("is_ephemeral", ephemeral));
    }
}
