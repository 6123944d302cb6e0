package steward.slack.events;

import static steward.slack.blocks.JsonFields.firstOf;
import static steward.slack.blocks.JsonFields.object;
import static steward.slack.blocks.JsonFields.objects;
import static steward.slack.blocks.JsonFields.text;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import steward.conversation.Conversation;
import steward.message.About;
import steward.rep.RepId;
import steward.runtime.chat.Origin;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.Input;
import steward.slack.blocks.BlockId;

/** Reads taps into deliveries; one payload of Slack's may hold several taps, each of which is a turn of its own. */
public final class TapDeliveries {

    /** What the buttons at the end of the Home tab say. */
    private static final Pattern HOME_PAGE = Pattern.compile("home ([1-9][0-9]{0,3})");

    private TapDeliveries() {}

    /**
     * The taps of a payload.
     *
     * @param payload of type {@code block_actions}
     */
    public static List<Delivery> deliveries(JsonObject payload) {
        return rep(payload)
                .map(rep -> objects(payload, "actions").stream()
                        .flatMap(action -> tap(rep, payload, action).stream())
                        .toList())
                .orElse(List.of());
    }

    /** Who did something; empty if that is not said. */
    public static Optional<RepId> rep(JsonObject payload) {
        JsonObject user = object(payload, "user");
        String team =
                firstOf(TeamId.workspace(text(object(payload, "team"), "id")), TeamId.workspace(text(user, "team_id")));
        String id = text(user, "id");
        return team.isEmpty() || id.isEmpty() ? Optional.empty() : Optional.of(new RepId(team, id));
    }

    private static Optional<Delivery> tap(RepId rep, JsonObject payload, JsonObject action) {
        String blockId = text(action, "block_id");
        String says = says(action);
        Origin origin = origin(payload);
        String key =
                String.join(" ", "tap", place(payload), blockId, text(action, "action_id"), text(action, "action_ts"));
        return BlockId.read(blockId)
                .map(BlockId::about)
                .filter(about -> !says.isEmpty())
                .map(about -> new Delivery(rep, key, Optional.empty(), origin, input(origin, about, says)));
    }

    /** The message or the view that was tapped. */
    private static String place(JsonObject payload) {
        String view = viewId(payload);
        if (!view.isEmpty()) {
            return "view " + view;
        }
        JsonObject container = object(payload, "container");
        return firstOf(text(container, "channel_id"), text(object(payload, "channel"), "id")) + " "
                + firstOf(text(container, "message_ts"), text(object(payload, "message"), "ts"));
    }

    /** Empty if it was in no view. */
    private static String viewId(JsonObject payload) {
        return firstOf(text(object(payload, "container"), "view_id"), text(object(payload, "view"), "id"));
    }

    private static Origin origin(JsonObject payload) {
        String trigger = text(payload, "trigger_id");
        if (viewId(payload).isEmpty()) {
            return new Origin(Origin.Surface.CHAT, trigger, address(text(payload, "response_url")));
        }
        boolean home = text(object(payload, "view"), "type").equals("home");
        return Origin.in(home ? Origin.Surface.HOME : Origin.Surface.MODAL, trigger);
    }

    private static Optional<URI> address(String url) {
        try {
            return Optional.of(new URI(url)).filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Input input(Origin origin, About about, String says) {
        Matcher page = HOME_PAGE.matcher(says);
        return origin.surface() == Origin.Surface.HOME && page.matches()
                ? new Input.LookedAtHome(Integer.parseInt(page.group(1)))
                : Conversation.fileToImport(says)
                        .<Input>map(Input.PlansFile::tapped)
                        .orElseGet(() -> new Input.Tap(about, says));
    }

    /** What an element says, by what was tapped, picked or typed; empty if nothing was. */
    static String says(JsonObject element) {
        return firstOf(
                text(element, "value"),
                text(object(element, "selected_option"), "value"),
                objects(element, "selected_options").stream()
                        .map(option -> text(option, "value"))
                        .collect(Collectors.joining(" ")),
                text(element, "selected_date"),
                text(element, "selected_conversation"));
    }
}
