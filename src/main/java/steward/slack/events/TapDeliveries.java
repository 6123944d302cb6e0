package steward.slack.events;

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
import org.jspecify.annotations.Nullable;
import steward.message.About;
import steward.rep.RepId;
import steward.runtime.chat.Origin;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.Input;
import steward.slack.blocks.BlockId;
import steward.slack.blocks.TypedText;

/** Reads taps into deliveries; one payload of Slack's may hold several taps, each of which is a turn of its own. */
public final class TapDeliveries {

    /** What the buttons at the end of the Home tab say. */
    private static final Pattern HOME_PAGE = Pattern.compile("home ([1-9][0-9]{0,3})");

    private TapDeliveries() {}

    public static List<Delivery> read(BlockActionPayload payload) {
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
        String team = payload.getTeam() == null ? "" : text(payload.getTeam().getId());
        return rep(firstOf(team, text(user.getTeamId())), text(user.getId()));
    }

    /** Who did something; empty if that is not said. */
    static Optional<RepId> rep(String team, String user) {
        return team.isEmpty() || user.isEmpty() ? Optional.empty() : Optional.of(new RepId(team, user));
    }

    private static Optional<Delivery> tap(RepId rep, BlockActionPayload payload, Action action) {
        String blockId = text(action.getBlockId());
        String says = says(action);
        Origin origin = origin(payload);
        String key = String.join(
                " ", "tap", place(payload), blockId, text(action.getActionId()), text(action.getActionTs()));
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
                payload.getChannel() == null ? "" : text(payload.getChannel().getId());
        String message =
                payload.getMessage() == null ? "" : text(payload.getMessage().getTs());
        return firstOf(text(container.getChannelId()), channel) + " "
                + firstOf(text(container.getMessageTs()), message);
    }

    /** Empty if it was in no view. */
    private static String viewId(BlockActionPayload payload) {
        String container = payload.getContainer() == null
                ? ""
                : text(payload.getContainer().getViewId());
        String view = payload.getView() == null ? "" : text(payload.getView().getId());
        return firstOf(container, view);
    }

    private static Origin origin(BlockActionPayload payload) {
        String trigger = text(payload.getTriggerId());
        if (viewId(payload).isEmpty()) {
            return new Origin(Origin.Surface.CHAT, trigger, address(text(payload.getResponseUrl())));
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
                text(action.getValue()),
                action.getSelectedOption() == null
                        ? ""
                        : text(action.getSelectedOption().getValue()),
                action.getSelectedOptions() == null
                        ? ""
                        : action.getSelectedOptions().stream()
                                .map(option -> text(option.getValue()))
                                .collect(Collectors.joining(" ")),
                text(action.getSelectedDate()),
                text(action.getSelectedConversation()));
    }

    static String firstOf(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    static String text(@Nullable String text) {
        return text == null ? "" : TypedText.storable(text);
    }
}
