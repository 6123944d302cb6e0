package steward.conversation.turn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
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
import steward.worksheet.questions.Question;

/**
 * One turn in the talk about one plan: takes what the rep did, and works out the entries for the journal and what Steward says.
 *
 * <p>It touches nothing outside itself, so it may be taken again if its transaction has to be repeated.
 */
public final class Turn {

    /** From October on a rep may well mean next year. */
    private static final int LATE_MONTH = 10;

    private final Pen pen;
    private final Commands commands;
    private final Answering answering;

    /** A turn on a plan; {@code usual} tells what the rep last answered to a question in whatever plan. */
    public Turn(Plan plan, Occasion occasion, Function<Question<?>, Optional<String>> usual) {
        this.pen = new Pen(plan, occasion, usual);
        this.commands = new Commands(pen);
        this.answering = new Answering(pen);
    }

    public List<Entry> entries() {
        return pen.entries();
    }

    public Outcome outcome() {
        return pen.outcome();
    }

    /** The rep begins the plan. */
    public void begin() {
        pen.tell(
                "*{}*, {}: four steps, about twenty minutes. Every answer is saved as you go, so stop and come back whenever you like.",
                pen.plan().account(),
                pen.plan().year());
        if (pen.occasion().today().getMonthValue() >= LATE_MONTH
                && pen.plan().year() == pen.occasion().today().getYear()) {
            int next = pen.plan().year() + 1;
            pen.note(new Part.Quiet(Words.of(
                    "For next year, type `/plan {} " + next + "`.", pen.plan().account())));
        }
        pen.askOrRest();
    }

    /** The rep takes the plan up again. */
    public void resume() {
        WelcomeBack welcome = new WelcomeBack(pen);
        pen.write(Kind.RESUMED, "");
        welcome.say();
        if (pen.plan().open().isEmpty()) {
            commands.status();
            pen.sayHere();
        } else {
            pen.askOrRest();
        }
    }

    /** The rep said something to this plan, with a question of it open or not. */
    public void hear(String said) {
        if (pen.plan().status() != Status.CLOSED) {
            pen.resumeIfPaused();
        }
        Optional<Blank> open = pen.plan().open();
        if (open.isPresent()) {
            hear(said, open.get());
        } else {
            hearWithNothingOpen(Utterance.of(said));
        }
    }

    /** The rep said something that is not bound to the open question: a paused plan stays so, unless something is to be asked now. */
    public void hearAside(String said) {
        Optional<Blank> parked = pen.plan().open().filter(open -> pen.plan().isPaused());
        parked.ifPresentOrElse(open -> hearPaused(said, open), () -> hear(said));
    }

    private void hearPaused(String said, Blank parked) {
        Utterance utterance = new Meaning(pen).of(said, parked);
        switch (utterance.command()) {
            case ANSWER, BACK, SKIP, KEEP ->
                pen.say(Hints.stillPaused(
                        pen.plan(),
                        parked,
                        parked.question().prompt(pen.situation(parked)),
                        said,
                        utterance.command() == Command.ANSWER));
            case STATUS, SUMMARY, EDIT, ADD, REMOVE, RESTORE, MARGIN, FORM, HELP, THANKS, PAUSE -> {
                heed(utterance, parked);
                askOrStayPaused();
            }
            case CANCEL, RESUME, SWITCH -> hear(said);
        }
    }

    private void askOrStayPaused() {
        boolean isAsking = pen.isSilent() || pen.entries().stream().anyMatch(entry -> entry.kind() == Kind.REOPENED);
        if (isAsking) {
            pen.resumeIfPaused();
        }
        if (pen.plan().isPaused()) {
            pen.noteRoti();
            pen.sayNotes();
        } else {
            pen.askOrRest();
        }
    }

    private void hear(String said, Blank open) {
        Utterance utterance = new Meaning(pen).of(said, open);
        heed(utterance, open);
        if (utterance.command() != Command.PAUSE) {
            pen.askOrRest();
        }
    }

    private void heed(Utterance utterance, Blank open) {
        switch (utterance.command()) {
            case ANSWER -> answering.answer(open, utterance.words());
            case BACK -> commands.back(open);
            case SKIP -> commands.skip(open);
            case HELP -> commands.help(open);
            case EDIT -> commands.edit(utterance.words());
            case KEEP -> commands.keep(open);
            case ADD -> new Rows(pen).add(utterance.words());
            case REMOVE -> new Rows(pen).askToRemove(utterance.words());
            case RESTORE -> new Rows(pen).undo(utterance.words());
            case MARGIN -> new Rows(pen).margin(utterance.words());
            case FORM -> pen.note(Hints.formsOpenFromButtons());
            case STATUS -> commands.status();
            case SUMMARY -> {
                commands.summary();
                brieflyIfSummary(open);
            }
            case PAUSE -> commands.pause(open);
            case CANCEL -> commands.cancel(open);
            case THANKS -> pen.whisper("Any time. Where we were:");
            case RESUME, SWITCH -> {}
        }
    }

    private void brieflyIfSummary(Blank open) {
        if (open.isSummary()) {
            pen.askBriefly();
        }
    }

    private void hearWithNothingOpen(Utterance utterance) {
        boolean looks = utterance.command() == Command.SUMMARY || utterance.command() == Command.STATUS;
        if (pen.plan().status() == Status.CLOSED && !looks) {
            pen.note(Hints.closed(pen.plan()));
            pen.sayNotes();
            return;
        }
        switch (utterance.command()) {
            case EDIT -> commands.edit(utterance.words());
            case STATUS, RESUME -> commands.status();
            case SUMMARY -> commands.summary();
            case ADD -> new Rows(pen).add(utterance.words());
            case REMOVE -> new Rows(pen).askToRemove(utterance.words());
            case RESTORE -> new Rows(pen).undo(utterance.words());
            case MARGIN -> new Rows(pen).margin(utterance.words());
            case FORM -> pen.note(Hints.formsOpenFromButtons());
            case BACK, SKIP, KEEP, PAUSE -> pen.tell("No question is open just now.");
            case CANCEL ->
                pen.tell(
                        "Nothing is being changed just now. To end the plan, type `/plan close {}`.",
                        pen.plan().account());
            case THANKS -> pen.whisper("Any time.");
            case ANSWER, HELP, SWITCH -> pen.note(Hints.running(pen.plan()));
        }
        pen.askOrRest();
    }

    /** The rep replied in the thread of a question that is not the open one: the reply is about that blank. */
    public void amend(Blank blank, String said, MessageRef thread) {
        Utterance utterance = Utterance.of(said);
        boolean stands = pen.plan().blanks().anyMatch(blank::equals);
        if (!blank.question().isNumbered() || !stands || utterance.command() != Command.ANSWER) {
            pen.reply(
                    thread,
                    Message.say(
                            "A thread takes a new answer to its question, nothing else. Write to me in the chat itself."));
        } else {
            pen.note(new Amending(pen).amend(blank, utterance.words()));
            pen.noteRoti();
            pen.replyNotes(thread);
        }
        pen.askIfMoved();
    }

    /** The rep edited the message that wrote these entries. */
    public void edited(List<Entry> written, String said) {
        new Amending(pen).edited(written, said);
    }

    /** The rep deleted the message that wrote these entries. */
    public void deleted(List<Entry> written) {
        new Amending(pen).deleted(written);
    }

    /**
     * The rep sent a form back; with complaints, nothing of this turn may be kept. A form of a plan that the talk is not about is saved,
     * and the talk goes on where it was.
     */
    public Map<About, String> submit(FormScope scope, Map<About, String> answers, boolean isCurrent) {
        FormAnswers form = new FormAnswers(pen, scope);
        Map<About, String> complaints = form.save(answers);
        if (form.changedNothing()) {
            return complaints;
        }
        if (isCurrent) {
            pen.resumeIfPaused();
            pen.askOrRest();
        } else {
            pen.note(Hints.switchTo(pen.plan()));
            pen.sayNotes();
        }
        return complaints;
    }

    /** The rep closes the plan; without a reason they are asked for one, a paused plan too. */
    public void close(String reason) {
        if (reason.isBlank()) {
            pen.resumeIfPaused();
            pen.write(Kind.REOPENED, Blank.of(Worksheet.CLOSE));
        } else {
            answering.close(reason);
        }
        pen.askOrRest();
    }

    /**
     * The rep says what became of an opportunity. The talk goes on where it was: it turns to this plan only if something has to be asked.
     */
    public void live(boolean talkedAbout, Consumer<Fates> deed) {
        Fates fates = new Fates(pen);
        deed.accept(fates);
        if (fates.isAsking() || (talkedAbout && !pen.plan().isPaused())) {
            pen.askOrRest();
        } else {
            pen.sayNotes();
        }
    }

    /** Asks how many more hours it will take to win what is open. */
    public void askMoreHours() {
        new Fates(pen).ask(Worksheet.MORE_HOURS, 0);
        pen.askOrRest();
    }

    /** The rep has put a key question to the customer, or has not after all; saying so again changes nothing. */
    public void pose(String keyQuestion, boolean asked) {
        if (pen.plan().isPosed(keyQuestion) != asked) {
            pen.write(asked ? Kind.POSED : Kind.UNPOSED, Blank.of(Worksheet.KEY_QUESTIONS), keyQuestion, "");
        }
    }

    /** Shows the rep something they asked for, and then the question that is open. */
    public void show(Message message) {
        pen.say(message);
        pen.askOrRest();
    }

    /** The rep looks at a plan in which no question is open: the talk is about it from now on. */
    public void turnTo(Message message) {
        pen.sayHere(message);
    }

    /**
     * The rep did something about the plan that answers no question. If the talk is about this plan, what it asks is asked again where
     * another question is the open one now; another talk goes on as it was.
     */
    public void act(boolean talkedAbout, Consumer<Pen> deed) {
        deed.accept(pen);
        if (talkedAbout && pen.plan().isWaiting() && !pen.isAskedFor()) {
            pen.askOrRest();
        }
    }

    /** The rep did something about the plan that leaves a question open, which is asked now. */
    public void actAndAsk(Consumer<Pen> deed) {
        pen.resumeIfPaused();
        deed.accept(pen);
        pen.askOrRest();
    }
}
