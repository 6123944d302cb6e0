package steward.conversation;

import java.util.List;
import java.util.Optional;
import steward.conversation.accounts.AccountQuery;
import steward.conversation.accounts.PlanMessages;
import steward.conversation.actions.ActionsCommand;
import steward.conversation.files.ExportCommand;
import steward.conversation.outcomes.OutcomeCommand;
import steward.conversation.plans.BriefCommand;
import steward.conversation.plans.PlanCommand;
import steward.conversation.roti.RotiCommand;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.time.TimeChat;
import steward.conversation.time.TimeCommand;
import steward.conversation.turn.RowFinder;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.conversation.understanding.Understanding;
import steward.conversation.understanding.meaning.Command;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.undo.Undo;
import steward.dashboard.PlanFacts;
import steward.message.About;
import steward.message.Message;
import steward.message.Part;
import steward.message.Purpose;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.Status;
import steward.plan.accounts.Accounts;
import steward.worksheet.Worksheet;

/** What a rep may want in the chat beside the open question, done as the slash commands do it; empty if it is for the plan that is talked about. */
final class ChatJobs implements Meaning.Cases<Optional<TurnResult>> {

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;
    private final Optional<Plan> talkedAbout;

    ChatJobs(RepSession session, TurnContext context, Turns turns, Optional<Plan> talkedAbout) {
        this.session = session;
        this.context = context;
        this.turns = turns;
        this.talkedAbout = talkedAbout;
    }

    /** In the talk about the plan that was asked about last. */
    static ChatJobs of(RepSession session, TurnContext context, Turns turns) {
        return new ChatJobs(session, context, turns, session.current().flatMap(session::plan));
    }

    /** Takes words as the answer to what was asked beside the worksheet last; empty if they are none. */
    Optional<TurnResult> answersBeside(String said, boolean isUnderNudge) {
        ConversationState state = ConversationState.of(session, context, Optional.empty());
        Meaning meaning = Understanding.of(said, isUnderNudge ? state.inThread() : state);
        return meaning instanceof Meaning.Side ? meaning.told(this) : Optional.empty();
    }

    // ── Looking ──────────────────────────────────────────────────────────────────────────────────────────

    @Override
    public Optional<TurnResult> look(Meaning.Look look) {
        return switch (look.at()) {
            case ROTI -> beside(new RotiCommand(session, context, turns).take(Optional.empty(), look.name()));
            case DUE -> beside(new ActionsCommand(session, context, turns).take(Optional.empty(), look.name()));
            case PLANS -> beside(TurnResult.aside(PlanMessages.list(session.plans(), context.today())));
            case PLAN -> beside(new PlanCommand(session, context, turns).take(Optional.empty(), "show " + look.name()));
            case TIME -> beside(new TimeCommand(session, context).take(Optional.empty(), ""));
            case ANSWER -> talkedAbout.flatMap(plan -> beside(TurnResult.aside(answer(plan, look.name()))));
            case FILE -> beside(new ExportCommand(session, context).take(Optional.empty(), look.name()));
            case BRIEF ->
                new BriefCommand(session, context, turns)
                        .heard(("brief " + look.name()).strip(), talkedAbout.filter(plan -> !plan.isWaiting()))
                        .flatMap(card -> beside(TurnResult.aside(card)));
        };
    }

    /** What stands at a number, and where that heads a row all of the row. */
    private Message answer(Plan plan, String number) {
        PlanFacts facts = new PlanFacts(plan, context.reader());
        Blank found = plan.numbered(Integer.parseInt(number)).orElseThrow();
        List<Part.Fact> lines = plan.blanks()
                .filter(blank -> blank.equals(found)
                        || (found.headsRow()
                                && blank.row() == found.row()
                                && blank.table().equals(found.table())))
                .filter(blank -> plan.number(blank).isPresent())
                .map(facts::fact)
                .toList();
        return Message.of(new Part.Facts(lines));
    }

    // ── Doing ────────────────────────────────────────────────────────────────────────────────────────────

    @Override
    public Optional<TurnResult> job(Meaning.Job job) {
        ActionsCommand actions = new ActionsCommand(session, context, turns);
        return switch (job.kind()) {
            case TIME, TIME_ON_WHAT -> beside(time(job.command()));
            case ADD -> beside(actions.take(onWhat(job.command()), job.command()));
            case DONE, SNOOZE, MOVE, DROP -> beside(actions.take(Optional.empty(), job.command()));
            case WON -> beside(outcome("won", job.command()));
            case LOST -> beside(outcome("lost", job.command()));
            case CHANCE -> beside(outcome("chance", job.command()));
            case STILL_OPEN -> beside(outcome("still", job.command()));
            case PLAN ->
                Optional.of(inChat(
                        new PlanCommand(session, context, turns).take(Optional.empty(), "resume " + job.command())));
            case NEW_PLAN ->
                Optional.of(inChat(new PlanCommand(session, context, turns).take(Optional.empty(), job.command())));
        };
    }

    /** The plan that is talked about, unless the first words name another. */
    private Optional<Plan> onWhat(String command) {
        String words = command.substring(command.indexOf(' ') + 1);
        boolean isNamed = new Accounts(session.liveCards()).leading(words).isPresent();
        return talkedAbout.filter(plan -> !isNamed && plan.status() != Status.CLOSED);
    }

    private TurnResult time(String said) {
        return new TimeChat(session, context)
                .heard(said)
                .map(TurnResult::aside)
                .orElseGet(() -> new TimeCommand(session, context).take(Optional.empty(), said));
    }

    private TurnResult outcome(String verb, String words) {
        List<Plan> meant = session.livePlans().stream()
                .filter(plan -> plan.status() == Status.RUNNING)
                .filter(plan -> new RowFinder(plan, new PlanFacts(plan, context.reader()))
                        .find(words.split("[ ,;:]", 2)[0]).stream()
                                .anyMatch(first -> first.question().equals(Worksheet.OPPORTUNITY)))
                .toList();
        Optional<Plan> only =
                Optional.of(meant).filter(plans -> plans.size() == 1).map(plans -> plans.get(0));
        return new OutcomeCommand(session, context, turns).take(only, verb, words);
    }

    // ── Answering what was asked beside the worksheet ────────────────────────────────────────────────────

    @Override
    public Optional<TurnResult> side(Meaning.Side side) {
        return beside(new Taps(session, context, turns).taken(About.plan(side.plan()), side.says()));
    }

    /** Of what may have been no answer, what is done elsewhere; it is held no more then. */
    @Override
    public Optional<TurnResult> held(Meaning.Held reply) {
        Optional<Meaning> elsewhere = reply.picked().filter(ChatJobs::isDoneElsewhere);
        elsewhere.ifPresent(meaning -> talkedAbout.ifPresent(plan -> turns.take(plan, Turn::letGo)));
        return elsewhere.flatMap(meaning -> meaning.told(this));
    }

    private static boolean isDoneElsewhere(Meaning meaning) {
        return meaning instanceof Meaning.Side
                || meaning instanceof Meaning.Job
                || meaning instanceof Meaning.Look
                || meaning instanceof Meaning.Slash;
    }

    // ── Between plans ────────────────────────────────────────────────────────────────────────────────────

    @Override
    public Optional<TurnResult> command(Meaning.Said command) {
        if (command.command() == Command.UNDO) {
            Undo undo = new Undo(session, context, turns);
            return Optional.of(
                    command.words().isEmpty() || talkedAbout.isEmpty()
                            ? undo.last()
                            : undo.tapped(talkedAbout.get(), command.words()));
        }
        if (command.command() == Command.RENAME && !command.words().isEmpty()) {
            boolean isThis = command.words().startsWith("to ");
            return beside(new PlanCommand(session, context, turns)
                    .take(isThis ? talkedAbout : Optional.empty(), "rename " + command.words()));
        }
        return command.command() == Command.SWITCH && !command.words().isEmpty()
                ? Optional.of(moved(command.words()))
                : Optional.empty();
    }

    private TurnResult moved(String name) {
        List<PlanCard> meant = AccountQuery.of(name, context).meantLive(session.plans());
        return switch (meant.size()) {
            case 0 -> reply(Message.say("You have no plan called {}. `/plan` lists yours.", name));
            case 1 -> turns.take(session.plan(meant.get(0).id()).orElseThrow(), Turn::resume);
            default -> reply(PlanMessages.whichOne(meant, "resume"));
        };
    }

    @Override
    public Optional<TurnResult> slash(Meaning.Slash slash) {
        return Optional.of(inChat(new SlashCommands(session, context, turns).take(Optional.empty(), slash.typed())));
    }

    private TurnResult reply(Message message) {
        return TurnResult.reply(context.ids().get(), About.NOTHING, message);
    }

    /** What came of it, and then the open question again. */
    Optional<TurnResult> beside(TurnResult done) {
        TurnResult told = inChat(done);
        boolean isAsking = told.messages().stream().anyMatch(message -> message.purpose() == Purpose.QUESTION);
        Optional<Plan> waiting =
                talkedAbout.flatMap(plan -> session.plan(plan.id())).filter(plan -> plan.isWaiting() && !isAsking);
        return Optional.of(
                waiting.map(plan -> told.and(turns.take(plan, Turn::askAgain))).orElse(told));
    }

    /** Several, one after the other. */
    TurnResult inChat(List<TurnResult> results) {
        return results.stream().map(this::inChat).reduce(TurnResult::and).orElse(TurnResult.NOTHING);
    }

    /** In the chat, a private reply stands in the chat. */
    private TurnResult inChat(TurnResult result) {
        return result.inTalk(context.ids(), Optional.empty());
    }

    // ── For the plan that is talked about ────────────────────────────────────────────────────────────────

    @Override
    public Optional<TurnResult> answer(Meaning.Answer answer) {
        return Optional.empty();
    }

    @Override
    public Optional<TurnResult> skip() {
        return Optional.empty();
    }

    @Override
    public Optional<TurnResult> put(Meaning.Put put) {
        return Optional.empty();
    }

    @Override
    public Optional<TurnResult> remove(Meaning.Remove remove) {
        return Optional.empty();
    }

    @Override
    public Optional<TurnResult> more(Meaning.More more) {
        return Optional.empty();
    }

    @Override
    public Optional<TurnResult> help(Meaning.Help help) {
        return Optional.empty();
    }

    @Override
    public Optional<TurnResult> later(Meaning.Later later) {
        return Optional.empty();
    }

    @Override
    public Optional<TurnResult> talk(Meaning.Talk talk) {
        return Optional.empty();
    }

    @Override
    public Optional<TurnResult> which() {
        return Optional.empty();
    }

    @Override
    public Optional<TurnResult> both(Meaning.Both both) {
        return Optional.empty();
    }

    @Override
    public Optional<TurnResult> ask(Meaning.Ask ask) {
        return Optional.empty();
    }
}
