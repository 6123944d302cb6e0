package steward.conversation.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.desk.Saying;
import steward.conversation.turn.Turns;
import steward.dashboard.ActionLines.Listed;
import steward.dashboard.ActionsMessage;
import steward.dashboard.Quoted;
import steward.message.About;
import steward.message.Message;
import steward.message.Purpose;
import steward.plan.Accounts;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.Status;

/** {@code /actions}: lists what is to be done, takes what was done, and adds to it. */
public final class ActionsCommand {

    private static final Pattern VERB = Pattern.compile(
            "(help|list|add|done|later|snooze|move|drop)(?:\\s+(.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern DONE = Pattern.compile(
            "(?:done|did|finished|completed)(?: with)?\\s*[: ]\\s*(\\S.{0,120})", Pattern.CASE_INSENSITIVE);

    private final Desk desk;
    private final Occasion occasion;
    private final Turns turns;

    /** The command at a rep's desk; {@code turns} takes a turn on a plan. */
    public ActionsCommand(Desk desk, Occasion occasion, Turns turns) {
        this.desk = desk;
        this.occasion = occasion;
        this.turns = turns;
    }

    /** {@code about} is the plan under which it was tapped, if it was. */
    public Outcome take(Optional<Plan> about, String typed) {
        Optional<Outcome> answered = about.flatMap(plan -> answers().tapped(plan, typed));
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
            case "help" -> Outcome.aside(ActionReplies.help());
            case "list" -> list(rest);
            case "add" -> new NewAction(desk, occasion, turns).add(about, rest);
            case "snooze" -> named("later", rest);
            default -> named(verb.group(1).toLowerCase(Locale.ROOT), rest);
        };
    }

    private ActionAnswers answers() {
        return new ActionAnswers(desk, occasion, turns);
    }

    /** What the rep typed in the chat while no question is open: {@code done Dana, took 1h}; empty if it means no action. */
    public Optional<Outcome> heard(String said) {
        Matcher done = DONE.matcher(said.strip());
        if (!done.matches()) {
            return Optional.empty();
        }
        List<Plan> running = desk.livePlans().stream()
                .filter(plan -> plan.status() == Status.RUNNING)
                .toList();
        ActionNames names = new ActionNames(running);
        List<DoneIn> readings = DoneIn.readings(done.group(1), occasion).toList();
        List<DoneIn> timed =
                readings.stream().filter(reading -> !reading.time().isEmpty()).toList();
        return meant("done", readings, names::open)
                .or(() -> meant("done", timed, names::settled))
                .map(this::inChat);
    }

    /** In the chat, the reply stands in the chat. */
    private Outcome inChat(Outcome outcome) {
        List<Saying> sayings = new ArrayList<>();
        outcome.aside()
                .ifPresent(reply -> sayings.add(
                        new Saying(occasion.ids().get(), Purpose.REPLY, About.NOTHING, reply, Optional.empty())));
        sayings.addAll(outcome.sayings());
        return new Outcome(sayings, outcome.shrunk());
    }

    // ── Looking ──────────────────────────────────────────────────────────────────────────────────────────

    private Outcome list(String account) {
        List<Plan> live = desk.livePlans();
        List<Plan> meant = account.isEmpty() ? live : plans(new Accounts(desk.liveCards()).meant(account));
        return Outcome.aside(
                meant.isEmpty() && !account.isEmpty()
                        ? Message.say(
                                "You have no plan called {}. `/actions` lists what is to be done at all your accounts.",
                                Quoted.from(account))
                        : new ActionsMessage(meant, occasion.reader()).message());
    }

    private List<Plan> plans(List<PlanCard> cards) {
        return cards.stream().flatMap(card -> desk.plan(card.id()).stream()).toList();
    }

    // ── Answering by name ────────────────────────────────────────────────────────────────────────────────

    /** {@code done Acme call dana 30 min}, or without the account. */
    private Outcome named(String verb, String rest) {
        Optional<Accounts.Named> account = new Accounts(desk.liveCards()).leading(rest);
        List<Plan> plans = account.map(named -> plans(named.plans())).orElseGet(desk::livePlans);
        String words = account.map(Accounts.Named::rest).orElse(rest);
        if (words.isBlank()) {
            return Outcome.aside(new ActionsMessage(plans, occasion.reader()).message());
        }
        ActionNames names = new ActionNames(plans);
        List<DoneIn> readings =
                verb.equals("done") ? DoneIn.readings(words, occasion).toList() : List.of(new DoneIn(words, ""));
        return meant(verb, readings, names::open)
                .or(() -> meant(verb, readings, names::settled))
                .orElseGet(() -> Outcome.aside(Message.say(
                        "I find no action like “{}”. `/actions` lists what is to be done.", Quoted.from(words))));
    }

    /** What comes of the first reading by which an action is found; empty if there is none. */
    private Optional<Outcome> meant(String verb, List<DoneIn> readings, Function<String, List<Listed>> finding) {
        for (DoneIn reading : readings) {
            List<Listed> found = finding.apply(reading.name());
            if (!found.isEmpty()) {
                return Optional.of(meant(verb, reading.time(), found));
            }
        }
        return Optional.empty();
    }

    private Outcome meant(String verb, String time, List<Listed> found) {
        return found.size() == 1
                ? answers().take(found.get(0).plan(), found.get(0).action().row(), verb, time)
                : Outcome.aside(ActionReplies.whichOne(found, verb, time, occasion.reader()));
    }
}
