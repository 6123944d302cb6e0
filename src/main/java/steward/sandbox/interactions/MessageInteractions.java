package steward.sandbox.interactions;

import static steward.sandbox.http.Json.field;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import steward.sandbox.delivery.Deliveries;
import steward.sandbox.delivery.InteractionPayloads;
import steward.sandbox.delivery.TriggerIds;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.FormEncoding;
import steward.sandbox.http.Json;
import steward.sandbox.messages.BlockActions;
import steward.sandbox.workspace.ChannelMember;
import steward.sandbox.workspace.ChannelMembers;
import steward.sandbox.workspace.MessageHistory;
import steward.sandbox.workspace.Organization;
import steward.sandbox.workspace.Person;
import steward.sandbox.workspace.SlashCommand;
import steward.sandbox.workspace.Workspace;

/** What a person asks of the app: the slash commands they run and the buttons, selects and dates they pick. */
public final class MessageInteractions {

    private static final String INVITE = "/invite";

    private final Workspace workspace;
    private final ChannelMembers members;
    private final List<SlashCommand> commands;
    private final String verificationToken;
    private final MessageHistory history;
    private final Deliveries deliveries;
    private final InteractionPayloads payloads;
    private final TriggerIds triggers;
    private final ResponseUrls responseUrls;
    private final AppReplies replies;
    /** What was picked in the selects and date pickers of a message: by channel and ts, as {@code state.values}. */
    private final Map<String, JsonObject> picks = new HashMap<>();

    public MessageInteractions(
            Workspace workspace,
            ChannelMembers members,
            List<SlashCommand> commands,
            String verificationToken,
            MessageHistory history,
            Deliveries deliveries,
            InteractionPayloads payloads,
            TriggerIds triggers,
            ResponseUrls responseUrls,
            AppReplies replies) {
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
    public CompletableFuture<Void> run(ChannelMember member, String command, String text) {
        if (command.equals(INVITE) && !member.channel().isDirect()) {
            invite(member, text.strip());
            return CompletableFuture.completedFuture(null);
        }
        if (commands.stream().noneMatch(known -> known.name().equals(command))) {
            replies.fromSlack(
                    member,
                    command + " is not a valid command. In Slack, all messages that start with the \"/\" character are"
                            + " interpreted as commands.\n\nIf you are trying to send a message and not run a command, try"
                            + " preceding the \"/\" with an empty space.");
            return CompletableFuture.completedFuture(null);
        }
        return deliveries
                .once(FormEncoding.write(commandFields(member, command, text)))
                .thenAccept(answer -> showCommandAnswer(member, command, answer));
    }

    /** Sends a click or a choice; the result is empty, or one sentence for the person if the app did not take it. */
    public CompletableFuture<String> act(ChannelMember member, String ts, JsonObject choice) {
        Optional<JsonObject> message = history.find(member.channelId(), ts);
        Optional<JsonObject> element = message.flatMap(
                found -> BlockActions.find(found, Json.string(choice, "block_id"), Json.string(choice, "action_id")));
        if (message.isEmpty() || element.isEmpty()) {
            return CompletableFuture.completedFuture("This message has changed in the meantime.");
        }
        JsonObject action = BlockActions.action(element.orElseThrow(), choice, history.nextTs());
        JsonObject state = BlockActions.state(message.orElseThrow(), picked(member.channelId() + ts, action));
        return payloads.sendAction(actionPayload(member, message.orElseThrow(), action, state));
    }

    /** What was picked in a message so far, {@code action} included. */
    private synchronized JsonObject picked(String message, JsonObject action) {
        JsonObject picked = picks.computeIfAbsent(message, any -> new JsonObject());
        BlockActions.keep(picked, action);
        return picked.deepCopy();
    }

    /** Slack's own command, which brings the app into a channel. */
    private void invite(ChannelMember member, String whom) {
        Person bot = workspace.botUser();
        if (whom.equalsIgnoreCase("@" + bot.name())) {
            members.inviteApp(member);
        } else {
            replies.fromSlack(member, "Whom should be added? Try " + INVITE + " @" + bot.realName() + ".");
        }
    }

    private Map<String, String> commandFields(ChannelMember member, String command, String text) {
        Person human = member.person();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", verificationToken);
        Optional<Organization> all = payloads.organization();
        if (all.map(Organization::namesWorkspaces).orElse(true)) {
            fields.put("team_id", workspace.teamId());
            fields.put("team_domain", workspace.domain());
        }
        all.ifPresent(each -> {
            fields.put("enterprise_id", each.id());
            fields.put("enterprise_name", each.name());
        });
        fields.put("channel_id", member.channelId());
        fields.put("channel_name", member.channel().givenName());
        fields.put("user_id", human.id());
        fields.put("user_name", human.name());
        fields.put("command", command);
        fields.put("text", text);
        fields.put("api_app_id", workspace.appId());
        fields.put("is_enterprise_install", String.valueOf(all.isPresent()));
        fields.put("response_url", responseUrls.forCommand(member));
        fields.put("trigger_id", triggers.issue(human.id(), ""));
        return fields;
    }

    private void showCommandAnswer(ChannelMember member, String command, Deliveries.Answer answer) {
        if (!answer.accepted()) {
            failed(member, command, answer.late() ? "operation_timeout" : "dispatch_failed");
        } else if (!answer.body().isBlank()) {
            try {
                replies.take(member, "", reply(answer));
            } catch (JsonParseException | ApiError unusable) {
                failed(member, command, "invalid_command_response");
            }
        }
    }

    /** The answer's JSON; plain words count as a text. */
    private static JsonObject reply(Deliveries.Answer answer) {
        return answer.contentType().contains("json")
                ? Json.parseObject(answer.body())
                : Json.object("text", answer.body());
    }

    private void failed(ChannelMember member, String command, String error) {
        replies.fromSlack(member, command + " failed with the error \"" + error + "\"");
    }

    private JsonObject actionPayload(ChannelMember member, JsonObject message, JsonObject action, JsonObject state) {
        String ts = Json.string(message, "ts");
        boolean ephemeral = MessageHistory.isEphemeral(message);
        JsonObject payload = payloads.withTrigger("block_actions", member.userId(), "");
        payload.add("container", container(member, ts, ephemeral));
        payload.add(
                "channel",
                Json.object("id", member.channelId(), "name", member.channel().givenName()));
        payload.add("state", Json.object("values", state));
        payload.addProperty("response_url", responseUrls.forMessage(member, ts));
        payload.add("actions", Json.array(action));
        if (!ephemeral) {
            // Slack does not tell what an ephemeral message said.
            payload.add("message", BlockActions.escaped(message));
        }
        return payload;
    }

    private static JsonObject container(ChannelMember member, String ts, boolean ephemeral) {
        return Json.object(
                field("type", "message"),
                field("message_ts", ts),
                field("channel_id", member.channelId()),
                field("is_ephemeral", ephemeral));
    }
}
