package steward.conversation.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.understanding.jobs.AddActionSense;
import steward.conversation.understanding.jobs.JobSense;
import steward.conversation.understanding.jobs.LookSense;
import steward.conversation.understanding.meaning.Command;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.HeldReply;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.Kinds;
import steward.conversation.understanding.words.CorrectionSigns;
import steward.worksheet.questions.YesNoAnswer;

/**
 * Understands what a rep means, before anything is taken: an answer saved in the wrong blank would spoil a plan, and nobody would
 * notice.
 *
 * <p>Commands come first, then the open question's own reader, then the first reading that is sure. Whatever fits perhaps is asked about;
 * all else is the answer. Nothing is said or written here.
 */
public final class Understanding {

    private static final int OPTIONS_MAX = 3;

    /** What says that last year's answer holds; anywhere else these may be answers. */
    private static final Set<String> STILL_SO = Set.of(
            "same",
            "the same",
            "still the same",
            "still so",
            "still true",
            "as before",
            "as last year",
            "same as last year",
            "like last year",
            "no change",
            "no changes");

    /** Where the 90 days may begin, these are a yes. */
    private static final Set<String> LETS_GO = Set.of("let's go", "lets go", "go ahead");

    private static final Pattern MARKED =
            Pattern.compile("\\s*answer:\\s*(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("[\"“”„«‘'](.+)[\"“”»’']", Pattern.DOTALL);

    private static final Sense SEVERAL_NAMED = new SeveralNamedSense();
    private static final Sense COMMANDS = new CommandSense();
    private static final Sense OWN = new OwnReader();
    private static final Sense SIDE = new SideSense();

    /** In the order of their numbers. */
    private static final List<Sense> SENSES = List.of(
            new TalkSense(),
            new PositionSense(),
            new CorrectionSense(),
            new LookSense(),
            new OwnAnswerSense(),
            new QuestionSense(),
            new AddActionSense(),
            new JobSense(),
            new ReviewSense(),
            new PartlyRowSense(),
            new LaterSense(),
            new UnknownSense(),
            new NeighbourSense(),
            new NoPersonSense(),
            new MoreSense());

    private static final int CHARACTERS_MAX = 600;

    private Understanding() {}

    /** What the rep means. */
    public static Meaning of(String said, ConversationState state) {
        Heard heard = Heard.of(said);
        return marked(heard)
                .or(() -> held(heard, state))
                .or(() -> beside(heard, state))
                .orElseGet(() -> orAskedFor(understood(heard, state), heard, state));
    }

    /** While no question of a plan is open, words that mean nothing else are those that were asked for beside the worksheet last. */
    private static Meaning orAskedFor(Meaning meaning, Heard heard, ConversationState state) {
        boolean isNothingElse = meaning.isAnswer()
                || (meaning instanceof Meaning.Ask ask
                        && ask.options().stream().noneMatch(option -> option instanceof Meaning.Help));
        return isNothingElse && state.open().isEmpty()
                ? SideSense.words(heard, state).orElse(meaning)
                : meaning;
    }

    private static Meaning understood(Heard heard, ConversationState state) {
        Guess command = COMMANDS.of(heard, state);
        return (isLong(heard.said())
                        ? Optional.<Meaning>empty()
                        : SEVERAL_NAMED.of(heard, state).sure())
                .or(() -> commandOrAnswer(command, heard, state))
                .orElseGet(() -> isLong(heard.said())
                        ? new Meaning.Answer(heard.said())
                        : new TwoThings(state).of(heard).orElseGet(() -> readOnce(command, heard, state)));
    }

    /** Whatever is no answer is said in a sentence or two; and on more, patterns that repeat would exhaust the stack. */
    private static boolean isLong(String said) {
        return said.length() > CHARACTERS_MAX;
    }

    /**
     * The answer in words that can only be one: an edited message, or a reply in a question's thread. A correction's sign before it is taken
     * off; empty if it is a command or a question.
     */
    public static Optional<String> answerIn(String said, ConversationState state) {
        Heard heard = Heard.of(said);
        Optional<Meaning> marked = marked(heard);
        if (marked.isPresent()) {
            return marked.map(meaning -> meaning instanceof Meaning.Answer answer ? answer.words() : said);
        }
        if (isLong(said)) {
            return Optional.of(said);
        }
        Optional<Meaning> other = commandOrAnswer(heard, state)
                .or(() -> new QuestionSense().of(heard, state).sure())
                .or(() -> new LaterSense().of(heard, state).sure())
                .or(() -> new UnknownSense().of(heard, state).sure())
                .or(() -> new TalkSense().of(heard, state).sure())
                .filter(meaning -> !meaning.isAnswer() && !(meaning instanceof Meaning.Ask));
        CorrectionSigns signs = CorrectionSigns.in(heard.sentence());
        boolean isCorrected = signs.isSigned() && !signs.rest().isEmpty() && (signs.standsOff() || !state.takesWords());
        return other.isPresent() ? Optional.empty() : Optional.of(isCorrected ? signs.rest() : said);
    }

    /** Whether a line of a row says that its blank is not known. */
    public static boolean isSkip(String line, ConversationState state) {
        return !isLong(line)
                && commandOrAnswer(Heard.of(line), state)
                        .or(() -> new UnknownSense().of(Heard.of(line), state).sure())
                        .filter(meaning -> meaning instanceof Meaning.Skip)
                        .isPresent();
    }

    /** Whether words are surely a command, and no answer to whatever is open. */
    public static boolean isCommand(String said, ConversationState state) {
        return COMMANDS.of(Heard.of(said), state).sure().isPresent();
    }

    /** Whether words are small talk, wherever they are typed. */
    public static boolean isTalk(String said) {
        return TalkSense.isTalk(Heard.of(said));
    }

    /** Whether words ask for help, wherever they are typed. */
    public static boolean isHelp(String said) {
        return CommandSense.alone(Heard.of(said))
                .filter(new Meaning.Said(Command.HELP, "")::equals)
                .isPresent();
    }

    /** What was typed at the open question before and is held may be any of these; the likelier first. */
    public static List<Meaning> options(String held, ConversationState state) {
        Meaning meaning = of(held, state.withoutHeld());
        return meaning instanceof Meaning.Ask ask ? ask.options() : List.of(new Meaning.Answer(held));
    }

    private static Optional<Meaning> held(Heard heard, ConversationState state) {
        return state.held().flatMap(held -> new HeldReply(held, options(held, state)).of(heard, state));
    }

    /** What was asked beside the worksheet last; where the open question takes it as well, either. */
    private static Optional<Meaning> beside(Heard heard, ConversationState state) {
        boolean isChoice = state.open()
                .filter(open -> OwnReader.isQuickChoice(open, heard.said(), state))
                .isPresent();
        if (state.askedBeside().isEmpty()
                || isChoice
                || isLong(heard.said())
                || COMMANDS.of(heard, state).sure().isPresent()) {
            return Optional.empty();
        }
        Guess guess = SIDE.of(heard, state);
        boolean isOwn = OWN.of(heard, state).sure().isPresent();
        boolean isDoubtful = !guess.isSure() || isOwn;
        return guess.meaning()
                .filter(side -> side instanceof Meaning.Side || !isOwn)
                .map(side -> isDoubtful ? new Meaning.Ask(List.of(side, new Meaning.Answer(heard.said()))) : side);
    }

    /** An answer marked as one. Quotes go only where they kept a command from being one: other quotes are the rep's. */
    private static Optional<Meaning> marked(Heard heard) {
        Matcher marked = MARKED.matcher(heard.said());
        if (marked.matches()) {
            return Optional.of(new Meaning.Answer(marked.group(1).strip()));
        }
        Matcher quoted = QUOTED.matcher(heard.said().strip());
        return quoted.matches() && CommandSense.isAlone(quoted.group(1))
                ? Optional.of(new Meaning.Answer(quoted.group(1)))
                : Optional.empty();
    }

    /** Whatever is sure of all the words: a command, the open question's own reader, or the first reading. */
    static Optional<Meaning> sureOfOne(Heard heard, ConversationState state) {
        return commandOrAnswer(heard, state).or(() -> reading(heard, state));
    }

    private static Optional<Meaning> commandOrAnswer(Heard heard, ConversationState state) {
        return commandOrAnswer(COMMANDS.of(heard, state), heard, state);
    }

    private static Optional<Meaning> commandOrAnswer(Guess command, Heard heard, ConversationState state) {
        return command.sure()
                .filter(meaning -> !isOwnWord(heard, state) && !isNothingToKeep(meaning, state))
                .or(() -> keptFromLastYear(heard, state))
                .or(() -> correctedOrAnswered(heard, state));
    }

    /** Where last year's answer is offered, a yes is the word for that, and no answer of its own. */
    private static Optional<Meaning> keptFromLastYear(Heard heard, ConversationState state) {
        return state.open()
                .filter(state::isLastYearsOffered)
                .filter(open -> STILL_SO.contains(heard.bare())
                        || new YesNoAnswer()
                                .read(heard.said(), state.situation(open))
                                .either(yes -> yes, hint -> false))
                .map(open -> new Meaning.Said(Command.KEEP, ""));
    }

    private static Optional<Meaning> reading(Heard heard, ConversationState state) {
        return SENSES.stream()
                .flatMap(sense -> sense.of(heard, state).sure().stream())
                .findFirst();
    }

    private static boolean isNothingToKeep(Meaning meaning, ConversationState state) {
        return meaning.equals(new Meaning.Said(Command.KEEP, ""))
                && state.open().filter(state::isToKeep).isEmpty();
    }

    private static boolean isOwnWord(Heard heard, ConversationState state) {
        return state.open()
                .filter(open -> open.question().isOwnWord(heard.plain())
                        || (open.isSummary()
                                && LETS_GO.contains(heard.plain())
                                && state.read(open, heard.said()).isPresent())
                        || (!Kinds.takesWords(open)
                                && !Kinds.isYesNo(open)
                                && heard.plain().startsWith("keep")
                                && state.read(open, heard.said()).isPresent()))
                .isPresent();
    }

    /** The open question's own reader; where a correction's sign stands before the value and an earlier answer reads it too, both. */
    private static Optional<Meaning> correctedOrAnswered(Heard heard, ConversationState state) {
        Optional<Meaning> own = OWN.of(heard, state).sure();
        boolean isSigned = own.isPresent()
                && !state.takesWords()
                && CorrectionSigns.in(heard.sentence()).isSigned();
        return isSigned
                ? new CorrectionSense()
                        .of(heard, state)
                        .sure()
                        .filter(meaning -> meaning instanceof Meaning.Ask)
                        .or(() -> own)
                : own;
    }

    /** The first reading that is sure; if none is, what they guess. */
    private static Meaning readOnce(Guess command, Heard heard, ConversationState state) {
        List<Guess> guesses = new ArrayList<>();
        for (Sense sense : SENSES) {
            Guess guess = sense.of(heard, state);
            if (guess.sure().isPresent()) {
                return guess.sure().get();
            }
            guesses.add(guess);
        }
        if (!command.isSure()) {
            guesses.add(0, command);
        }
        return doubtful(heard, guesses, state);
    }

    private static Meaning doubtful(Heard heard, List<Guess> guesses, ConversationState state) {
        List<Meaning> likely = meanings(guesses, true);
        List<Meaning> unlikely = meanings(guesses, false);
        if ((likely.isEmpty() && unlikely.isEmpty()) || state.held().isPresent()) {
            return new Meaning.Answer(heard.said());
        }
        List<Meaning> options = new ArrayList<>(likely);
        options.add(new Meaning.Answer(heard.said()));
        options.addAll(unlikely);
        return new Meaning.Ask(options.stream().limit(OPTIONS_MAX).toList());
    }

    private static List<Meaning> meanings(List<Guess> guesses, boolean isLikely) {
        return guesses.stream()
                .filter(guess -> guess.isLikely() == isLikely)
                .flatMap(guess -> guess.meaning().stream())
                .toList();
    }
}
