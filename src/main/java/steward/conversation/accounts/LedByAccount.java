package steward.conversation.accounts;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Outcome;
import steward.conversation.turn.Hints;
import steward.dashboard.Quoted;
import steward.message.Message;
import steward.plan.Accounts;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.Status;

/** Commands whose first words name an account, and whose other words are for its plan: "Acme resin 66k". */
public final class LedByAccount {

    private final Desk desk;

    public LedByAccount(Desk desk) {
        this.desk = desk;
    }

    /** The drafts and running plans that the first words name, and the words after them; empty if they name none. */
    public Optional<Accounts.Named> named(String words) {
        return new Accounts(desk.liveCards()).leading(words);
    }

    /**
     * Does something to the plan named, or else asks which one is meant.
     *
     * @param about the plan under which the command was tapped, if it was: then no account is among the words
     * @param command what is said again, before the words, once the rep has picked a plan
     * @param understands whether words that name no account say something at a plan
     */
    public Outcome take(
            Optional<Plan> about,
            String command,
            String words,
            BiPredicate<Plan, String> understands,
            BiFunction<Plan, String, Outcome> step) {
        if (about.isPresent()) {
            return about.get().status() == Status.CLOSED
                    ? Outcome.aside(new Message(Hints.closed(about.get())))
                    : step.apply(about.get(), words);
        }
        Optional<Accounts.Named> named = named(words);
        if (named.isEmpty() && !words.isEmpty() && !desk.plans().isEmpty()) {
            return Outcome.aside(nothingNamed(command, words, understands));
        }
        List<PlanCard> meant = named.map(Accounts.Named::plans).orElseGet(desk::liveCards);
        if (meant.isEmpty()) {
            return Outcome.aside(PlanMessages.list(desk.plans()));
        }
        String rest = named.map(Accounts.Named::rest).orElse(words);
        return meant.size() == 1
                ? step.apply(desk.plan(meant.get(0).id()).orElseThrow(), rest)
                : Outcome.aside(PlanMessages.whichOne(meant, saying(command, rest)));
    }

    /** No live account is among the words: it may be closed, mistyped, or left out. */
    private Message nothingNamed(String command, String words, BiPredicate<Plan, String> understands) {
        Optional<Plan> closed = new Accounts(desk.plans())
                .leading(words)
                .flatMap(named -> desk.plan(named.plans().get(0).id()));
        if (closed.isPresent()) {
            return new Message(Hints.closed(closed.get()));
        }
        Optional<Accounts.Named> near = new Accounts(desk.liveCards()).mistypedFirst(words);
        if (near.isPresent()) {
            return PlanMessages.whichOne(
                    near.get().plans(), saying(command, near.get().rest()));
        }
        List<PlanCard> understood = desk.liveCards().stream()
                .filter(card -> desk.plan(card.id())
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
