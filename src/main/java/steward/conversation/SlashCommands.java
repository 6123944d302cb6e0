package steward.conversation;

import java.util.Optional;
import steward.conversation.actions.ActionsCommand;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.nudges.NudgeAnswers;
import steward.conversation.plans.PlanCommand;
import steward.conversation.roti.RotiCommand;
import steward.conversation.time.TimeCommand;
import steward.conversation.turn.Turns;
import steward.message.Message;
import steward.nudges.Sent;
import steward.plan.Plan;

/** What a rep types after a slash, or has a button say for them. */
final class SlashCommands {

    /** An answer of the longest, with an account before it, is shorter. */
    private static final int COMMAND_CHARACTERS_MAX = 6_000;

    private final Desk desk;
    private final Occasion occasion;
    private final Turns turns;

    SlashCommands(Desk desk, Occasion occasion, Turns turns) {
        this.desk = desk;
        this.occasion = occasion;
        this.turns = turns;
    }

    /** {@code about} is the plan under which it was tapped, if it was. */
    Outcome take(Optional<Plan> about, String typed) {
        if (typed.length() > COMMAND_CHARACTERS_MAX) {
            return Outcome.aside(
                    Message.say("That is too long to read at once. Send it in two or three parts, please."));
        }
        String[] parts = typed.split("\\s+", 2);
        String words = parts.length > 1 ? parts[1].strip() : "";
        return switch (parts[0]) {
            case "/plan" -> new PlanCommand(desk, occasion, turns).take(about, words);
            case "/roti" -> new RotiCommand(desk, occasion, turns).take(about, words);
            case "/time" -> new TimeCommand(desk, occasion).take(about, words);
            case "/actions" -> new ActionsCommand(desk, occasion, turns).take(about, words);
            case Sent.COMMAND -> new NudgeAnswers(desk, occasion, turns).tapped(about, words);
            default ->
                Outcome.aside(Message.say(
                        "I don't know {} yet. Try `/plan`, `/actions`, `/roti` or `/time`; each tells more with `help`.",
                        parts[0]));
        };
    }
}
