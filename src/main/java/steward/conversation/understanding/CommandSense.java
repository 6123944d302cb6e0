package steward.conversation.understanding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.conversation.understanding.meaning.Command;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.Kinds;
import steward.conversation.understanding.words.CorrectionSigns;

/** Reading 1: a command that stands alone, or a slash command that came as a message. */
final class CommandSense implements Sense {

    private static final Pattern SLASH =
            Pattern.compile("/(?:plan|roti|time|actions)(?: .*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern WISH = Pattern.compile(
            "^(?:(?:let's|lets|let me|can we|can i|could we|could you|can you|i want to|i'd like to|i would like to|we can) )+");

    private static final Pattern BACK =
            Pattern.compile("(?:go )?back (?:by )?(one|two|three|four|five|\\d)(?: (?:questions?|steps?|answers?))?");

    /** "edit `1`": formatting pasted with the last words. */
    private static final Pattern FORMATTED_WORDS = Pattern.compile("([\\p{L} ]+)([`*_~]{1,3})([^`*_~\\n]+)\\2[.!]?");

    private static final List<String> NUMBERS = List.of("zero", "one", "two", "three", "four", "five");

    private static final Map<String, Meaning> ALONE = Stream.of(
                    all(
                            said(Command.BACK),
                            "back|go back|previous|previous question|go back one|one back|back please|zurück|retour|atrás"
                                    + "|go back, i made a mistake|go back to the last question|indietro|terug"),
                    all(
                            new Meaning.Skip(),
                            "skip|skip it|skip that|skip this|skip this one|skip this question|skip question|skip the question|next"
                                    + "|next question|next one|pass|weiter|skip for now|skip it for now|skip this for now|skip this one for now|skip that for now|leave it blank|leave blank|leave this blank|move on|überspringen"),
                    all(
                            said(Command.HELP),
                            "help|help me|hilfe|ayuda|aide|why|why?|why ask|why ask?|why do you ask|why do you ask?|huh|huh?|what do you mean"
                                    + "|what do you mean?|what does that mean?|what does this mean?|how does this work?|example|an example"
                                    + "|give me an example|show me an example|for example?|like what?|like what|such as?|an example?|example?"
                                    + "|can you give me an example?|got an example?|i need help|i don't understand|don't understand"),
                    all(
                            said(Command.KEEP),
                            "keep|keep it|leave it|leave it as it is|leave as is|keep as is|unchanged|no change|keep last year's answer"),
                    all(
                            said(Command.KEEP_ALL),
                            "keep all|keep them all|keep all of it|keep all of this step|keep the whole step|keep all of last year's"),
                    all(
                            said(Command.STATUS),
                            "status|where are we|where are we?|plan status|the status|show status|show me the status|show the status|progress"),
                    all(
                            said(Command.SUMMARY),
                            "summary|show summary|show me the summary|show the summary|the summary|show me everything|show everything"
                                    + "|show me the plan|show the plan|show my plan|show me my plan|plan summary|overview|recap"),
                    all(
                            new Meaning.Later(Optional.empty()),
                            "pause|wait|brb|stop|quit|exit|stop here|stop for now|stop now|pause here|be right back|back later|gotta go|gotta run"
                                    + "|got to go|got to run|continue later|stop there|pause for now|take a break|pausa|enough for today|done for today|done for now|finished for today|finished for now|i'm done for today|i'm done for now"
                                    + "|that's enough for today|that's enough|i'm out|that's it for today|bye|goodbye|see you|see you later"),
                    all(
                            said(Command.RESUME),
                            "resume|continue|carry on|go on|go ahead|proceed|im back|i'm back|i am back|back again|where were we|where were we?"
                                    + "|ready|i'm ready|let's go|lets go|keep going|get going"),
                    all(
                            said(Command.CANCEL),
                            "cancel|cancel this|cancel this plan|cancel the plan|abort|give up this plan"),
                    all(
                            said(Command.RESTART),
                            "start over|start again|restart|begin again|start from scratch|begin from scratch|start all over|start from the beginning"),
                    all(
                            said(Command.EDIT),
                            "edit|change|edit an answer|change an answer|change something|edit something"),
                    all(said(Command.SWITCH), "switch|switch plan|switch plans|another plan|other plan"),
                    all(said(Command.ADD), "add|add a row|add something"),
                    all(said(Command.REMOVE), "remove|delete|remove something"),
                    all(
                            said(Command.UNDO),
                            "undo|undo that|undo this|undo it|undo last|undo the last one|take that back|take it back|revert|revert that|rückgängig"),
                    all(said(Command.MARGIN), "margin"),
                    all(
                            said(Command.FORM),
                            "form|as a form|fill as a form|fill it as a form|edit as a form|do this as a form|do this as a form?|fill in a form|open the form|use the form|use a form"),
                    all(
                            said(Command.SKIP_SECTION),
                            "skip section|skip this section|skip the section|skip this step|skip the step|skip step|skip the rest|skip the rest of this section"
                                    + "|skip the rest of this step|skip all of this|skip all"))
            .flatMap(map -> map.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Whoever has no more is done with a list or a table; elsewhere, for today. */
    private static final Pattern NO_MORE = Pattern.compile(
            "(?:that's|thats|that is|that was) (?:all|it|everything)|no more|nothing else|all done|done|finished|fertig|nothing more|that'll be all");

    @Override
    public Guess of(Heard heard, ConversationState state) {
        if (SLASH.matcher(heard.text()).matches()) {
            return Guess.surely(new Meaning.Slash(heard.text()));
        }
        Optional<Meaning> alone = alone(heard);
        if (alone.isPresent()) {
            return Guess.surely(alone.get());
        }
        if (NO_MORE.matcher(heard.bare()).matches() && state.open().isPresent()) {
            return noMore(state);
        }
        Matcher formatted = FORMATTED_WORDS.matcher(heard.text());
        return new CommandWithWords(state)
                .of(formatted.matches() ? Heard.of(formatted.group(1) + formatted.group(3)) : heard);
    }

    /** Whether some words would be a command, so that quotes around them say that they are not. */
    static boolean isAlone(String words) {
        return alone(Heard.of(words)).isPresent();
    }

    static Optional<Meaning> alone(Heard heard) {
        return Stream.of(heard.plain(), heard.bare(), WISH.matcher(heard.bare()).replaceFirst(""))
                .flatMap(words -> Optional.ofNullable(ALONE.get(words)).or(() -> back(words)).stream())
                .findFirst()
                .or(() -> undone(heard));
    }

    /** "Oops, undo that". */
    private static Optional<Meaning> undone(Heard heard) {
        CorrectionSigns signs = CorrectionSigns.in(heard.sentence());
        return signs.standsOff()
                ? Optional.ofNullable(ALONE.get(signs.rest().toLowerCase(Locale.ROOT)))
                        .filter(said(Command.UNDO)::equals)
                : Optional.empty();
    }

    private static Optional<Meaning> back(String words) {
        Matcher back = BACK.matcher(words);
        if (!back.matches()) {
            return Optional.empty();
        }
        int index = NUMBERS.indexOf(back.group(1));
        return Optional.of(new Meaning.Said(Command.BACK, index < 0 ? back.group(1) : String.valueOf(index)));
    }

    private static Guess noMore(ConversationState state) {
        boolean ends = state.open()
                .filter(open -> open.headsRow() || open.question().isOptional() || Kinds.isYesNo(open))
                .isPresent();
        if (state.open().filter(Kinds::isYesNo).isPresent()) {
            return Guess.NO;
        }
        return Guess.surely(ends ? new Meaning.Skip() : new Meaning.Later(Optional.empty()));
    }

    private static Meaning said(Command command) {
        return new Meaning.Said(command, "");
    }

    private static Map<String, Meaning> all(Meaning meaning, String words) {
        return Arrays.stream(words.split("\\|", 0)).distinct().collect(Collectors.toMap(word -> word, word -> meaning));
    }
}
