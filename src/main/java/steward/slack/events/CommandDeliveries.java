package steward.slack.events;

import static steward.slack.events.TapDeliveries.text;

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
    public static Delivery read(SlashCommandPayload payload) {
        RepId rep = new RepId(text(payload.getTeamId()), text(payload.getUserId()));
        String trigger = text(payload.getTriggerId());
        String typed = text(payload.getCommand()) + " " + TypedText.from(text(payload.getText()));
        return new Delivery(
                rep,
                "command " + trigger,
                Optional.empty(),
                Origin.in(Origin.Surface.CHAT, trigger),
                new Input.Command(typed));
    }
}
