package steward.conversation.turn;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rep said, as a command or an answer. A word that is a command and could be the answer is the command; {@code answer: skip}
 * or quotes make it an answer.
 *
 * @param words what the command is about, or the answer
 */
public record Utterance(Command command, String words) {

    private static final Map<String, Command> ALONE = Stream.of(
                    words(Command.BACK, "back", "go back", "previous"),
                    words(
                            Command.SKIP,
                            "skip",
                            "don't know",
                            "dont know",
                            "i don't know",
                            "not sure",
                            "no idea",
                            "no clue",
                            "dunno",
                            "idk",
                            "i dont know",
                            "tbd",
                            "?",
                            "n/a"),
                    words(
                            Command.HELP,
                            "help",
                            "why?",
                            "why",
                            "why ask?",
                            "huh?",
                            "what do you mean?",
                            "what do you mean",
                            "what does that mean?",
                            "what does this mean?",
                            "how does this work?",
                            "example",
                            "help me"),
                    words(Command.KEEP, "keep", "keep it"),
                    words(Command.STATUS, "status"),
                    words(Command.SUMMARY, "summary"),
                    words(
                            Command.PAUSE,
                            "pause",
                            "wait",
                            "brb",
                            "later",
                            "not now",
                            "gotta go",
                            "gotta run",
                            "be right back",
                            "back later"),
                    words(
                            Command.RESUME,
                            "resume",
                            "continue",
                            "where were we",
                            "where were we?",
                            "im back",
                            "i'm back"),
                    words(Command.CANCEL, "cancel"),
                    words(Command.EDIT, "edit", "change"),
                    words(Command.SWITCH, "switch"),
                    words(Command.ADD, "add"),
                    words(Command.REMOVE, "remove"),
                    words(Command.RESTORE, "undo"),
                    words(Command.MARGIN, "margin"),
                    words(Command.FORM, "form", "fill as a form", "edit as a form"),
                    words(Command.THANKS, "ok", "okay", "thanks", "thank you", "thx", "ty", "cheers", "ok thanks"))
            .flatMap(map -> map.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Pattern WITH_WORDS = Pattern.compile(
            "(edit|change|switch|resume|add|remove|undo|margin|form)(?:\\s+to)?\\s+(\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** How long a command with its words may be; whatever is longer is meant as an answer. */
    private static final int COMMAND_CHARACTERS_MAX = 150;

    private static final Pattern MARKED = Pattern.compile("answer:\\s*(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern QUOTED = Pattern.compile("[\"“”„«‘'](.+)[\"“”»’']", Pattern.DOTALL);

    public static Utterance of(String said) {
        String text = said.strip();
        return marked(text).or(() -> command(text)).orElseGet(() -> new Utterance(Command.ANSWER, said));
    }

    /** An answer marked as one. Quotes go only where they kept a command from being one: other quotes are the rep's. */
    private static Optional<Utterance> marked(String text) {
        Matcher marked = MARKED.matcher(text);
        if (marked.matches()) {
            return Optional.of(new Utterance(Command.ANSWER, marked.group(1)));
        }
        Matcher quoted = QUOTED.matcher(text);
        return quoted.matches() && command(quoted.group(1).strip()).isPresent()
                ? Optional.of(new Utterance(Command.ANSWER, quoted.group(1)))
                : Optional.empty();
    }

    private static Optional<Utterance> command(String text) {
        return alone(text).or(() -> withWords(text));
    }

    private static Optional<Utterance> alone(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("(?<=.)[.!]+$", "");
        return Optional.ofNullable(ALONE.get(plain)).map(command -> new Utterance(command, ""));
    }

    private static Optional<Utterance> withWords(String text) {
        Matcher matcher = WITH_WORDS.matcher(text);
        if (text.length() > COMMAND_CHARACTERS_MAX || !matcher.matches()) {
            return Optional.empty();
        }
        Command command = ALONE.get(matcher.group(1).toLowerCase(Locale.ROOT));
        return Optional.ofNullable(command).map(found -> new Utterance(found, matcher.group(2)));
    }

    private static Map<String, Command> words(Command command, String... words) {
        return Stream.of(words).collect(Collectors.toMap(word -> word, word -> command));
    }
}
