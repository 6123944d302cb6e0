package steward.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Control.Menu;
import steward.message.Control.Pick;
import steward.message.Control.Weight;
import steward.message.Message;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Accounts;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.plan.Status;
import steward.worksheet.Step;
import steward.worksheet.Worksheet;

/** {@code /plan}: lists the rep's plans, starts, opens, resumes and closes them. */
final class PlanCommand {

    private static final int ACCOUNT_CHARACTERS_MAX = 80;

    private static final int PLANS_LISTED_MAX = 20;

    private static final int YEARS_AHEAD_MAX = 5;

    private static final Pattern WITH_YEAR = Pattern.compile("(.*\\S)\\s+((?:19|20)\\d\\d)", Pattern.DOTALL);

    private static final Pattern WITH_STEP = Pattern.compile("(.*?)\\s*(?:step )?([1-4])?", Pattern.DOTALL);

    private static final Pattern VERB = Pattern.compile(
            "(list|help|new|start|open|resume|switch|close|form)(?:\\s+(.*))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Desk desk;
    private final Occasion occasion;
    private final BiFunction<Plan, Consumer<Turn>, Outcome> turns;

    /** The command at a rep's desk; {@code turns} takes a turn on a plan. */
    PlanCommand(Desk desk, Occasion occasion, BiFunction<Plan, Consumer<Turn>, Outcome> turns) {
        this.desk = desk;
        this.occasion = occasion;
        this.turns = turns;
    }

    Outcome take(String words) {
        String typed = words.strip();
        Matcher verb = VERB.matcher(typed);
        if (typed.isEmpty()) {
            return list();
        }
        if (!verb.matches()) {
            return named(typed);
        }
        String rest = verb.group(2) == null ? "" : verb.group(2).strip();
        return switch (verb.group(1).toLowerCase(Locale.ROOT)) {
            case "list" -> rest.isEmpty() ? list() : named(typed);
            case "help" -> rest.isEmpty() ? Outcome.aside(help()) : named(typed);
            case "new", "start" -> rest.isEmpty() ? Outcome.aside(whichAccount(verb.group(1))) : start(rest);
            case "close" -> close(rest);
            case "form" -> form(rest);
            default -> rest.isEmpty() ? list() : existing(rest);
        };
    }

    // ── Starting and opening ─────────────────────────────────────────────────────────────────────────────

    /** A plan of that name is opened; where there is none, it is started. */
    private Outcome named(String typed) {
        Wanted wanted = Wanted.of(typed, occasion);
        List<PlanCard> exact = wanted.of(new Accounts(desk.plans()).exactly(wanted.account()));
        List<PlanCard> meant = exact.isEmpty() ? wanted.of(new Accounts(desk.plans()).meant(wanted.account())) : exact;
        if (meant.isEmpty()) {
            return start(typed);
        }
        boolean mistyped = exact.isEmpty()
                && !new Accounts(meant).leading(wanted.account()).isPresent();
        return meant.size() == 1 && !mistyped ? open(meant.get(0)) : Outcome.aside(orNew(meant, wanted));
    }

    private Outcome existing(String typed) {
        Wanted wanted = Wanted.of(typed, occasion);
        List<PlanCard> meant = wanted.of(new Accounts(desk.plans()).meant(wanted.account()));
        return switch (meant.size()) {
            case 0 ->
                Outcome.aside(Message.say(
                        "You have no plan called {}. `/plan {}` starts one, `/plan` lists yours.",
                        shortened(typed),
                        shortened(typed)));
            case 1 -> open(meant.get(0));
            default -> Outcome.aside(whichOne(meant, "resume"));
        };
    }

    private Outcome open(PlanCard card) {
        Plan plan = desk.plan(card.id()).orElseThrow();
        return card.status() == Status.DRAFT
                ? turns.apply(plan, Turn::resume)
                : Outcome.aside(
                        new Message(new StatusMessage(plan, occasion).parts()).then(Message.of(cardButtons(card))));
    }

    private static Part cardButtons(PlanCard card) {
        return new Part.Choices(
                About.plan(card.id().text()),
                card.status() == Status.CLOSED
                        ? List.of(new Button("Bring it back", "resume"))
                        : List.of(
                                new Button("Summary", "summary"),
                                new Menu(
                                        "Change as a form…",
                                        Worksheet.STEPS.stream()
                                                .map(step -> new Pick(
                                                        step.number() + "  " + step.title(), "form " + step.number()))
                                                .toList())));
    }

    private Outcome start(String typed) {
        Wanted wanted = Wanted.of(typed, occasion);
        Optional<String> complaint = wanted.complaint(occasion);
        List<PlanCard> exact = new Accounts(desk.plans())
                .exactly(wanted.account()).stream()
                        .filter(card -> card.year() == wanted.year())
                        .toList();
        if (complaint.isPresent()) {
            return Outcome.aside(Message.say(complaint.get()));
        }
        if (!exact.isEmpty()) {
            return open(exact.get(0));
        }
        Plan plan = desk.start(new PlanId(occasion.ids().get()), wanted.account(), wanted.year(), occasion.now());
        return turns.apply(plan, Turn::begin);
    }

    /**
     * An account and a year as typed.
     *
     * @param yearSaid whether the rep named the year, or this one is meant
     */
    private record Wanted(String account, int year, boolean yearSaid) {

        static Wanted of(String typed, Occasion occasion) {
            Matcher matcher = WITH_YEAR.matcher(typed.strip());
            return matcher.matches()
                    ? new Wanted(matcher.group(1), Integer.parseInt(matcher.group(2)), true)
                    : new Wanted(typed.strip(), occasion.today().getYear(), false);
        }

        /** Those of the year, if one was named. */
        List<PlanCard> of(List<PlanCard> found) {
            return found.stream()
                    .filter(card -> !yearSaid || card.year() == year)
                    .toList();
        }

        Optional<String> complaint(Occasion occasion) {
            int thisYear = occasion.today().getYear();
            if (account.codePointCount(0, account.length()) > ACCOUNT_CHARACTERS_MAX) {
                return Optional.of(
                        "That name is too long: " + ACCOUNT_CHARACTERS_MAX + " characters are enough for an account.");
            }
            if (account.codePoints().noneMatch(Character::isLetterOrDigit)) {
                return Optional.of("I need the account's name, like `/plan Acme`.");
            }
            return year < thisYear - 1 || year > thisYear + YEARS_AHEAD_MAX
                    ? Optional.of("A plan is for a year close by, like `/plan Acme " + (thisYear + 1) + "`.")
                    : Optional.empty();
        }
    }

    // ── Forms ────────────────────────────────────────────────────────────────────────────────────────────

    /** Opens a step as a form: the one named, or the one where the plan stands. */
    private Outcome form(String rest) {
        Matcher matcher = WITH_STEP.matcher(rest);
        String name = matcher.matches() ? matcher.group(1) : rest;
        String number = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
        List<PlanCard> live = desk.plans().stream()
                .filter(card -> card.status() != Status.CLOSED)
                .toList();
        List<PlanCard> meant = name.isEmpty()
                ? live.stream()
                        .filter(card ->
                                desk.lastAsked().filter(card.id()::equals).isPresent())
                        .toList()
                : new Accounts(live).meant(name);
        return switch (meant.size()) {
            case 0 ->
                Outcome.aside(
                        Message.say("Which plan? Say it like `/plan form Acme`, or `/plan form Acme 3` for step 3."));
            case 1 -> {
                Plan plan = desk.plan(meant.get(0).id()).orElseThrow();
                yield Outcome.form(new FormDrawing(plan, occasion).draw(FormScope.of(plan, step(plan, number))));
            }
            default -> Outcome.aside(whichOne(meant, "form " + number));
        };
    }

    /** The step of that number; without one, the step of the open question, or the third, where the year is planned. */
    static Step step(Plan plan, String number) {
        return number.strip().matches("[1-4]")
                ? Worksheet.STEPS.get(Integer.parseInt(number.strip()) - 1)
                : plan.open().flatMap(Blank::step).orElse(Worksheet.ACCOUNT_PLAN);
    }

    // ── Closing ──────────────────────────────────────────────────────────────────────────────────────────

    private Outcome close(String rest) {
        Optional<Accounts.Named> named = new Accounts(desk.plans().stream()
                        .filter(card -> card.status() != Status.CLOSED)
                        .toList())
                .leading(rest);
        if (named.isEmpty()) {
            return Outcome.aside(Message.say(
                    "Which plan shall I close? Say it like `/plan close Acme moved to another territory`."));
        }
        List<PlanCard> plans = named.get().plans();
        return plans.size() == 1
                ? turns.apply(
                        desk.plan(plans.get(0).id()).orElseThrow(),
                        turn -> turn.close(named.get().rest()))
                : Outcome.aside(Message.say(
                        "Several plans go by that name. Say it in full, with a reason: `/plan close {} lost the bid`.",
                        plans.get(0).account()));
    }

    // ── Messages ─────────────────────────────────────────────────────────────────────────────────────────

    private Outcome list() {
        List<PlanCard> cards = desk.plans();
        if (cards.isEmpty()) {
            return Outcome.aside(Message.say("You have no plans yet. `/plan Acme` starts one for the account Acme."));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading("Your plans"));
        cards.stream().limit(PLANS_LISTED_MAX).forEach(card -> parts.add(line(card)));
        if (cards.size() > PLANS_LISTED_MAX) {
            parts.add(new Part.Quiet(Words.of("and " + (cards.size() - PLANS_LISTED_MAX)
                    + " more: `/plan open` and the account's name opens any of them")));
        }
        parts.add(new Part.Quiet(Words.of("`/plan Acme` starts or opens a plan  ·  `/plan help`")));
        return Outcome.aside(new Message(parts));
    }

    private static Part line(PlanCard card) {
        Words words =
                Words.of("*{}*   {}  ·  " + card.status().name().toLowerCase(Locale.ROOT), card.account(), card.year());
        Button button = switch (card.status()) {
            case DRAFT -> new Button("Resume", "resume", Weight.PRIMARY);
            case RUNNING -> new Button("Summary", "summary");
            case CLOSED -> new Button("Bring it back", "resume");
        };
        return new Part.Entry(words, About.plan(card.id().text()), button);
    }

    static Message whichOne(List<PlanCard> cards, String says) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(Words.of("Which one do you mean?")));
        cards.stream()
                .limit(PLANS_LISTED_MAX)
                .forEach(card -> parts.add(new Part.Entry(
                        Words.of("*{}*   {}", card.account(), card.year()),
                        About.plan(card.id().text()),
                        new Button("This one", says))));
        return new Message(parts);
    }

    private static Message orNew(List<PlanCard> cards, Wanted wanted) {
        String name = shortened(wanted.account());
        return whichOne(cards, "resume")
                .then(Message.of(
                        new Part.Quiet(Words.of("None of them? `/plan new {}` starts a plan for {}.", name, name))));
    }

    private static Message whichAccount(String verb) {
        return Message.say("For which account? Say it like `/plan " + verb.toLowerCase(Locale.ROOT) + " Acme`.");
    }

    private static String shortened(String typed) {
        return Shortened.to(ACCOUNT_CHARACTERS_MAX, typed);
    }

    static Message help() {
        return Message.of(
                new Part.Paragraph(
                        Words.of("*A plan in four steps*, one question at a time, in about twenty minutes.")),
                new Part.Paragraph(Words.of("""
                        `/plan Acme` starts the plan for Acme this year, or opens it
                        `/plan Acme 2027` the same for another year
                        `/plan` lists your plans
                        `/plan new Acme` starts one though another sounds alike
                        `/plan resume Acme` goes on where you stopped
                        `/plan form Acme` opens the step where it stands as a form, `/plan form Acme 3` step 3
                        `/plan close Acme lost the bid` ends it, with your reason; all of it is kept""")),
                new Part.Paragraph(Words.of("""
                        At any question: `back`, `skip`, `help`, `status`, `summary`, `pause`, `resume`, `cancel`
                        `edit 7` or `edit mission` changes an answer
                        `add coach`, `add opportunity`, `remove Dana`, `undo`, `margin opportunity 2 60%`
                        `switch Acme` goes to another plan
                        `answer: skip` when the answer itself is one of these words""")));
    }
}
