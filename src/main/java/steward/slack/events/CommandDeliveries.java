package steward.slack.events;

import static steward.slack.events.SlackMessage.read;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import java.util.Optional;
import steward.rep.RepId;
import steward.runtime.chat.Origin;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.Input;
import steward.slack.blocks.TypedText;

/** Reads slash commands into deliveries. */
public final class CommandDeliveries {

    private CommandDeliveries() {}

    /**
     * Reads one.
     *
     * @param payload with a team, a user and a trigger
     */
    public static Delivery delivery(SlashCommandPayload payload) {
        RepId rep = new RepId(read(payload.getTeamId()), read(payload.getUserId()));
        String trigger = read(payload.getTriggerId());
        String typed = read(payload.getCommand()) + " " + TypedText.from(read(payload.getText()));
        return new Delivery(
                rep,
                "command " + trigger,
                Optional.empty(),
                Origin.in(Origin.Surface.CHAT, trigger),
                new Input.Command(typed));
    }
}
