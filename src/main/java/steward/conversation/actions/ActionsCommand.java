package steward.conversation.actions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turns;
import steward.dashboard.ActionLines.Listed;
import steward.dashboard.ActionsMessage;
import steward.dashboard.Quoted;
import steward.message.Message;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.Status;
import steward.plan.accounts.Accounts;

/** {@code /actions}: lists what is to be done, takes what was done, and adds to it. */
public final class ActionsCommand {

    private static final Pattern VERB = Pattern.compile(
            "(help|list|add|done|later|snooze|move|drop)(?:\\s+(.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern DONE = Pattern.compile(
            "(?:done|did|finished|completed)(?: with)?\\s*[: ]\\s*(\\S.{0,120})", Pattern.CASE_INSENSITIVE);

    private static final Pattern WITH_DAY = Pattern.compile(
            "(.+?),? (?:(?:till|until|to|for|on|by) )?((?:(?<=(?:till|until|to|for|on|by) )\\S.*)|(?:tomorrow|next) ?.*|in \\d.*)");

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    /** The command in a rep's session; {@code turns} takes a turn on a plan. */
    public ActionsCommand(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    /** {@code about} is the plan under which it was tapped, if it was. */
    public TurnResult take(Optional<Plan> about, String typed) {
        Optional<TurnResult> answered = about.flatMap(plan -> answers().tapped(plan, typed));
        if (answered.isPresent()) {
            return answered.get();
        }
        Matcher verb = VERB.matcher(typed);
        // "Add Systems" and "Move Logistics" are accounts: before a name, a command is typed in small letters.
        if (!verb.matches()
                || (verb.group(2) != null && !verb.group(1).equals(verb.group(1).toLowerCase(Locale.ROOT)))) {
            return list(typed);
        }
        String rest = verb.group(2) == null ? "" : verb.group(2).strip();
        return switch (verb.group(1).toLowerCase(Locale.ROOT)) {
            case "help" -> TurnResult.aside(ActionReplies.help());
            case "list" -> list(rest);
            case "add" -> new NewAction(session, context, turns).add(about, rest);
            case "snooze" -> named("later", rest);
            default -> named(verb.group(1).toLowerCase(Locale.ROOT), rest);
        };
    }

    private ActionAnswers answers() {
        return new ActionAnswers(session, context, turns);
    }

    /** What the rep typed in the chat while no question is open: {@code done Dana, took 1h}; empty if it means no action. */
    public Optional<TurnResult> heard(String said) {
        Matcher done = DONE.matcher(said.strip());
        if (!done.matches()) {
            return Optional.empty();
        }
        List<Plan> running = session.livePlans().stream()
                .filter(plan -> plan.status() == Status.RUNNING)
                .toList();
        ActionNames names = new ActionNames(running);
        List<CompletedAction> readings =
                CompletedAction.readings(done.group(1), context).toList();
        List<CompletedAction> timed =
                readings.stream().filter(reading -> !reading.time().isEmpty()).toList();
        return meant("done", readings, names::open)
                .or(() -> meant("done", timed, names::settled))
                .map(result -> result.inTalk(context.ids(), Optional.empty()));
    }

    // ── Looking ──────────────────────────────────────────────────────────────────────────────────────────

    private TurnResult list(String account) {
        List<Plan> live = session.livePlans();
        List<Plan> meant = account.isEmpty() ? live : plans(new Accounts(session.liveCards()).meant(account));
        return TurnResult.aside(
                meant.isEmpty() && !account.isEmpty()
                        ? Message.say(
                                "You have no plan called {}. `/actions` lists what is to be done at all your accounts.",
                                Quoted.from(account))
                        : new ActionsMessage(meant, context.reader()).message());
    }

    private List<Plan> plans(List<PlanCard> cards) {
        return cards.stream().flatMap(card -> session.plan(card.id()).stream()).toList();
    }

    // ── Answering by name ────────────────────────────────────────────────────────────────────────────────

    /** {@code done Acme call dana 30 min}, or without the account. */
    private TurnResult named(String verb, String rest) {
        Optional<Accounts.Named> account = new Accounts(session.liveCards()).leading(rest);
        List<Plan> plans = account.map(named -> plans(named.plans())).orElseGet(session::livePlans);
        String words = account.map(Accounts.Named::rest).orElse(rest);
        if (words.isBlank()) {
            return TurnResult.aside(new ActionsMessage(plans, context.reader()).message());
        }
        ActionNames names = new ActionNames(plans);
        List<CompletedAction> readings =
                verb.equals("done") ? CompletedAction.readings(words, context).toList() : withDay(words);
        return meant(verb, readings, names::open)
                .or(() -> meant(verb, readings, names::settled))
                .orElseGet(() -> TurnResult.aside(Message.say(
                        "I find no action like “{}”. `/actions` lists what is to be done.", Quoted.from(words))));
    }

    /** "Dana till Monday": all of it as a name, or what stands before the day. */
    private static List<CompletedAction> withDay(String words) {
        Matcher day = WITH_DAY.matcher(words);
        return day.matches()
                ? List.of(new CompletedAction(words, ""), new CompletedAction(day.group(1), day.group(2)))
                : List.of(new CompletedAction(words, ""));
    }

    /** What comes of the first reading by which an action is found; empty if there is none. */
    private Optional<TurnResult> meant(
            String verb, List<CompletedAction> readings, Function<String, List<Listed>> finding) {
        for (CompletedAction reading : readings) {
            List<Listed> found = finding.apply(reading.name());
            if (!found.isEmpty()) {
                return Optional.of(meant(verb, reading.time(), found));
            }
        }
        return Optional.empty();
    }

    private TurnResult meant(String verb, String time, List<Listed> found) {
        return found.size() == 1
                ? answers().take(found.get(0).plan(), found.get(0).action().row(), verb, time)
                : TurnResult.aside(ActionReplies.whichOne(found, verb, time, context.reader()));
    }
}
