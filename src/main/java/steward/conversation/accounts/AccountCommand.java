package steward.conversation.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.writing.Hints;
import steward.dashboard.Quoted;
import steward.message.Message;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.Status;
import steward.plan.accounts.Accounts;

/** Finds the plan for a command whose first words name an account, and whose other words are for its plan: "Acme resin 66k". */
public final class AccountCommand {

    private final RepSession session;
    private final LocalDate today;

    /** @param today the rep's own day */
    public AccountCommand(RepSession session, LocalDate today) {
        this.session = session;
        this.today = today;
    }

    /** The drafts and running plans that the first words name, and the words after them; empty if they name none. */
    public Optional<Accounts.Named> named(String words) {
        return new Accounts(session.liveCards()).leading(words);
    }

    /**
     * Does something to the plan named, or else asks which one is meant.
     *
     * @param about the plan under which the command was tapped, if it was: then no account is among the words
     * @param command what is said again, before the words, once the rep has picked a plan
     * @param understands whether words that name no account say something at a plan
     */
    public TurnResult take(
            Optional<Plan> about,
            String command,
            String words,
            BiPredicate<Plan, String> understands,
            BiFunction<Plan, String, TurnResult> step) {
        if (about.isPresent()) {
            return about.get().status() == Status.CLOSED
                    ? TurnResult.aside(new Message(Hints.closed(about.get())))
                    : step.apply(about.get(), words);
        }
        Optional<Accounts.Named> named = named(words);
        if (named.isEmpty() && !words.isEmpty() && !session.plans().isEmpty()) {
            return TurnResult.aside(nothingNamed(command, words, understands));
        }
        List<PlanCard> meant =
                named.map(Accounts.Named::plans).map(Accounts::inForce).orElseGet(session::liveCards);
        if (meant.isEmpty()) {
            return TurnResult.aside(PlanMessages.list(session.plans(), today));
        }
        String rest = named.map(Accounts.Named::rest).orElse(words);
        return meant.size() == 1
                ? step.apply(session.plan(meant.get(0).id()).orElseThrow(), rest)
                : TurnResult.aside(PlanMessages.whichOne(meant, saying(command, rest)));
    }

    /** No live account is among the words: it may be closed, mistyped, or left out. */
    private Message nothingNamed(String command, String words, BiPredicate<Plan, String> understands) {
        Optional<Plan> closed = new Accounts(session.plans())
                .leading(words)
                .flatMap(named -> session.plan(named.plans().get(0).id()));
        if (closed.isPresent()) {
            return new Message(Hints.closed(closed.get()));
        }
        Optional<Accounts.Named> near = new Accounts(session.liveCards()).mistypedFirst(words);
        if (near.isPresent()) {
            return PlanMessages.whichOne(
                    near.get().plans(), saying(command, near.get().rest()));
        }
        List<PlanCard> understood = session.liveCards().stream()
                .filter(card -> session.plan(card.id())
                        .filter(plan -> understands.test(plan, words))
                        .isPresent())
                .toList();
        return understood.isEmpty()
                ? Message.say(
                        "I find no account of yours in “{}”. Say it like `" + command
                                + " Acme …`; `/plan` lists yours.",
                        Quoted.from(words))
                : PlanMessages.whichOne(understood, saying(command, words));
    }

    /** A command with its words, or alone if a button can't carry them. */
    public static String saying(String command, String words) {
        return words.isEmpty() || words.length() > Hints.TAPPED_CHARACTERS_MAX ? command : command + " " + words;
    }
}
