package steward.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import steward.message.About;
import steward.message.Message;
import steward.message.Part;
import steward.message.Stamp;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.Status;
import steward.worksheet.Question;
import steward.worksheet.Step;
import steward.worksheet.Worksheet;

/**
 * One turn in the talk about one plan: takes what the rep did, and works out the entries for the journal and what Steward says.
 *
 * <p>It touches nothing outside itself, so it may be taken again if its transaction has to be repeated.
 */
final class Turn {

    /** Away for longer than this, a rep is told where they were. */
    private static final Duration AWAY = Duration.ofHours(8);

    /** From October on a rep may well mean next year. */
    private static final int LATE_MONTH = 10;

    private static final int LAST_ANSWERS_SHOWN = 2;

    /** What reps say where a name is asked for and there is none. */
    private static final Pattern NOBODY = Pattern.compile(
            "(no|none|nope|nobody|no one|noone|no body|not yet|nothing|done|nobody yet|none yet)[.!]?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OK = Pattern.compile("(ok|okay)[.!]?", Pattern.CASE_INSENSITIVE);

    private final Pen pen;
    private final Commands commands;
    private final Answering answering;

    /** A turn on a plan; {@code usual} tells what the rep last answered to a question in whatever plan. */
    Turn(Plan plan, Occasion occasion, Function<Question<?>, Optional<String>> usual) {
        this.pen = new Pen(plan, occasion, usual);
        this.commands = new Commands(pen);
        this.answering = new Answering(pen);
    }

    List<Entry> entries() {
        return pen.entries();
    }

    Outcome outcome() {
        return pen.outcome();
    }

    /** The rep begins the plan. */
    void begin() {
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
    void resume() {
        Optional<Duration> away = pen.plan()
                .lastHeard()
                .map(heard -> Duration.between(heard, pen.occasion().now()));
        pen.write(Kind.RESUMED, "");
        if (away.filter(time -> time.compareTo(AWAY) > 0).isPresent()) {
            whereWeWere();
        }
        if (pen.plan().open().isEmpty()) {
            commands.status();
            pen.sayHere();
        } else {
            pen.askOrRest();
        }
    }

    private void whereWeWere() {
        List<Part.Fact> last = new ArrayList<>(pen.plan().lastAnswered().stream()
                .filter(blank -> blank.question().isNumbered())
                .limit(LAST_ANSWERS_SHOWN)
                .map(pen.facts()::fact)
                .toList());
        Collections.reverse(last);
        if (!last.isEmpty()) {
            pen.tell("Welcome back. The last you told me:");
            pen.note(new Part.Facts(last));
        }
        pen.plan().open().flatMap(Blank::step).ifPresent(this::leftOf);
    }

    private void leftOf(Step step) {
        long left = pen.plan()
                .blanks(step)
                .filter(blank -> blank.question().isNumbered() && !pen.plan().isSettled(blank))
                .count();
        if (left > 0) {
            pen.note(new Part.Quiet(Words.of((left == 1 ? "One question is" : left + " questions are")
                    + " left in step " + step.number() + ".")));
        }
    }

    /** The rep said something to this plan, with a question of it open or not. */
    void hear(String said) {
        if (pen.plan().isPaused() && pen.plan().status() != Status.CLOSED) {
            pen.write(Kind.RESUMED, "");
        }
        Optional<Blank> open = pen.plan().open();
        if (open.isPresent()) {
            hear(said, open.get());
        } else {
            hearWithNothingOpen(Utterance.of(said));
        }
    }

    /** The rep said something that is not bound to the open question: a paused plan stays so, unless something is to be asked now. */
    void hearAside(String said) {
        Optional<Blank> parked = pen.plan().open().filter(open -> pen.plan().isPaused());
        parked.ifPresentOrElse(open -> hearPaused(said, open), () -> hear(said));
    }

    private void hearPaused(String said, Blank parked) {
        Utterance utterance = meant(Utterance.of(said), said, parked);
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
        if (isAsking && pen.plan().isPaused()) {
            pen.write(Kind.RESUMED, "");
        }
        if (pen.plan().isPaused()) {
            pen.noteRoti();
            pen.sayNotes();
        } else {
            pen.askOrRest();
        }
    }

    private void hear(String said, Blank open) {
        Utterance utterance = meant(Utterance.of(said), said, open);
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

    /** Some words are commands only where they make sense, and an answer elsewhere. */
    private Utterance meant(Utterance heard, String said, Blank open) {
        if (open.headsRow() && NOBODY.matcher(said.strip()).matches()) {
            return new Utterance(Command.SKIP, "");
        }
        if (heard.command() == Command.THANKS
                && pen.plan().isReopened(open)
                && OK.matcher(said.strip()).matches()) {
            return new Utterance(Command.KEEP, "");
        }
        return isAnswer(heard, said, open) ? new Utterance(Command.ANSWER, said) : heard;
    }

    private boolean isAnswer(Utterance heard, String said, Blank open) {
        return switch (heard.command()) {
            case SKIP -> Answering.isOwnWord(open.question(), said);
            case KEEP -> !pen.plan().isReopened(open);
            case THANKS ->
                open.question().answer().isYesNo()
                        && open.question().readKept(said, pen.situation(open)).either(kept -> true, hint -> false);
            case EDIT, SWITCH, RESUME, FORM ->
                heard.words().contains(" ")
                        && new Targets(pen.plan(), pen.facts())
                                .find(heard.words())
                                .isEmpty();
            case ADD, REMOVE, RESTORE, MARGIN -> !new Rows(pen).understands(heard);
            case ANSWER, BACK, HELP, STATUS, SUMMARY, PAUSE, CANCEL -> false;
        };
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
    void amend(Blank blank, String said, Stamp thread) {
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
    void edited(List<Entry> written, String said) {
        new Amending(pen).edited(written, said);
    }

    /** The rep deleted the message that wrote these entries. */
    void deleted(List<Entry> written) {
        new Amending(pen).deleted(written);
    }

    /**
     * The rep sent a form back; with complaints, nothing of this turn may be kept. A form of a plan that the talk is not about is saved,
     * and the talk goes on where it was.
     */
    Map<About, String> submit(FormScope scope, Map<About, String> answers, boolean isCurrent) {
        FormAnswers form = new FormAnswers(pen, scope);
        Map<About, String> complaints = form.save(answers);
        if (form.changedNothing()) {
            return complaints;
        }
        if (isCurrent) {
            if (pen.plan().isPaused()) {
                pen.write(Kind.RESUMED, "");
            }
            pen.askOrRest();
        } else {
            pen.note(Hints.switchTo(pen.plan()));
            pen.sayNotes();
        }
        return complaints;
    }

    /** The rep closes the plan; without a reason they are asked for one, a paused plan too. */
    void close(String reason) {
        if (reason.isBlank()) {
            if (pen.plan().isPaused()) {
                pen.write(Kind.RESUMED, "");
            }
            pen.write(Kind.REOPENED, Blank.of(Worksheet.CLOSE));
        } else {
            answering.close(reason);
        }
        pen.askOrRest();
    }

    /**
     * The rep says what became of an opportunity. The talk goes on where it was: it turns to this plan only if something has to be asked.
     */
    void live(boolean talkedAbout, Consumer<Fates> deed) {
        Fates fates = new Fates(pen);
        deed.accept(fates);
        if (fates.isAsking() || (talkedAbout && !pen.plan().isPaused())) {
            pen.askOrRest();
        } else {
            pen.sayNotes();
        }
    }

    /** Asks how many more hours it will take to win what is open. */
    void askMoreHours() {
        new Fates(pen).ask(Worksheet.MORE_HOURS, 0);
        pen.askOrRest();
    }

    /** The rep has put a key question to the customer, or has not after all; saying so again changes nothing. */
    void pose(String keyQuestion, boolean asked) {
        if (pen.plan().isPosed(keyQuestion) != asked) {
            pen.write(asked ? Kind.POSED : Kind.UNPOSED, Blank.of(Worksheet.KEY_QUESTIONS), keyQuestion, "");
        }
    }

    /** Shows the rep something they asked for, and then the question that is open. */
    void show(Message message) {
        pen.say(message);
        pen.askOrRest();
    }

    /**
     * The rep did something about the plan that answers no question. If the talk is about this plan, what it asks is asked again where
     * another question is the open one now; another talk goes on as it was.
     */
    void act(boolean talkedAbout, Consumer<Pen> deed) {
        deed.accept(pen);
        boolean waiting = pen.plan().open().isPresent() && !pen.plan().isPaused();
        if (talkedAbout && waiting && !pen.isAskedFor()) {
            pen.askOrRest();
        }
    }

    /** The rep did something about the plan that leaves a question open, which is asked now. */
    void actAndAsk(Consumer<Pen> deed) {
        if (pen.plan().isPaused()) {
            pen.write(Kind.RESUMED, "");
        }
        deed.accept(pen);
        pen.askOrRest();
    }
}
