package steward.conversation.turn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.forms.FormAnswers;
import steward.conversation.turn.forms.FormScope;
import steward.conversation.turn.writing.HeldMessage;
import steward.conversation.turn.writing.Hints;
import steward.conversation.turn.writing.TurnWriter;
import steward.conversation.turn.year.LastYearAnswers;
import steward.conversation.understanding.Understanding;
import steward.conversation.understanding.meaning.Meaning;
import steward.message.About;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.Status;
import steward.worksheet.Worksheet;

/**
 * One turn in the talk about one plan: takes what the rep did, and works out the entries for the journal and what Steward says.
 *
 * <p>It touches nothing outside itself, so it may be taken again if its transaction has to be repeated.
 */
public final class Turn {

    /** From October on a rep may well mean next year. */
    private static final int LATE_MONTH = 10;

    private static final Set<Kind> TOLD_WITH_THEIR_ACCOUNT =
            Set.of(Kind.LOGGED, Kind.UNLOGGED, Kind.STARTED, Kind.RENAMED, Kind.DELETED, Kind.CLOSED, Kind.ASKED);

    private final TurnWriter writer;
    private final Commands commands;
    private final AnswerHandler answering;

    /** A turn on a plan of the rep whose session it is. */
    public Turn(Plan plan, TurnContext context, RepSession session) {
        this.writer = new TurnWriter(plan, context, session);
        this.commands = new Commands(writer);
        this.answering = new AnswerHandler(writer);
    }

    public List<Entry> entries() {
        return writer.entries();
    }

    public TurnResult result() {
        return writer.result();
    }

    /** The rep begins the plan. */
    public void begin() {
        writer.write(Kind.STARTED, "");
        writer.tell(
                "*{}*, {}: four steps, about twenty minutes. Every answer is saved as you go, so stop and come back whenever you like.",
                writer.plan().account(),
                writer.plan().year());
        if (writer.context().today().getMonthValue() >= LATE_MONTH
                && writer.plan().year() == writer.context().today().getYear()) {
            int next = writer.plan().year() + 1;
            writer.note(new Part.Quiet(Words.of(
                    "For next year, type `/plan {} " + next + "`.",
                    writer.plan().account())));
        }
        writer.askOrRest();
    }

    /** The rep begins the plan of another year: last year's answers come along. */
    public void begin(Plan last) {
        if (new LastYearAnswers(writer).carry(last)) {
            writer.askOrRest();
        } else {
            begin();
        }
    }

    /** The rep takes the plan up again. */
    public void resume() {
        WelcomeBack welcome = new WelcomeBack(writer);
        writer.write(Kind.RESUMED, "");
        welcome.say();
        if (writer.plan().open().isEmpty()) {
            commands.status();
            writer.sayHere();
        } else {
            writer.askOrRest();
        }
    }

    /** The moment has come at which the rep wanted to be asked again. */
    public void comeBack() {
        writer.whisper("Here I am again, as you asked.");
        resume();
    }

    /** The rep said something to this plan, with a question of it open or not. */
    public void hear(String said) {
        if (writer.plan().status() != Status.CLOSED) {
            writer.resumeIfPaused();
        }
        Meaning meaning = Understanding.of(said, writer.state());
        Optional<Blank> open = writer.plan().open();
        if (open.isPresent()) {
            boolean isAsking = meaning.told(new MeaningHandler(writer, open.get(), said));
            if (isAsking) {
                writer.askOrRest();
            }
        } else {
            meaning.told(new IdleHandler(writer));
            writer.askOrRest();
        }
    }

    /** The rep tapped what says this, under the open question. */
    public void tap(String says) {
        writer.markTapped();
        hear(says);
    }

    /** The rep said something that is not bound to the open question: a paused plan stays so, unless something is to be asked now. */
    public void hearAside(String said) {
        Optional<Blank> parked =
                writer.plan().open().filter(open -> writer.plan().isPaused());
        parked.ifPresentOrElse(open -> hearPaused(said, open), () -> hear(said));
    }

    private void hearPaused(String said, Blank parked) {
        Meaning meaning = Understanding.of(said, writer.state());
        switch (meaning.told(new WhilePaused())) {
            case SETTLES -> settlesPaused(meaning, said, parked);
            case STAYS -> {
                meaning.told(new MeaningHandler(writer, parked, said));
                if (meaning instanceof Meaning.Held) {
                    writer.tell("*{}* stays paused.", writer.plan().account());
                }
                askOrStayPaused();
            }
            case RESUMES -> hear(said);
        }
    }

    /** A command is offered; what may be the answer is held, so that a yes takes it. */
    private void settlesPaused(Meaning meaning, String said, Blank parked) {
        String prompt = parked.question().prompt(writer.situation(parked));
        if (meaning instanceof Meaning.Talk) {
            writer.say(Hints.paused(writer.plan(), prompt));
        } else if (meaning instanceof Meaning.Said || meaning instanceof Meaning.Skip) {
            writer.say(Hints.stillPaused(writer.plan(), parked, prompt, said));
        } else {
            writer.write(Kind.HELD, parked, "", said);
            writer.say(Hints.heldWhilePaused(writer.plan(), new HeldMessage(writer, parked, said).parts()));
        }
    }

    /** What may have been no answer to the open question is none. */
    public void letGo() {
        writer.plan().open().ifPresent(open -> writer.write(Kind.LET_GO, open));
    }

    /** Shows the open question again, if one waits. */
    public void askAgain() {
        if (writer.plan().isWaiting()) {
            writer.askBriefly();
            writer.askOrRest();
        }
    }

    private void askOrStayPaused() {
        boolean isAsking =
                writer.isSilent() || writer.entries().stream().anyMatch(entry -> entry.kind() == Kind.REOPENED);
        if (isAsking) {
            writer.resumeIfPaused();
        }
        if (writer.plan().isPaused()) {
            writer.noteRoti();
            writer.sayNotes();
        } else {
            writer.askOrRest();
        }
    }

    /** The rep replied in the thread of a question that is not the open one: the reply is about that blank. */
    public void amend(Blank blank, String said, MessageRef thread) {
        boolean stands = writer.plan().blanks().anyMatch(blank::equals);
        Optional<String> answer = Understanding.answerIn(said, writer.state().at(blank));
        if (!blank.question().isNumbered() || !stands || answer.isEmpty()) {
            writer.reply(
                    thread,
                    Message.say(
                            "A thread takes a new answer to its question, nothing else. Write to me in the chat itself."));
        } else {
            writer.note(new AnswerEdits(writer).amend(blank, answer.get()));
            writer.noteRoti();
            writer.replyNotes(thread);
        }
        writer.askIfMoved();
    }

    /** The rep edited the message that wrote these entries. */
    public void edited(List<Entry> written, String said) {
        new AnswerEdits(writer).edited(written, said);
    }

    /** The rep deleted the message that wrote these entries. */
    public void deleted(List<Entry> written) {
        new AnswerEdits(writer).deleted(written);
    }

    /**
     * The rep sent a form back; with complaints, nothing of this turn may be kept. A form of a plan that the talk is not about is saved,
     * and the talk goes on where it was.
     */
    public Map<About, String> submit(FormScope scope, Map<About, String> answers, boolean isCurrent) {
        FormAnswers form = new FormAnswers(writer, scope);
        Map<About, String> complaints = form.save(answers);
        if (form.changedNothing()) {
            return complaints;
        }
        if (isCurrent) {
            writer.resumeIfPaused();
            writer.askOrRest();
        } else {
            writer.note(Hints.switchTo(writer.plan()));
            writer.sayNotes();
        }
        return complaints;
    }

    /** The rep closes the plan; without a reason they are asked for one, a paused plan too. */
    public void close(String reason) {
        if (reason.isBlank()) {
            writer.resumeIfPaused();
            writer.write(Kind.REOPENED, Blank.of(Worksheet.CLOSE));
        } else {
            answering.close(reason);
        }
        writer.askOrRest();
    }

    /**
     * The rep says what became of an opportunity. The talk goes on where it was: it turns to this plan only if something has to be asked.
     */
    public void live(boolean talkedAbout, Consumer<OpportunityOutcomes> step) {
        OpportunityOutcomes outcomes = new OpportunityOutcomes(writer);
        step.accept(outcomes);
        if (outcomes.isAsking() || (talkedAbout && !writer.plan().isPaused())) {
            writer.askOrRest();
        } else {
            writer.sayNotes();
        }
    }

    /** Asks how many more hours it will take to win what is open. */
    public void askMoreHours() {
        new OpportunityOutcomes(writer).ask(Worksheet.MORE_HOURS, 0);
        writer.askOrRest();
    }

    /** The rep has put a key question to the customer, or has not after all; saying so again changes nothing. */
    public void pose(String keyQuestion, boolean asked) {
        if (writer.plan().isPosed(keyQuestion) != asked) {
            writer.write(asked ? Kind.POSED : Kind.UNPOSED, Blank.of(Worksheet.KEY_QUESTIONS), keyQuestion, "");
        }
    }

    /** Shows the rep something they asked for, and then the question that is open. */
    public void show(Message message) {
        writer.say(message);
        writer.askOrRest();
    }

    /** The rep looks at a plan in which no question is open: the talk is about it from now on. */
    public void turnTo(Message message) {
        writer.sayHere(message);
    }

    /**
     * Takes back what the entries from one place on, up to another, did. A plan that is not talked about is named.
     *
     * @param isTyped whether the open question is shown again, though the rep has it before them
     */
    public void takeBack(int from, int to, boolean talkedAbout, boolean isTyped) {
        Plan plan = writer.plan();
        List<Entry> entries = plan.entries().subList(from, to);
        boolean isNamed = entries.stream().anyMatch(entry -> entry.kind() == Kind.IMPORTED)
                || entries.stream().allMatch(entry -> TOLD_WITH_THEIR_ACCOUNT.contains(entry.kind()));
        if (!talkedAbout && !isNamed) {
            writer.tell("At *{}*:", plan.account());
        }
        if (!new UndoEntries(writer, plan.asOf(from), plan.asOf(to)).takeBack(entries)) {
            writer.tell("That has changed since, so nothing is taken back.");
        }
        writer.write(Kind.TAKEN_BACK, from + "-" + to);
        boolean isShownAgain = isTyped
                || !writer.isAskedFor()
                || writer.plan().open().filter(Blank::isSummary).isPresent();
        if (talkedAbout && writer.plan().isWaiting() && isShownAgain) {
            writer.askOrRest();
        } else {
            writer.noteRoti();
            writer.sayNotes();
        }
    }

    /**
     * The rep did something about the plan that answers no question. If the talk is about this plan, what it asks is asked again where
     * another question is the open one now; another talk goes on as it was.
     */
    public void act(boolean talkedAbout, Consumer<TurnWriter> step) {
        step.accept(writer);
        if (talkedAbout && writer.plan().isWaiting() && !writer.isAskedFor()) {
            writer.askOrRest();
        }
    }

    /** The rep did something about the plan that leaves a question open, which is asked now. */
    public void actAndAsk(Consumer<TurnWriter> step) {
        writer.resumeIfPaused();
        step.accept(writer);
        writer.askOrRest();
    }
}
