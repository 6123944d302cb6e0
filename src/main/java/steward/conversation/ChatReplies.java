package steward.conversation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.conversation.actions.ActionsCommand;
import steward.conversation.nudges.NamedVerdicts;
import steward.conversation.plans.PlanHelp;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.time.TimeChat;
import steward.conversation.time.TimeCorrection;
import steward.conversation.turn.TopicHelp;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.conversation.turn.writing.Hints;
import steward.conversation.understanding.Understanding;
import steward.conversation.understanding.meaning.Command;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Kinds;
import steward.dashboard.Abouts;
import steward.message.About;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.SideQuestion;
import steward.message.Stamp;
import steward.message.Words;
import steward.plan.AskedQuestion;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.Status;

/** Handles what a rep writes in the chat itself, outside threads: an answer to the question asked last, a command, or something else. */
final class ChatReplies {

    private static final int QUOTED_CHARACTERS_MAX = 300;

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    ChatReplies(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    TurnResult heard(String said, Stamp stamp) {
        Optional<Plan> current = session.current().flatMap(session::plan);
        Optional<Plan> asking = current.filter(Plan::isWaiting);
        Optional<Plan> plan = asking.or(() -> turnedTo(current));
        Optional<TurnResult> corrected = corrected(said, asking);
        if (corrected.isPresent()) {
            session.askBeside(corrected.get().asked());
            return corrected.get();
        }
        ConversationState state = ConversationState.of(session, context, plan);
        Optional<NextStep> next = NextStep.in(said)
                .filter(step -> Understanding.of(step.done(), state) instanceof Meaning.Job job
                        && job.kind() == Meaning.Job.Kind.DONE);
        if (next.isPresent()) {
            TurnResult both =
                    next.get().after(() -> heard(next.get().done(), stamp), session, context, turns, Optional.empty());
            session.askBeside(both.asked());
            return both;
        }
        Meaning meaning = Understanding.of(said, state);
        TurnResult result = meaning.told(new ChatJobs(session, context, turns, plan))
                .orElseGet(() -> asking.map(waiting -> answered(waiting, said, meaning, stamp))
                        .orElseGet(() -> withNothingOpen(plan, meaning, said)));
        if (result.asked().isPresent() || !isAside(meaning)) {
            session.askBeside(result.asked());
        }
        return result;
    }

    /** Whether it leaves what was asked beside the worksheet to be answered: the rep asks back, looks something up, or logs time. */
    private static boolean isAside(Meaning meaning) {
        return meaning instanceof Meaning.Help
                || meaning instanceof Meaning.Look
                || meaning instanceof Meaning.Talk
                || (meaning instanceof Meaning.Job job && job.kind() == Meaning.Job.Kind.TIME);
    }

    /** The time that was logged last, unless the open question may be meant: then it is for that to say. */
    private Optional<TurnResult> corrected(String said, Optional<Plan> asking) {
        boolean isForWords = asking.flatMap(Plan::open)
                .filter(open -> !Kinds.takesWords(open))
                .isEmpty();
        return isForWords
                ? new TimeCorrection(session, context)
                        .heard(said)
                        .map(told -> TurnResult.aside(told))
                        .flatMap(new ChatJobs(session, context, turns, asking)::beside)
                : Optional.empty();
    }

    /** The same for a reply in the thread of the open question: it can't have come too early. */
    TurnResult heard(String said, Plan asking) {
        Meaning meaning = Understanding.of(said, ConversationState.of(session, context, Optional.of(asking)));
        return meaning.told(new ChatJobs(session, context, turns, Optional.of(asking)))
                .orElseGet(() -> turns.take(
                        asking, asking.isWaiting() ? turn -> turn.hear(said) : turn -> turn.hearAside(said)));
    }

    /** The plan that the talk is about; once that is closed, the only one that runs. */
    private Optional<Plan> turnedTo(Optional<Plan> current) {
        List<PlanCard> live = session.plans().stream()
                .filter(card -> card.status() != Status.CLOSED)
                .toList();
        return current.filter(plan -> plan.status() != Status.CLOSED)
                .or(() -> Optional.of(live)
                        .filter(cards -> cards.size() == 1)
                        .flatMap(cards -> session.plan(cards.get(0).id()))
                        .filter(plan -> !plan.isWaiting()))
                .or(() -> current);
    }

    // ── With a question open ─────────────────────────────────────────────────────────────────────────────

    private TurnResult answered(Plan plan, String said, Meaning meaning, Stamp stamp) {
        return cameBeforeItsQuestion(plan, stamp)
                ? tooEarly(plan, said, meaning)
                : turns.take(plan, turn -> turn.hear(said));
    }

    /** A reply typed before the question it would answer had arrived was meant for an earlier one. */
    private boolean cameBeforeItsQuestion(Plan plan, Stamp stamp) {
        return plan.asking()
                .map(AskedQuestion::firstIntent)
                .flatMap(session::arrived)
                .filter(asked -> !stamp.isAfter(asked))
                .isPresent();
    }

    private TurnResult tooEarly(Plan plan, String said, Meaning meaning) {
        Blank open = plan.open().orElseThrow();
        boolean isAnswer = meaning.isAnswer() || meaning instanceof Meaning.Ask;
        Button tap = !isAnswer
                ? new Button("Do it now: " + said, said)
                : new Button(
                        "Use it to answer “" + Shortened.to(30, open.question().label()) + "”", "answer: " + said);
        Part offer = said.length() > Hints.TAPPED_CHARACTERS_MAX
                ? new Part.Quiet(Words.of("Send it again if it answers the question above."))
                : new Part.Choices(
                        Abouts.of(plan, open),
                        Stream.concat(Stream.of(tap), isAnswer ? addition(plan, said).stream() : Stream.empty())
                                .toList());
        return reply(
                Abouts.of(plan),
                Message.of(
                        new Part.Paragraph(Words.of("This came before my last question did, so it changed nothing:")),
                        new Part.Quote(Words.literal(Shortened.to(QUOTED_CHARACTERS_MAX, said))),
                        offer));
    }

    /** What came before its question may be more of the answer before: words can be added to. */
    private Optional<Control> addition(Plan plan, String said) {
        return plan.lastAnswered().stream()
                .filter(blank -> blank.question().isNumbered() && plan.blanks().anyMatch(blank::equals))
                .findFirst()
                .filter(blank -> blank.question().answer().isLong() && said.indexOf('\n') < 0)
                .map(blank -> new Button(
                        "Add to my last answer",
                        "add to " + blank.question().key() + (blank.row() == 0 ? "" : "#" + blank.row()) + ": "
                                + said));
    }

    // ── With no question open ────────────────────────────────────────────────────────────────────────────

    private TurnResult withNothingOpen(Optional<Plan> current, Meaning meaning, String said) {
        Optional<TurnResult> done = meaning.isAnswer() ? loggedOrDone(said) : Optional.empty();
        if (done.isPresent()) {
            return done.get();
        }
        if (meaning.isAnswer() || meaning instanceof Meaning.Ask) {
            List<TurnResult> became = new NamedVerdicts(session, context, turns).heard(said);
            if (!became.isEmpty()) {
                return new ChatJobs(session, context, turns, current).inChat(became);
            }
        }
        if (isNothingNext(meaning)) {
            return reply(About.NOTHING, Hints.noNextStep());
        }
        if (meaning instanceof Meaning.Talk talk && talk.isThanks()) {
            return reply(About.NOTHING, Message.say("Any time."));
        }
        if (meaning.equals(new Meaning.Said(Command.HELP, ""))) {
            return reply(About.NOTHING, PlanHelp.message());
        }
        if (meaning.equals(new Meaning.Said(Command.RESUME, ""))) {
            return resumeLast(current);
        }
        Optional<Plan> live = current.filter(plan -> plan.status() != Status.CLOSED);
        if (live.isEmpty() && meaning instanceof Meaning.Help help) {
            return reply(About.NOTHING, new Message(TopicHelp.withoutPlan(help.topic())));
        }
        return live.map(plan -> turns.take(plan, turn -> turn.hearAside(said)))
                .orElseGet(() -> reply(
                        About.NOTHING, session.plans().isEmpty() ? firstWords(meaning, said) : Hints.nothingOpen()));
    }

    /** Only what would be an answer may be an account's name. */
    private Message firstWords(Meaning meaning, String said) {
        String firstName = session.rep().firstName();
        return meaning.isAnswer() ? Hints.firstWords(firstName, said) : Hints.welcome(firstName);
    }

    /** Whether the rep was asked for the next step, and has none. */
    private boolean isNothingNext(Meaning meaning) {
        boolean isNothing = meaning instanceof Meaning.Skip
                || meaning instanceof Meaning.Which
                || meaning.equals(new Meaning.Later(Optional.empty()));
        return isNothing && session.askedBeside().flatMap(SideQuestion::words).isPresent();
    }

    /** What reads as time spent, or as what became of an action. */
    private Optional<TurnResult> loggedOrDone(String said) {
        return new TimeChat(session, context)
                .heard(said)
                .map(logged -> reply(About.NOTHING, logged))
                .or(() -> new ActionsCommand(session, context, turns).heard(said));
    }

    /** Resumes the plan asked about last, else the draft touched last. */
    private TurnResult resumeLast(Optional<Plan> current) {
        return current.filter(plan -> plan.status() == Status.DRAFT)
                .or(() -> session.plans().stream()
                        .filter(card -> card.status() == Status.DRAFT)
                        .findFirst()
                        .flatMap(card -> session.plan(card.id())))
                .or(() -> current)
                .map(plan -> turns.take(plan, Turn::resume))
                .orElseGet(() -> reply(About.NOTHING, Hints.nothingOpen()));
    }

    private TurnResult reply(About about, Message message) {
        return TurnResult.reply(context.ids().get(), about, message);
    }
}
