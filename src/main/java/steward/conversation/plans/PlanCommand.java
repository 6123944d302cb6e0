package steward.conversation.plans;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.accounts.MeantPlan;
import steward.conversation.accounts.PlanMessages;
import steward.conversation.accounts.Wanted;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.fates.FateCommand;
import steward.conversation.settings.ForgetMe;
import steward.conversation.settings.SettingsForm;
import steward.conversation.turn.FormDrawing;
import steward.conversation.turn.FormScope;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.dashboard.HealthMessage;
import steward.dashboard.MoreHoursOffer;
import steward.dashboard.SheetMessage;
import steward.dashboard.StatusMessage;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Accounts;
import steward.plan.Blank;
import steward.plan.Names;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.plan.Status;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Step;

/** {@code /plan}: lists the rep's plans, starts, opens, resumes and closes them, and tells what became of them. */
public final class PlanCommand {

    private static final Pattern WITH_STEP = Pattern.compile("(.*?)\\s*(?:step )?([1-4])?", Pattern.DOTALL);

    private static final String VERBS =
            "list|help|new|start|open|resume|switch|close|form|show|health|settings|won|lost|reopen|outcome|still|chance|undo|forget|brief|asked|unasked|next|lookback";

    private static final Pattern VERB =
            Pattern.compile("(" + VERBS + ")(?:\\s+(.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Desk desk;
    private final Occasion occasion;
    private final Turns turns;

    /** The command at a rep's desk; {@code turns} takes a turn on a plan. */
    public PlanCommand(Desk desk, Occasion occasion, Turns turns) {
        this.desk = desk;
        this.occasion = occasion;
        this.turns = turns;
    }

    /** {@code about} is the plan under which it was tapped, if it was. */
    public Outcome take(Optional<Plan> about, String typed) {
        Matcher verb = VERB.matcher(typed);
        if (typed.isEmpty()) {
            return Outcome.aside(PlanMessages.list(desk.plans()));
        }
        // "New Relic" and "Open Text" are accounts: before a name, a command is typed in small letters.
        if (!verb.matches()
                || (verb.group(2) != null && !verb.group(1).equals(verb.group(1).toLowerCase(Locale.ROOT)))) {
            return named(typed);
        }
        String rest = verb.group(2) == null ? "" : verb.group(2).strip();
        return switch (verb.group(1).toLowerCase(Locale.ROOT)) {
            case "list" -> rest.isEmpty() ? Outcome.aside(PlanMessages.list(desk.plans())) : named(typed);
            case "help" -> rest.isEmpty() ? Outcome.aside(PlanHelp.message()) : named(typed);
            case "new", "start" ->
                rest.isEmpty() ? Outcome.form(new NewPlanForm(desk, occasion, turns).drawn()) : start(rest);
            case "close" -> close(rest);
            case "form" -> form(rest);
            case "won", "lost", "reopen", "outcome", "still", "chance", "undo" ->
                new FateCommand(desk, occasion, turns).take(about, verb.group(1).toLowerCase(Locale.ROOT), rest);
            case "brief", "asked", "unasked" ->
                new BriefCommand(desk, occasion, turns)
                        .take(about, verb.group(1).toLowerCase(Locale.ROOT), rest);
            case "show" -> meant("/plan show").then(about, rest, plan -> show(plan, about));
            case "health" -> meant("/plan health").then(about, rest, this::health);
            case "next" ->
                rest.isEmpty() && !verb.group(1).equals("next")
                        ? named(typed)
                        : new NextCycle(desk, occasion, turns).take(about, rest);
            case "lookback" -> new LookBackForm(occasion, turns).opened(about, rest, meant("/plan lookback"));
            case "settings" -> settings(rest);
            case "forget" -> new ForgetMe(desk, occasion).take(rest);
            default -> rest.isEmpty() ? Outcome.aside(PlanMessages.list(desk.plans())) : existing(rest);
        };
    }

    // ── Starting and opening ─────────────────────────────────────────────────────────────────────────────

    /** A plan of that name is opened; where none is called so, it is started, unless it may be a slip of the finger. */
    private Outcome named(String typed) {
        Wanted wanted = Wanted.of(typed, occasion);
        Accounts accounts = new Accounts(desk.plans());
        List<PlanCard> called = wanted.of(accounts.called(wanted.account()));
        List<PlanCard> meant = wanted.meant(desk.plans());
        if (called.size() == 1) {
            return open(called.get(0));
        }
        List<PlanCard> offered = meant.isEmpty() ? behindAVerb(wanted.account()) : meant;
        if (!offered.isEmpty()) {
            return Outcome.aside(PlanMessages.whichOneOrNew(offered, wanted.account()));
        }
        return mistypedVerb(typed)
                .map(verb -> Outcome.aside(verbOrNew(verb, typed)))
                .orElseGet(() -> start(typed));
    }

    /** The command that one word may be a slip of the finger away from. */
    private static Optional<String> mistypedVerb(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        return Stream.of(VERBS.split("\\|"))
                .filter(verb -> Accounts.isNear(word, verb))
                .findFirst();
    }

    private static Message verbOrNew(String verb, String typed) {
        return Message.of(
                new Part.Paragraph(Words.of("Did you mean `/plan " + verb + "`?")),
                new Part.Choices(
                        About.NOTHING,
                        List.of(
                                new Button("/plan " + verb, "/plan " + verb),
                                new Button(
                                        "Start a plan for " + PlanMessages.shortened(typed), "/plan new " + typed))));
    }

    /** The plans named after a first word: it may be a command mistyped, rather than part of a new account's name. */
    private List<PlanCard> behindAVerb(String typed) {
        String[] words = typed.split("\\s+", 2);
        return words.length < 2
                ? List.of()
                : new Accounts(desk.plans())
                        .called(words[1]).stream()
                                .filter(card -> !Names.words(card.account()).containsAll(Names.words(words[0])))
                                .toList();
    }

    private Outcome existing(String typed) {
        Wanted wanted = Wanted.of(typed, occasion);
        List<PlanCard> meant = wanted.meantLive(desk.plans());
        return switch (meant.size()) {
            case 0 ->
                Outcome.aside(Message.say(
                        "You have no plan called {}. `/plan {}` starts one, `/plan` lists yours.",
                        PlanMessages.shortened(typed),
                        PlanMessages.shortened(typed)));
            case 1 -> open(meant.get(0));
            default -> Outcome.aside(PlanMessages.whichOne(meant, "resume"));
        };
    }

    private Outcome open(PlanCard found) {
        Plan plan = desk.plan(found.id()).orElseThrow();
        if (found.status() == Status.DRAFT) {
            return turns.take(plan, Turn::resume);
        }
        Message card = new Message(new StatusMessage(plan, occasion.reader()).parts())
                .then(new Message(new HealthMessage(plan, occasion.now(), occasion.reader()).brief()))
                .then(Message.of(buttons(found)))
                .then(new Message(MoreHoursOffer.of(plan).stream().toList()));
        return found.status() == Status.RUNNING && isTurnedToFreely(plan)
                ? turns.take(plan, turn -> turn.turnTo(card))
                : Outcome.aside(card);
    }

    /** Whether the talk is about another plan, or none, and nothing waits there or here for an answer. */
    private boolean isTurnedToFreely(Plan plan) {
        Optional<Plan> current = desk.current().flatMap(desk::plan);
        return !desk.isTalkedAbout(plan)
                && !plan.isWaiting()
                && current.filter(Plan::isWaiting).isEmpty();
    }

    /** What to do about a plan that is not being written. */
    private static Part buttons(PlanCard card) {
        return new Part.Choices(
                About.plan(card.id().text()),
                card.status() == Status.CLOSED
                        ? List.of(new Button("Bring it back", "resume"))
                        : List.of(
                                new Button("Summary", "summary"),
                                new Button("Brief me", "/plan brief"),
                                new Button("Won or lost…", "/plan outcome"),
                                SheetMessage.changeAsAForm()));
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
        return turns.take(plan, Turn::begin);
    }

    // ── Looking ──────────────────────────────────────────────────────────────────────────────────────────

    private MeantPlan meant(String command) {
        return new MeantPlan(desk, occasion, command);
    }

    /** A plan that was tapped opens in front of the rep; one asked for by name comes as a card. */
    private Outcome show(Plan plan, Optional<Plan> tapped) {
        SheetMessage sheet = new SheetMessage(plan, occasion.now(), occasion.reader());
        return tapped.isPresent() ? Outcome.form(sheet.sheet()) : Outcome.aside(sheet.card());
    }

    private Outcome health(Plan plan) {
        return Outcome.aside(new HealthMessage(plan, occasion.now(), occasion.reader()).whole());
    }

    private Outcome settings(String rest) {
        SettingsForm settings = new SettingsForm(desk, occasion);
        return rest.equals("form") ? Outcome.form(settings.drawn()) : Outcome.aside(settings.shown());
    }

    // ── Forms ────────────────────────────────────────────────────────────────────────────────────────────

    /** Opens a step as a form: the one named, or the one where the plan stands. */
    private Outcome form(String rest) {
        Matcher matcher = WITH_STEP.matcher(rest);
        String name = matcher.matches() ? matcher.group(1) : rest;
        String number = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
        List<PlanCard> live = desk.liveCards();
        List<PlanCard> meant = name.isEmpty()
                ? live.stream()
                        .filter(card -> desk.current().filter(card.id()::equals).isPresent())
                        .toList()
                : Wanted.of(name, occasion).meant(live);
        return switch (meant.size()) {
            case 0 ->
                Outcome.aside(
                        Message.say("Which plan? Say it like `/plan form Acme`, or `/plan form Acme 3` for step 3."));
            case 1 -> {
                Plan plan = desk.plan(meant.get(0).id()).orElseThrow();
                yield Outcome.form(new FormDrawing(plan, occasion).draw(FormScope.of(plan, step(plan, number))));
            }
            default -> Outcome.aside(PlanMessages.whichOne(meant, "form " + number));
        };
    }

    /** The step of that number; without one, the step of the open question, or the third, where the year is planned. */
    public static Step step(Plan plan, String number) {
        return number.strip().matches("[1-4]")
                ? Worksheet.STEPS.get(Integer.parseInt(number.strip()) - 1)
                : plan.open().flatMap(Blank::step).orElse(Worksheet.ACCOUNT_PLAN);
    }

    // ── Closing ──────────────────────────────────────────────────────────────────────────────────────────

    private Outcome close(String rest) {
        Optional<Accounts.Named> named = new Accounts(desk.liveCards()).leading(rest);
        if (named.isEmpty()) {
            return Outcome.aside(Message.say(
                    "Which plan shall I close? Say it like `/plan close Acme moved to another territory`."));
        }
        List<PlanCard> plans = named.get().plans();
        if (plans.size() == 1) {
            return turns.take(
                    desk.plan(plans.get(0).id()).orElseThrow(),
                    turn -> turn.close(named.get().rest()));
        }
        return Outcome.aside(Message.say(
                "Several plans go by that name. Say which, with its year and a reason: `/plan close {} {} lost the bid`.",
                plans.get(0).account(),
                plans.get(0).year()));
    }
}
