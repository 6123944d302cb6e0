package steward.conversation.plans;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.accounts.AccountQuery;
import steward.conversation.accounts.PlanMessages;
import steward.conversation.accounts.PlanResolver;
import steward.conversation.files.ExportCommand;
import steward.conversation.imports.ImportConversation;
import steward.conversation.outcomes.OutcomeCommand;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.settings.ForgetMe;
import steward.conversation.settings.SettingsForm;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.conversation.turn.forms.FormBuilder;
import steward.conversation.turn.forms.FormScope;
import steward.dashboard.home.SheetMessage;
import steward.dashboard.plans.HealthMessage;
import steward.dashboard.plans.StatusMessage;
import steward.dashboard.plans.SummaryMessage;
import steward.dashboard.time.MoreHoursOffer;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.Status;
import steward.plan.accounts.Accounts;
import steward.plan.accounts.Names;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Step;

/** {@code /plan}: lists the rep's plans, starts, opens, resumes and closes them, and tells what became of them. */
public final class PlanCommand {

    private static final Pattern WITH_STEP = Pattern.compile("(.*?)\\s*(?:step )?([1-4])?", Pattern.DOTALL);

    private static final String VERBS =
            "list|help|new|start|open|resume|switch|close|form|show|health|settings|won|lost|reopen|outcome|still|chance|forget|brief|asked|unasked|next|lookback|rename|delete|export|import|pdf|excel";

    /** What else can be said to a plan. */
    private static final String WORDS =
            "status|summary|edit|change|remove|undo|pause|continue|margin|cancel|share|skip|back|add";

    private static final Pattern QUESTION = Pattern.compile(
            "(?:(?:what|who|whom|whose|why|how|when|where|which|can|could|is|are|do|does|did|should|will)\\b.*\\s.*|.*[?？])",
            Pattern.DOTALL);

    private static final int NAME_WORDS_MAX = 6;

    private static final Pattern VERB =
            Pattern.compile("(" + VERBS + ")(?:\\s+(.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    /** The command in a rep's session; {@code turns} takes a turn on a plan. */
    public PlanCommand(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    /** {@code about} is the plan under which it was tapped, if it was. */
    public TurnResult take(Optional<Plan> about, String typed) {
        Matcher verb = VERB.matcher(typed);
        if (typed.isEmpty()) {
            return TurnResult.aside(PlanMessages.list(session.plans(), context.today()));
        }
        // "New Relic" and "Open Text" are accounts: before a name, a command is typed in small letters.
        if (!verb.matches()
                || (verb.group(2) != null && !verb.group(1).equals(verb.group(1).toLowerCase(Locale.ROOT)))) {
            return named(typed);
        }
        String rest = verb.group(2) == null ? "" : verb.group(2).strip();
        return switch (verb.group(1).toLowerCase(Locale.ROOT)) {
            case "list" ->
                rest.isEmpty() ? TurnResult.aside(PlanMessages.list(session.plans(), context.today())) : named(typed);
            case "help" -> PlanHelp.about(rest).map(TurnResult::aside).orElseGet(() -> named(typed));
            case "new", "start" ->
                rest.isEmpty() ? TurnResult.form(new NewPlanForm(session, context, turns).drawn()) : start(rest);
            case "close" -> close(rest);
            case "rename" -> new Renaming(session, context, turns).take(about, rest);
            case "delete" -> new Deleting(session, context, turns).take(about, rest);
            case "form" -> form(rest);
            case "won", "lost", "reopen", "outcome", "still", "chance" ->
                new OutcomeCommand(session, context, turns)
                        .take(about, verb.group(1).toLowerCase(Locale.ROOT), rest);
            case "brief", "asked", "unasked" ->
                new BriefCommand(session, context, turns)
                        .take(about, verb.group(1).toLowerCase(Locale.ROOT), rest);
            case "show" -> meant("/plan show").then(about, rest, plan -> show(plan, about));
            case "health" -> meant("/plan health").then(about, rest, this::health);
            case "next" ->
                rest.isEmpty() && !verb.group(1).equals("next")
                        ? named(typed)
                        : new NextCycle(session, context, turns).take(about, rest);
            case "lookback" -> new LookBackForm(context, turns).opened(about, rest, meant("/plan lookback"));
            case "export" -> new ExportCommand(session, context).take(about, rest);
            case "import" -> new ImportConversation(session, context).command(rest);
            case "pdf", "excel" ->
                new ExportCommand(session, context).take(about, verb.group(1).toLowerCase(Locale.ROOT) + " " + rest);
            case "settings" -> settings(rest);
            case "forget" -> new ForgetMe(session, context).take(rest);
            default ->
                rest.isEmpty() ? TurnResult.aside(PlanMessages.list(session.plans(), context.today())) : existing(rest);
        };
    }

    // ── Starting and opening ─────────────────────────────────────────────────────────────────────────────

    /** A plan of that name is opened; where none is called so, it is started, unless it may be a slip of the finger. */
    private TurnResult named(String typed) {
        AccountQuery query = AccountQuery.of(typed, context);
        Accounts accounts = new Accounts(session.plans());
        List<PlanCard> called = Accounts.live(query.of(accounts.called(query.account())));
        List<PlanCard> meant = Accounts.live(query.meant(session.plans()));
        if (called.size() == 1) {
            return open(called.get(0));
        }
        List<PlanCard> offered = meant.isEmpty() ? behindAVerb(query.account()) : meant;
        if (!offered.isEmpty()) {
            return TurnResult.aside(PlanMessages.whichOneOrNew(offered, query.account()));
        }
        Optional<TurnResult> nextYear = query.complaint(context).isPresent()
                ? Optional.empty()
                : new NewPlan(session, context, turns).ofAnotherYear(query);
        if (nextYear.isPresent()) {
            return nextYear.get();
        }
        Optional<String> verb = mistypedVerb(typed);
        if (verb.isEmpty() && isHardlyAName(typed)) {
            return TurnResult.aside(newOrNot(typed));
        }
        return verb.map(word -> TurnResult.aside(verbOrNew(word, typed))).orElseGet(() -> start(typed));
    }

    /** What reads as a question or a sentence; a name that begins so has capitals. */
    private static boolean isHardlyAName(String typed) {
        boolean isQuestion = QUESTION.matcher(typed).matches();
        return isQuestion || typed.split("\\s+", -1).length > NAME_WORDS_MAX;
    }

    private static Message newOrNot(String typed) {
        String name = PlanMessages.shortened(typed);
        return Message.of(
                        new Part.Paragraph(Words.of("Is “{}” an account that you want to plan?", name)),
                        new Part.Choices(
                                About.NOTHING, List.of(new Button("Start a plan for " + name, "/plan new " + typed))),
                        new Part.Quiet(Words.of("To ask me something, write it in our chat; `/plan help` tells more.")))
                .askingWhich();
    }

    /** The command that one word may be a slip of the finger away from. */
    private static Optional<String> mistypedVerb(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        return Stream.of((VERBS + "|" + WORDS).split("\\|"))
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
                                                "Start a plan for " + PlanMessages.shortened(typed),
                                                "/plan new " + typed))))
                .askingWhich();
    }

    /** The plans named after a first word: it may be a command mistyped, rather than part of a new account's name. */
    private List<PlanCard> behindAVerb(String typed) {
        String[] words = typed.split("\\s+", 2);
        return words.length < 2
                ? List.of()
                : new Accounts(session.plans())
                        .called(words[1]).stream()
                                .filter(card -> !Names.words(card.account()).containsAll(Names.words(words[0])))
                                .toList();
    }

    private TurnResult existing(String typed) {
        AccountQuery query = AccountQuery.of(typed, context);
        List<PlanCard> meant = query.meantLive(session.plans());
        return switch (meant.size()) {
            case 0 ->
                TurnResult.aside(Message.say(
                        "You have no plan called {}. `/plan {}` starts one, `/plan` lists yours.",
                        PlanMessages.shortened(typed),
                        PlanMessages.shortened(typed)));
            case 1 -> open(meant.get(0));
            default -> TurnResult.aside(PlanMessages.whichOne(meant, "resume"));
        };
    }

    private TurnResult open(PlanCard found) {
        Plan plan = session.plan(found.id()).orElseThrow();
        if (found.status() == Status.DRAFT) {
            return turns.take(plan, Turn::resume);
        }
        Message card = new Message(new StatusMessage(plan, context.reader()).parts())
                .then(new Message(new HealthMessage(plan, context.now(), context.reader()).brief()))
                .then(Message.of(buttons(found)))
                .then(new Message(MoreHoursOffer.of(plan).stream().toList()))
                .then(new NextYearOffer(session, context).make(plan).orElse(new Message(List.of())));
        return found.status() == Status.RUNNING && isTurnedToFreely(plan)
                ? turns.take(plan, turn -> turn.turnTo(card))
                : TurnResult.aside(card);
    }

    /** Whether the talk is about another plan, or none, and nothing waits there or here for an answer. */
    private boolean isTurnedToFreely(Plan plan) {
        Optional<Plan> current = session.current().flatMap(session::plan);
        return !session.isTalkedAbout(plan)
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
                                SummaryMessage.export(),
                                SheetMessage.changeAsAForm()));
    }

    private TurnResult start(String typed) {
        AccountQuery query = AccountQuery.of(typed, context);
        Optional<String> complaint = query.complaint(context);
        List<PlanCard> exact = new Accounts(session.plans())
                .exactly(query.account()).stream()
                        .filter(card -> card.year() == query.year())
                        .toList();
        if (complaint.isPresent()) {
            return TurnResult.aside(Message.say(complaint.get()));
        }
        if (!exact.isEmpty()) {
            return open(exact.get(0));
        }
        return new NewPlan(session, context, turns).start(query);
    }

    // ── Looking ──────────────────────────────────────────────────────────────────────────────────────────

    private PlanResolver meant(String command) {
        return new PlanResolver(session, context, command);
    }

    /** A plan that was tapped opens in front of the rep; one asked for by name comes as a card. */
    private TurnResult show(Plan plan, Optional<Plan> tapped) {
        SheetMessage sheet = new SheetMessage(plan, context.now(), context.reader());
        return tapped.isPresent() ? TurnResult.form(sheet.sheet()) : TurnResult.aside(sheet.card());
    }

    private TurnResult health(Plan plan) {
        return TurnResult.aside(new HealthMessage(plan, context.now(), context.reader()).whole());
    }

    private TurnResult settings(String rest) {
        SettingsForm settings = new SettingsForm(session, context);
        return rest.equals("form") ? TurnResult.form(settings.drawn()) : TurnResult.aside(settings.shown());
    }

    // ── Forms ────────────────────────────────────────────────────────────────────────────────────────────

    /** Opens a step as a form: the one named, or the one where the plan stands. */
    private TurnResult form(String rest) {
        Matcher matcher = WITH_STEP.matcher(rest);
        String name = matcher.matches() ? matcher.group(1) : rest;
        String number = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
        List<PlanCard> live = session.liveCards();
        List<PlanCard> meant = name.isEmpty()
                ? live.stream()
                        .filter(card ->
                                session.current().filter(card.id()::equals).isPresent())
                        .toList()
                : AccountQuery.of(name, context).meant(live);
        return switch (meant.size()) {
            case 0 ->
                TurnResult.aside(
                        Message.say("Which plan? Say it like `/plan form Acme`, or `/plan form Acme 3` for step 3."));
            case 1 -> {
                Plan plan = session.plan(meant.get(0).id()).orElseThrow();
                yield TurnResult.form(new FormBuilder(plan, context).draw(FormScope.of(plan, step(plan, number))));
            }
            default -> TurnResult.aside(PlanMessages.whichOne(meant, "form " + number));
        };
    }

    /** The step of that number; without one, the step of the open question, or the third, where the year is planned. */
    public static Step step(Plan plan, String number) {
        return number.strip().matches("[1-4]")
                ? Worksheet.STEPS.get(Integer.parseInt(number.strip()) - 1)
                : plan.open().flatMap(Blank::step).orElse(Worksheet.ACCOUNT_PLAN);
    }

    // ── Closing ──────────────────────────────────────────────────────────────────────────────────────────

    private TurnResult close(String rest) {
        Optional<Accounts.Named> named = new Accounts(session.liveCards()).leading(rest);
        if (named.isEmpty()) {
            return TurnResult.aside(Message.say(
                    "Which plan shall I close? Say it like `/plan close Acme moved to another territory`."));
        }
        List<PlanCard> plans = named.get().plans();
        if (plans.size() == 1) {
            return turns.take(
                    session.plan(plans.get(0).id()).orElseThrow(),
                    turn -> turn.close(named.get().rest()));
        }
        return TurnResult.aside(Message.say(
                "Several plans go by that name. Say which, with its year and a reason: `/plan close {} {} lost the"
                        + " bid`.",
                plans.get(0).account(),
                plans.get(0).year()));
    }
}
