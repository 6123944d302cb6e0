package steward.slack.events;

import static steward.slack.events.SlackMessage.read;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Action;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    public static List<Delivery> deliveries(BlockActionPayload payload) {
        return rep(payload)
                .map(rep -> payload.getActions().stream()
                        .flatMap(action -> tap(rep, payload, action).stream())
                        .toList())
                .orElse(List.of());
    }

    private static Optional<RepId> rep(BlockActionPayload payload) {
        BlockActionPayload.User user = payload.getUser();
        if (user == null) {
            return Optional.empty();
        }
        String team = payload.getTeam() == null ? "" : read(payload.getTeam().getId());
        return rep(firstOf(team, read(user.getTeamId())), read(user.getId()));
    }

    /** Who did something; empty if that is not said. */
    static Optional<RepId> rep(String team, String user) {
        return team.isEmpty() || user.isEmpty() ? Optional.empty() : Optional.of(new RepId(team, user));
    }

    private static Optional<Delivery> tap(RepId rep, BlockActionPayload payload, Action action) {
        String blockId = read(action.getBlockId());
        String says = says(action);
        Origin origin = origin(payload);
        String key = String.join(
                " ", "tap", place(payload), blockId, read(action.getActionId()), read(action.getActionTs()));
        return BlockId.read(blockId)
                .map(BlockId::about)
                .filter(about -> !says.isEmpty())
                .map(about -> new Delivery(rep, key, Optional.empty(), origin, input(origin, about, says)));
    }

    /** The message or the view that was tapped. */
    private static String place(BlockActionPayload payload) {
        String view = viewId(payload);
        if (!view.isEmpty()) {
            return "view " + view;
        }
        BlockActionPayload.Container container =
                Objects.requireNonNullElseGet(payload.getContainer(), BlockActionPayload.Container::new);
        String channel =
                payload.getChannel() == null ? "" : read(payload.getChannel().getId());
        String message =
                payload.getMessage() == null ? "" : read(payload.getMessage().getTs());
        return firstOf(read(container.getChannelId()), channel) + " "
                + firstOf(read(container.getMessageTs()), message);
    }

    /** Empty if it was in no view. */
    private static String viewId(BlockActionPayload payload) {
        String container = payload.getContainer() == null
                ? ""
                : read(payload.getContainer().getViewId());
        String view = payload.getView() == null ? "" : read(payload.getView().getId());
        return firstOf(container, view);
    }

    private static Origin origin(BlockActionPayload payload) {
        String trigger = read(payload.getTriggerId());
        if (viewId(payload).isEmpty()) {
            return new Origin(Origin.Surface.CHAT, trigger, address(read(payload.getResponseUrl())));
        }
        boolean home =
                payload.getView() != null && "home".equals(payload.getView().getType());
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
                : new Input.Tap(about, says);
    }

    /** What an element says, by what was tapped, picked or typed; empty if nothing was. */
    private static String says(Action action) {
        return firstOf(
                read(action.getValue()),
                action.getSelectedOption() == null
                        ? ""
                        : read(action.getSelectedOption().getValue()),
                action.getSelectedOptions() == null
                        ? ""
                        : action.getSelectedOptions().stream()
                                .map(option -> read(option.getValue()))
                                .collect(Collectors.joining(" ")),
                read(action.getSelectedDate()),
                read(action.getSelectedConversation()));
    }

    static String firstOf(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
