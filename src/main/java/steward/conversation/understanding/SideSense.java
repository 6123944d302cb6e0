package steward.conversation.understanding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.message.SideQuestion;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.accounts.Names;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.YesNoAnswer;

/** What was asked beside the worksheet last: answered only by words that its own reader takes whole, or by what can be picked there. */
final class SideSense implements Sense {

    /** Said before a value, these add nothing to it. */
    private static final Pattern BEFORE_VALUE = Pattern.compile(
            "^(?:(?:it|that|this|she|he|they|took|takes|was|is|me|us|about|around|roughly|maybe|only|just|to|by|till|until|on|make it|let's say) )+",
            Pattern.CASE_INSENSITIVE);

    /** A next step is no word alone, nor something that is done already. */
    private static final Pattern SEVERAL_WORDS = Pattern.compile(
            "^(?!(?:i |we |just |already )*(?:done|did|finished|completed|won|lost|called|rang|phoned|emailed|sent|visited|met|spoke|talked)\\b)\\P{L}*\\p{L}{2,}.*\\s\\S*\\p{L}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLACE = Pattern.compile(
            "(?:the |number |no\\.? ?|# ?)?(\\d{1,4})[.)]?|(?:the )?(first|second|third|last)(?: one)?");
    private static final List<String> PLACES = List.of("first", "second", "third");

    private static final YesNoAnswer OFFERED = YesNoAnswer.offered();

    private static final Set<String> FILLERS =
            Set.of("the", "one", "with", "about", "for", "it's", "its", "i", "mean", "at", "a");

    @Override
    public Guess of(Heard heard, ConversationState state) {
        return state.askedBeside()
                .map(asked -> value(asked, heard, state)
                        .map(Guess::surely)
                        .or(() -> exactly(asked, heard).map(Guess::surely))
                        .or(() -> named(asked, heard)
                                .map(picked -> state.takesWords() ? Guess.probably(picked) : Guess.surely(picked)))
                        .orElse(Guess.NO))
                .orElse(Guess.NO);
    }

    // ── A value ──────────────────────────────────────────────────────────────────────────────────────────

    private static Optional<Meaning> value(SideQuestion asked, Heard heard, ConversationState state) {
        return asked.value()
                .flatMap(value -> Stream.of(
                                heard.sentence(),
                                BEFORE_VALUE.matcher(heard.sentence()).replaceFirst(""))
                        .filter(words -> reads(value, words, state))
                        .findFirst()
                        .map(words ->
                                new Meaning.Side(value.about().plan(), value.says() + " " + words, value.label())));
    }

    private static boolean reads(SideQuestion.Value value, String words, ConversationState state) {
        Optional<Question<?>> question = Worksheet.question(value.about().question());
        Optional<Plan> plan = state.live().stream()
                .filter(found -> found.id().text().equals(value.about().plan()))
                .findFirst();
        return !words.isBlank()
                && question.isPresent()
                && plan.filter(found -> question.get()
                                .readKept(
                                        words,
                                        found.situation(
                                                new Blank(
                                                        question.get(),
                                                        value.about().row()),
                                                state.today(),
                                                state.reader().notation()))
                                .isClear())
                        .isPresent();
    }

    /** Words that mean nothing else, if some were asked for; a question is none. */
    static Optional<Meaning> words(Heard heard, ConversationState state) {
        return state.askedBeside()
                .flatMap(SideQuestion::words)
                .filter(asked -> !heard.endsWithQuestionMark()
                        && SEVERAL_WORDS.matcher(heard.said()).find())
                .filter(asked -> reads(asked, heard.said(), state))
                .map(asked -> new Meaning.Side(asked.about().plan(), asked.says() + " " + heard.said(), asked.label()));
    }

    // ── One of several ───────────────────────────────────────────────────────────────────────────────────

    /** By its number or its place, by its whole name, or, where there is but one, by a yes; a no leaves that. */
    private static Optional<Meaning> exactly(SideQuestion asked, Heard heard) {
        List<SideQuestion.Option> options = asked.options();
        Optional<Boolean> said = options.size() == 1 ? OFFERED.said(heard.plain()) : Optional.empty();
        if (said.filter(yes -> !yes).isPresent()) {
            return Optional.of(new Meaning.Held(false, Optional.empty()));
        }
        boolean isYes = said.isPresent();
        Matcher place = PLACE.matcher(heard.bare());
        Optional<SideQuestion.Option> placed = place.matches() ? placed(options, place) : Optional.empty();
        return placed.or(() -> options.stream()
                        .filter(option -> isYes || isName(option, heard.said()))
                        .findFirst())
                .map(SideSense::picked);
    }

    private static boolean isName(SideQuestion.Option option, String said) {
        return !option.name().isEmpty() && Names.plain(option.name()).equals(Names.plain(said));
    }

    private static Optional<SideQuestion.Option> placed(List<SideQuestion.Option> options, Matcher place) {
        if (place.group(1) != null) {
            int number = Integer.parseInt(place.group(1));
            return options.stream().filter(option -> option.number() == number).findFirst();
        }
        int index = place.group(2).equals("last") ? options.size() - 1 : PLACES.indexOf(place.group(2));
        return index >= 0 && index < options.size() ? Optional.of(options.get(index)) : Optional.empty();
    }

    /** By some words of its name, if no other has them all, or begins with them. */
    private static Optional<Meaning> named(SideQuestion asked, Heard heard) {
        List<String> wanted = Names.words(heard.bare()).stream()
                .filter(word -> !FILLERS.contains(word))
                .toList();
        List<SideQuestion.Option> found = asked.options().stream()
                .filter(option -> wanted.stream().anyMatch(word -> word.chars().anyMatch(Character::isLetter)))
                .filter(option -> hasAll(Names.words(option.name()), wanted))
                .toList();
        List<SideQuestion.Option> meant = found.size() == 1
                ? found
                : found.stream()
                        .filter(option -> Names.plain(option.name()).startsWith(String.join(" ", wanted)))
                        .toList();
        return meant.size() == 1 ? Optional.of(picked(meant.get(0))) : Optional.empty();
    }

    private static boolean hasAll(List<String> words, List<String> wanted) {
        return wanted.stream().allMatch(word -> words.stream().anyMatch(each -> each.startsWith(word)));
    }

    private static Meaning picked(SideQuestion.Option option) {
        String label = option.name().isEmpty() ? "Number " + option.number() : option.name();
        return new Meaning.Side(option.plan(), option.says(), label);
    }
}
