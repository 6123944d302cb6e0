package steward.slack;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.message.About;
import steward.rep.RepId;

/** Reads what a rep tapped; one delivery of Slack's may hold several taps. */
final class Taps {

    /** Slack sends one, and a block has no more elements that could be tapped at once. */
    static final int TAPS_MAX = 25;

    /** What the buttons at the end of the Home tab say. */
    private static final Pattern HOME_PAGE = Pattern.compile("home ([1-9][0-9]{0,3})");

    private Taps() {}

    /**
     * Reads the taps, each of which is a turn of its own.
     *
     * @param payload a {@code block_actions} payload
     * @throws Malformed if there are more than Slack can have sent
     */
    static List<Delivery> read(JsonObject payload) throws Malformed {
        List<JsonObject> actions = Json.objects(payload, "actions");
        if (actions.size() > TAPS_MAX) {
            throw new Malformed("Nobody taps more than " + TAPS_MAX + " elements at once.");
        }
        return rep(payload)
                .map(rep -> actions.stream()
                        .flatMap(action -> tap(rep, payload, action).stream())
                        .toList())
                .orElse(List.of());
    }

    /** Who did what an interaction payload tells of. */
    static Optional<RepId> rep(JsonObject payload) {
        JsonObject user = Json.object(payload, "user");
        String team = firstOf(Json.text(Json.object(payload, "team"), "id"), Json.text(user, "team_id"));
        RepId rep = new RepId(team, Json.text(user, "id"));
        return rep.team().isEmpty() || rep.user().isEmpty() ? Optional.empty() : Optional.of(rep);
    }

    private static Optional<Delivery> tap(RepId rep, JsonObject payload, JsonObject action) {
        String blockId = Json.text(action, "block_id");
        String says = says(action);
        Optional<About> about = Address.read(blockId).map(Address::about).filter(any -> !says.isEmpty());
        String key = String.join(
                " ", "tap", place(payload), blockId, Json.text(action, "action_id"), Json.text(action, "action_ts"));
        Origin origin = origin(payload);
        return about.map(found -> new Delivery(
                rep, key, Optional.empty(), Json.text(payload, "trigger_id"), origin, deed(origin, found, says)));
    }

    /** The message or the view that was tapped. */
    private static String place(JsonObject payload) {
        JsonObject container = Json.object(payload, "container");
        String view = viewId(payload);
        if (!view.isEmpty()) {
            return "view " + view;
        }
        String channel = firstOf(Json.text(container, "channel_id"), Json.text(Json.object(payload, "channel"), "id"));
        String message = firstOf(Json.text(container, "message_ts"), Json.text(Json.object(payload, "message"), "ts"));
        return channel + " " + message;
    }

    /** Empty if it was in no view. */
    private static String viewId(JsonObject payload) {
        return firstOf(
                Json.text(Json.object(payload, "container"), "view_id"), Json.text(Json.object(payload, "view"), "id"));
    }

    private static Origin origin(JsonObject payload) {
        if (viewId(payload).isEmpty()) {
            return new Origin(Origin.Surface.CHAT, address(Json.text(payload, "response_url")));
        }
        boolean home = Json.text(Json.object(payload, "view"), "type").equals("home");
        return Origin.in(home ? Origin.Surface.HOME : Origin.Surface.MODAL);
    }

    private static Optional<URI> address(String url) {
        try {
            return Optional.of(new URI(url)).filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Deed deed(Origin origin, About about, String says) {
        Matcher page = HOME_PAGE.matcher(says);
        return origin.surface() == Origin.Surface.HOME && page.matches()
                ? new Deed.LookedAtHome(Integer.parseInt(page.group(1)))
                : new Deed.Tap(about, says);
    }

    /** What an element says, by what was tapped, picked or typed; empty if nothing was. */
    static String says(JsonObject element) {
        return Stream.of(
                        Json.text(element, "value"),
                        Json.text(Json.object(element, "selected_option"), "value"),
                        ticked(element),
                        Json.text(element, "selected_date"),
                        Json.text(element, "selected_conversation"))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What all ticked boxes say, with spaces between. */
    private static String ticked(JsonObject element) {
        return Json.objects(element, "selected_options").stream()
                .map(option -> Json.text(option, "value"))
                .collect(Collectors.joining(" "));
    }

    private static String firstOf(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
