package steward.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import steward.dashboard.Abouts;
import steward.dashboard.HomeMessage;
import steward.dashboard.PlanFacts;
import steward.dashboard.Reader;
import steward.export.OwnFile;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Purpose;
import steward.message.Shortened;
import steward.message.Stamp;
import steward.message.Words;
import steward.nudges.Sent;
import steward.plan.Asking;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.plan.Status;
import steward.rep.Rep;
import steward.worksheet.Notation;
import steward.worksheet.Worksheet;

/** Steward's side of the talk with one rep: whatever the rep does, what Steward writes down and says. */
public final class Conversation {

    private static final int QUOTED_CHARACTERS_MAX = 300;

    /** A longer reply can't be put behind a button; the rep sends it again instead. */
    static final int TAPPED_CHARACTERS_MAX = 1_500;

    /** An answer of the longest, with an account before it, is shorter. */
    private static final int COMMAND_CHARACTERS_MAX = 6_000;

    private final Notation notation;
    private final Supplier<String> ids;

    /**
     * A conversation in a workspace that writes as {@code notation} says.
     *
     * @param ids a new, unguessable id each time
     */
    public Conversation(Notation notation, Supplier<String> ids) {
        this.notation = notation;
        this.ids = ids;
    }

    /** The rep wrote in the DM; {@code thread} is the message replied to if it was written in a thread. */
    public Outcome text(Desk desk, String said, Stamp stamp, Optional<Stamp> thread, Instant now) {
        return thread.isPresent() ? inThread(desk, said, thread.get(), now) : inDm(desk, said, stamp, now);
    }

    private Outcome inDm(Desk desk, String said, Stamp stamp, Instant now) {
        Utterance utterance = Utterance.of(said);
        Optional<Outcome> moved = movedTo(desk, utterance, now);
        if (moved.isPresent()) {
            return moved.get();
        }
        Optional<Plan> current = desk.current().flatMap(desk::plan);
        Optional<Message> briefing = new BriefCommand(desk, occasion(desk, now), turns(desk, now))
                .heard(said, current.filter(plan -> !isWaiting(plan)));
        if (briefing.isPresent()) {
            return current.filter(Conversation::isWaiting)
                    .map(plan -> turn(desk, plan, now, turn -> turn.show(briefing.get())))
                    .orElseGet(() -> reply(About.NOTHING, briefing.get()));
        }
        if (current.filter(Conversation::isWaiting).isEmpty()) {
            return withNothingOpen(desk, current, utterance, said, now);
        }
        Plan plan = current.get();
        return cameBeforeItsQuestion(desk, plan, stamp)
                ? tooEarly(plan, said)
                : turn(desk, plan, now, turn -> turn.hear(said));
    }

    private static boolean isWaiting(Plan plan) {
        return plan.open().isPresent() && !plan.isPaused();
    }

    /** A reply typed before the question it would answer had arrived was meant for an earlier one. */
    private static boolean cameBeforeItsQuestion(Desk desk, Plan plan, Stamp stamp) {
        return plan.asking()
                .map(Asking::firstIntent)
                .flatMap(desk::arrived)
                .filter(asked -> !stamp.isAfter(asked))
                .isPresent();
    }

    private Outcome tooEarly(Plan plan, String said) {
        Blank open = plan.open().orElseThrow();
        boolean command = Utterance.of(said).command() != Command.ANSWER;
        Button tap = command
                ? new Button("Do it now: " + said, said)
                : new Button(
                        "Use it to answer “" + Shortened.to(30, open.question().label()) + "”", "answer: " + said);
        Part offer = said.length() > TAPPED_CHARACTERS_MAX
                ? new Part.Quiet(Words.of("Send it again if it answers the question above."))
                : new Part.Choices(Abouts.of(plan, open), List.of(tap));
        return reply(
                Abouts.of(plan),
                Message.of(
                        new Part.Paragraph(Words.of("This came before my last question did, so it changed nothing:")),
                        new Part.Quote(Words.literal(Shortened.to(QUOTED_CHARACTERS_MAX, said))),
                        offer));
    }

    // ── With no question open ────────────────────────────────────────────────────────────────────────────

    private Outcome withNothingOpen(Desk desk, Optional<Plan> current, Utterance utterance, String said, Instant now) {
        Optional<Message> logged = utterance.command() == Command.ANSWER
                ? new TimeChat(desk, occasion(desk, now)).heard(said)
                : Optional.empty();
        if (logged.isPresent()) {
            return reply(About.NOTHING, logged.get());
        }
        Optional<Outcome> done = utterance.command() == Command.ANSWER
                ? new ActionsCommand(desk, occasion(desk, now), turns(desk, now)).heard(said)
                : Optional.empty();
        if (done.isPresent()) {
            return done.get();
        }
        return switch (utterance.command()) {
            case THANKS -> reply(About.NOTHING, Message.say("Any time."));
            case HELP -> reply(About.NOTHING, PlanMessages.help());
            case RESUME -> resumeLast(desk, current, now);
            case STATUS,
                    SUMMARY,
                    EDIT,
                    ADD,
                    REMOVE,
                    RESTORE,
                    MARGIN,
                    FORM,
                    CANCEL,
                    BACK,
                    SKIP,
                    KEEP,
                    PAUSE,
                    SWITCH,
                    ANSWER ->
                current.filter(plan -> plan.status() != Status.CLOSED)
                        .map(plan -> turn(desk, plan, now, turn -> turn.hearAside(said)))
                        .orElseGet(() -> reply(
                                About.NOTHING,
                                desk.plans().isEmpty()
                                        ? Hints.firstWords(desk.rep().firstName(), said)
                                        : Hints.nothingOpen()));
        };
    }

    /** Resumes the plan asked about last, else the draft touched last. */
    private Outcome resumeLast(Desk desk, Optional<Plan> current, Instant now) {
        return current.filter(plan -> plan.status() == Status.DRAFT)
                .or(() -> desk.plans().stream()
                        .filter(card -> card.status() == Status.DRAFT)
                        .findFirst()
                        .flatMap(card -> desk.plan(card.id())))
                .or(() -> current)
                .map(plan -> turn(desk, plan, now, Turn::resume))
                .orElseGet(() -> reply(About.NOTHING, Hints.nothingOpen()));
    }

    // ── Several plans ────────────────────────────────────────────────────────────────────────────────────

    /** {@code switch Acme} and {@code resume Acme}; empty if the words name no account and so may be an answer. */
    private Optional<Outcome> movedTo(Desk desk, Utterance utterance, Instant now) {
        if ((utterance.command() != Command.SWITCH && utterance.command() != Command.RESUME)
                || utterance.words().isEmpty()) {
            return Optional.empty();
        }
        List<PlanCard> meant = Wanted.of(utterance.words(), occasion(desk, now)).meant(desk.plans());
        return switch (meant.size()) {
            case 0 ->
                utterance.words().contains(" ")
                        ? Optional.empty()
                        : Optional.of(reply(
                                About.NOTHING,
                                Message.say("You have no plan called {}. `/plan` lists yours.", utterance.words())));
            case 1 -> desk.plan(meant.get(0).id()).map(plan -> turn(desk, plan, now, Turn::resume));
            default -> Optional.of(reply(About.NOTHING, PlanMessages.whichOne(meant, "resume")));
        };
    }

    // ── Threads ──────────────────────────────────────────────────────────────────────────────────────────

    private Outcome inThread(Desk desk, String said, Stamp thread, Instant now) {
        Optional<Nudged> nudged = desk.nudge(thread);
        if (nudged.isPresent()) {
            return new NudgeAnswers(desk, occasion(desk, now), turns(desk, now)).heard(nudged.get(), said, thread);
        }
        Optional<About> about =
                desk.about(thread).filter(found -> !found.question().isEmpty());
        Optional<Plan> plan = about.flatMap(found -> desk.plan(new PlanId(found.plan())));
        if (about.isEmpty() || plan.isEmpty() || plan.get().status() == Status.CLOSED) {
            return new Outcome(
                    List.of(new Saying(
                            ids.get(),
                            Purpose.REPLY,
                            About.NOTHING,
                            Message.say(
                                    "I read threads only under my questions. Could you write that in the chat itself?"),
                            Optional.of(thread))),
                    List.of());
        }
        Blank blank = blank(about.get()).orElseThrow();
        return isCurrent(desk, plan.get(), blank)
                ? turn(desk, plan.get(), now, turn -> turn.hear(said))
                : turn(desk, plan.get(), now, turn -> turn.amend(blank, said, thread));
    }

    private static Optional<Blank> blank(About about) {
        return Worksheet.question(about.question()).map(question -> new Blank(question, about.row()));
    }

    private static boolean isTalkedAbout(Desk desk, Plan plan) {
        return desk.current().filter(plan.id()::equals).isPresent();
    }

    /** Whether a blank is what the rep was asked last, over all plans, and still open. */
    private static boolean isCurrent(Desk desk, Plan plan, Blank blank) {
        return isTalkedAbout(desk, plan) && plan.open().filter(blank::equals).isPresent();
    }

    // ── Taps ─────────────────────────────────────────────────────────────────────────────────────────────

    /** The rep tapped something of a message about a plan or a question. */
    public Outcome tap(Desk desk, About about, String says, Instant now) {
        if (ActionDays.isPicked(about)) {
            return tap(desk, About.plan(about.plan()), ActionDays.command(about, says), now);
        }
        Optional<Plan> found = desk.plan(new PlanId(about.plan()));
        if (found.isPresent() && OpportunityDays.isPicked(about, says)) {
            return command(desk, found, OpportunityDays.command(found.get(), about, says), now);
        }
        if (says.startsWith("/") && found.isPresent() == !about.plan().isEmpty()) {
            return command(desk, found, says, now);
        }
        if (found.isEmpty()) {
            return reply(About.NOTHING, Hints.noSuchPlan());
        }
        Plan plan = found.get();
        Optional<Blank> blank = blank(about);
        Utterance utterance = Utterance.of(says);
        if (utterance.command() == Command.FORM && plan.status() != Status.CLOSED) {
            FormScope scope = blank.map(open -> FormScope.of(plan, open))
                    .orElseGet(() -> FormScope.of(plan, PlanCommand.step(plan, utterance.words())));
            return Outcome.form(new FormDrawing(plan, occasion(desk, now)).draw(scope));
        }
        if (blank.isEmpty()) {
            Outcome outcome = turn(desk, plan, now, turn -> tapped(turn, says));
            // Used or stale, an undo has had its day.
            return utterance.command() == Command.RESTORE ? outcome.toldInsteadOfTapped() : outcome;
        }
        return isCurrent(desk, plan, blank.get())
                ? turn(desk, plan, now, turn -> turn.hear(says))
                : reply(Abouts.of(plan), new HoldsNow(desk, plan, occasion(desk, now)).message(blank.get()));
    }

    private static void tapped(Turn turn, String says) {
        if (Utterance.of(says).command() == Command.RESUME) {
            turn.resume();
        } else {
            turn.hearAside(says);
        }
    }

    // ── Slash commands, the first hello, and what isn't text ──────────────────────────────────────────────────────

    /** The rep typed a slash command. */
    public Outcome command(Desk desk, String typed, Instant now) {
        return command(desk, Optional.empty(), typed, now);
    }

    /** A slash command, about a plan that is known already if it comes from a button under it. */
    private Outcome command(Desk desk, Optional<Plan> about, String typed, Instant now) {
        if (typed.length() > COMMAND_CHARACTERS_MAX) {
            return Outcome.aside(
                    Message.say("That is too long to read at once. Send it in two or three parts, please."));
        }
        String[] parts = typed.split("\\s+", 2);
        String words = parts.length > 1 ? parts[1].strip() : "";
        Occasion occasion = occasion(desk, now);
        Turns turns = turns(desk, now);
        return switch (parts[0]) {
            case "/plan" -> new PlanCommand(desk, occasion, turns).take(about, words);
            case "/roti" -> new RotiCommand(desk, occasion, turns).take(about, words);
            case "/time" -> new TimeCommand(desk, occasion).take(about, words);
            case "/actions" -> new ActionsCommand(desk, occasion, turns).take(about, words);
            case NudgeAnswers.COMMAND -> new NudgeAnswers(desk, occasion, turns).tapped(about, words);
            default ->
                Outcome.aside(Message.say(
                        "I don't know {} yet. Try `/plan`, `/actions`, `/roti` or `/time`; each tells more with `help`.",
                        parts[0]));
        };
    }

    /** The rep's moment has come: says unasked what they deserve to be told or asked now. */
    public Outcome nudge(Desk desk, Instant now) {
        return new Nudges(desk, occasion(desk, now)).deserved();
    }

    /** The messages of nudges that show something else since this turn; to be asked when it is over. */
    public List<Shrunk> redrawn(Desk desk, Instant now) {
        return new Nudges(desk, occasion(desk, now)).redrawn();
    }

    /** What the rep's Home tab shows; {@code page} counts from 1. */
    public Message home(Desk desk, int page, Instant now) {
        List<Plan> live = desk.livePlans();
        return new HomeMessage(
                        live,
                        desk.plans().size() - live.size(),
                        now,
                        occasion(desk, now).reader())
                .page(page);
    }

    /** All that is kept of the rep, as a file that they can read; the same as long as nothing changes. */
    public String ownFile(Desk desk, Instant now) {
        List<Plan> plans = desk.plans().stream()
                .flatMap(card -> desk.plan(card.id()).stream())
                .toList();
        List<Sent> nudges = desk.nudges().stream().map(Nudged::sent).toList();
        return new OwnFile(desk.rep(), occasion(desk, now).today(), notation).text(plans, nudges);
    }

    /** The rep opened the DM. */
    public Outcome opened(Desk desk, Instant now) {
        return desk.plans().isEmpty()
                ? reply(About.NOTHING, Hints.welcome(desk.rep().firstName()))
                : Outcome.NOTHING;
    }

    /** The rep sent something other than text: a file, a sticker, a voice clip. */
    public Outcome file(Desk desk, Instant now) {
        return reply(About.NOTHING, Hints.file());
    }

    // ── Messages that the rep edits or deletes, and forms ────────────────────────────────────────────────

    /**
     * The rep edited a message written before.
     *
     * @param delivery the delivery that the message came by when it was written
     */
    public Outcome edited(Desk desk, String delivery, String said, Instant now) {
        if (desk.written(delivery).isEmpty()) {
            boolean waiting = desk.current()
                    .flatMap(desk::plan)
                    .filter(Conversation::isWaiting)
                    .isPresent();
            return new TimeChat(desk, occasion(desk, now))
                    .edited(said, waiting)
                    .map(message -> reply(About.NOTHING, message))
                    .orElse(Outcome.NOTHING);
        }
        return onWritten(desk, delivery, now, (turn, written) -> turn.edited(written, said), time -> time.edited(said));
    }

    /**
     * The rep deleted a message written before.
     *
     * @param delivery the delivery that the message came by when it was written
     */
    public Outcome deleted(Desk desk, String delivery, Instant now) {
        return onWritten(desk, delivery, now, Turn::deleted, TimeAmending::deleted);
    }

    private Outcome onWritten(
            Desk desk,
            String delivery,
            Instant now,
            BiConsumer<Turn, List<Entry>> step,
            Function<TimeAmending, Optional<Message>> ofTime) {
        List<Desk.Written> written = desk.written(delivery);
        Optional<Message> amended = ofTime.apply(new TimeAmending(desk, occasion(desk, now), written));
        if (amended.isPresent()) {
            return reply(About.NOTHING, amended.get());
        }
        return written.stream()
                .findFirst()
                .flatMap(found -> desk.plan(found.plan())
                        .filter(plan -> plan.status() != Status.CLOSED)
                        .map(plan -> turn(desk, plan, now, turn -> step.accept(turn, found.entries()))))
                .orElse(Outcome.NOTHING);
    }

    /** The rep sent a form back. */
    public Submission submitted(Desk desk, String token, Map<About, String> answers, Instant now) {
        return new SentForms(desk, occasion(desk, now), turns(desk, now)).take(token, answers);
    }

    private Turns turns(Desk desk, Instant now) {
        return (plan, step) -> turn(desk, plan, now, step);
    }

    private Outcome turn(Desk desk, Plan plan, Instant now, Consumer<Turn> step) {
        Turn turn = new Turn(plan, occasion(desk, now), desk::usual);
        step.accept(turn);
        desk.write(plan.id(), turn.entries());
        return parking(desk, plan, turn.outcome(), now);
    }

    /** Where the talk turns from another plan to this one, the question that waits there shrinks: it can't be answered just now. */
    private Outcome parking(Desk desk, Plan plan, Outcome outcome, Instant now) {
        boolean turnsHere = outcome.sayings().stream().anyMatch(saying -> saying.purpose() != Purpose.REPLY);
        Optional<Plan> left =
                desk.current().filter(id -> turnsHere && !id.equals(plan.id())).flatMap(desk::plan);
        List<Shrunk> shrunk = new ArrayList<>(outcome.shrunk());
        left.flatMap(Plan::asking)
                .ifPresent(asking -> shrunk.add(new Shrunk(
                        asking.lastIntent(),
                        Message.of(new PlanFacts(left.get(), occasion(desk, now).reader()).parked(asking.blank())))));
        return new Outcome(outcome.sayings(), shrunk, outcome.aside(), outcome.form());
    }

    private Occasion occasion(Desk desk, Instant now) {
        Rep rep = desk.rep();
        Reader reader = new Reader(rep.firstName(), now.atZone(rep.zone()).toLocalDate(), notation, rep.preferences());
        return new Occasion(now, reader, ids);
    }

    private Outcome reply(About about, Message message) {
        return new Outcome(List.of(new Saying(ids.get(), Purpose.REPLY, about, message, Optional.empty())), List.of());
    }
}
