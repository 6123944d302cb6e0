package steward.conversation.understanding;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.understanding.jobs.JobSense;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;

/** Two things in one message: its first or last sentence is no answer, and the rest may be. */
final class TwoThings {

    private static final Pattern LAST = Pattern.compile(
            "(.*?[^\\s,;:–-])(?:(?<=[.!?。！？])\\s+|\\s+[-–—]\\s+|\\n+|,\\s+)([^.!?\\n]+(?:\\.\\.\\.|[.!?…]*))\\s*",
            Pattern.DOTALL);
    private static final Pattern FIRST = Pattern.compile("([^.!?\\n]+[.!?]+)\\s+([^\\s].*)", Pattern.DOTALL);
    private static final Pattern THANKS = Pattern.compile(
            "(.*\\S)\\s+(?:thanks|thank you|thx|ty|cheers)[!.]*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BY_THE_WAY = Pattern.compile(
            "(.*[^\\s,;.])[,;.]* +(?:oh,? (?:and|also|by the way)|by the way|btw|and by the way),? (\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern AND = Pattern.compile("^(?:and|but|also|so)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern GREETING = Pattern.compile(
            "(?:hi|hello|hey|good morning)(?: steward| there)?[,!.]+\\s+(\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final ConversationState state;

    TwoThings(ConversationState state) {
        this.state = state;
    }

    Optional<Meaning> of(Heard heard) {
        if (state.open().isEmpty()) {
            return Optional.empty();
        }
        Matcher thanks = THANKS.matcher(heard.text());
        Matcher greeting = GREETING.matcher(heard.text());
        if (thanks.matches() && !state.takesWords()) {
            return Optional.of(Understanding.of(thanks.group(1).replaceFirst("[,;]\\s*$", ""), state));
        }
        if (greeting.matches() && !state.takesWords()) {
            return Optional.of(Understanding.of(greeting.group(1), state));
        }
        return last(heard).or(() -> first(heard)).or(() -> byTheWay(heard));
    }

    /** "Get her to agree, oh and the goal is 1.25M". */
    private Optional<Meaning> byTheWay(Heard heard) {
        Matcher apart = BY_THE_WAY.matcher(heard.text());
        if (!apart.matches()) {
            return Optional.empty();
        }
        Heard second = Heard.of(apart.group(2));
        return Stream.<Sense>of(new CorrectionSense(), new JobSense(), new QuestionSense())
                .flatMap(sense -> sense.of(second, state).sure().stream())
                .findFirst()
                .map(meaning -> joined(rest(apart.group(1)), meaning, false));
    }

    private Optional<Meaning> last(Heard heard) {
        Matcher last = LAST.matcher(heard.text());
        if (!last.matches() || (isRow() && heard.text().indexOf('\n') >= 0)) {
            return Optional.empty();
        }
        boolean isComma = last.end(1) < heard.text().length() && heard.text().charAt(last.end(1)) == ',';
        if (isComma && state.takesWords()) {
            return Optional.empty();
        }
        Optional<Meaning> apart = apart(last.group(2));
        return apart.map(meaning -> joined(rest(last.group(1)), meaning, false));
    }

    private Optional<Meaning> first(Heard heard) {
        Matcher first = FIRST.matcher(heard.text());
        if (!first.matches()) {
            return Optional.empty();
        }
        return apart(first.group(1))
                .map(meaning -> joined(rest(AND.matcher(first.group(2)).replaceFirst("")), meaning, true));
    }

    /** At a row's first question, lines answer its questions in order. */
    private boolean isRow() {
        return state.open().filter(open -> open.headsRow() || open.isAnother()).isPresent();
    }

    private Meaning rest(String words) {
        String trimmed = words.strip();
        String answer = state.takesWords()
                ? trimmed.replaceFirst("(?<=\\p{L}{2})\\.$", "")
                : trimmed.replaceFirst("[.!,;]+$", "");
        return Understanding.sureOfOne(Heard.of(answer), state).orElseGet(() -> new Meaning.Answer(answer));
    }

    private static Meaning joined(Meaning rest, Meaning apart, boolean isApartFirst) {
        if (apart instanceof Meaning.Talk) {
            return rest;
        }
        if (rest instanceof Meaning.Talk || (rest instanceof Meaning.Skip && apart instanceof Meaning.Skip)) {
            return apart;
        }
        return isApartFirst ? new Meaning.Both(apart, rest) : new Meaning.Both(rest, apart);
    }

    /** A sentence that is surely a command, a question to Steward, a later, or not known. */
    private Optional<Meaning> apart(String sentence) {
        Heard heard = Heard.of(sentence);
        Optional<Meaning> command = new CommandSense().of(heard, state).sure();
        return command.or(() ->
                        new QuestionSense().of(heard, state).sure().filter(meaning -> meaning instanceof Meaning.Help))
                .or(() -> new LaterSense().of(heard, state).sure())
                .or(() -> heard.wordCount() > 1
                        ? new UnknownSense().of(heard, state).sure()
                        : Optional.empty())
                .or(() -> new TalkSense().of(heard, state).sure());
    }
}
