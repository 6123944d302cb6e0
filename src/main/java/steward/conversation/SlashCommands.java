package steward.conversation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.actions.ActionsCommand;
import steward.conversation.nudges.NudgeAnswers;
import steward.conversation.plans.PlanCommand;
import steward.conversation.roti.RotiCommand;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.time.TimeCommand;
import steward.conversation.turn.Turns;
import steward.conversation.understanding.Understanding;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.undo.Undo;
import steward.message.Message;
import steward.nudges.SentNudge;
import steward.plan.Plan;
import steward.plan.Status;
import steward.plan.accounts.Accounts;

/** Handles slash commands, typed or said by a button. */
final class SlashCommands {

    /** An answer of the longest, with an account before it, is shorter. */
    private static final int COMMAND_CHARACTERS_MAX = 6_000;

    private static final Pattern IN_THE_TALK = Pattern.compile(
            "(?:status|summary|edit|change|add|remove|skip|back|pause|continue|margin)(?: .*)?", Pattern.DOTALL);

    /** Whatever it is typed after: there is one undo for everything. */
    private static final Pattern UNDO = Pattern.compile("undo(?: that| it)?", Pattern.CASE_INSENSITIVE);

    /** Those of other keyboards, and those that don't break: all but the end of a line. */
    private static final Pattern WIDE_SPACES = Pattern.compile("[\\p{Zs}\\t\\x{200B}\\x{FEFF}]+");

    private static final Pattern FORMATTED = Pattern.compile("([`*_~]{1,3})([^`*_~\\n]+)\\1");

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    SlashCommands(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    /** What can be said at any question, typed after {@code /plan}: it does the same, unless an account is called so. */
    private Optional<TurnResult> inTheTalk(Optional<Plan> about, String words) {
        Optional<Plan> plan = session.current()
                .flatMap(session::plan)
                .filter(found -> found.status() != Status.CLOSED && about.isEmpty());
        boolean isAccount = !new Accounts(session.plans()).exactly(words).isEmpty();
        return plan.filter(found -> IN_THE_TALK.matcher(words).matches() && !isAccount)
                .filter(found ->
                        Understanding.isCommand(words, ConversationState.of(session, context, Optional.of(found))))
                .map(found -> new ChatReplies(session, context, turns).heard(words, found));
    }

    /** With spaces of one kind, and none around it. */
    static String spaced(String typed) {
        return WIDE_SPACES.matcher(typed).replaceAll(" ").strip();
    }

    /** Without the formatting that was pasted with all of the words. */
    private static String plain(String words) {
        Matcher formatted = FORMATTED.matcher(words);
        return formatted.matches() ? formatted.group(2).strip() : words;
    }

    /** {@code about} is the plan under which it was tapped, if it was. */
    TurnResult take(Optional<Plan> about, String typed) {
        if (typed.length() > COMMAND_CHARACTERS_MAX) {
            return TurnResult.aside(
                    Message.say("That is too long to read at once. Send it in two or three parts, please."));
        }
        String[] parts = spaced(typed).split("\\s+", 2);
        String words = parts.length > 1 ? plain(parts[1].strip()) : "";
        if (UNDO.matcher(words).matches() && about.isEmpty()) {
            return new Undo(session, context, turns).last();
        }
        return switch (parts[0]) {
            case "/plan" ->
                inTheTalk(about, words).orElseGet(() -> new PlanCommand(session, context, turns).take(about, words));
            case "/roti" -> new RotiCommand(session, context, turns).take(about, words);
            case "/time" -> new TimeCommand(session, context).take(about, words);
            case "/actions" -> new ActionsCommand(session, context, turns).take(about, words);
            case SentNudge.COMMAND -> new NudgeAnswers(session, context, turns).tapped(about, words);
            default ->
                TurnResult.aside(Message.say(
                        "I don't know {} yet. Try `/plan`, `/actions`, `/roti` or `/time`; each tells more with `help`.",
                        parts[0]));
        };
    }
}
