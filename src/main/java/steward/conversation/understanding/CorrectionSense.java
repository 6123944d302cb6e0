package steward.conversation.understanding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.meaning.Meaning.Put;
import steward.conversation.understanding.meaning.Meaning.Put.How;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.BlankNames;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.Kinds;
import steward.conversation.understanding.words.CorrectionSigns;
import steward.conversation.understanding.words.PersonChange;
import steward.conversation.understanding.words.ScaledAmount;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.accounts.Names;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.YesNoAnswer;
import steward.worksheet.values.PersonNames;

/** Reading 2: the rep corrects an answer that they gave before, by a sign such as "wait", or by its name. */
final class CorrectionSense implements Sense {

    private static final int LAST_ANSWERS = 3;
    private static final int NAME_WORDS_MAX = 6;
    private static final int SHARED_LETTERS_MIN = 3;
    private static final int LOOSE_VALUE_WORDS_MAX = 5;
    private static final int WITHIN_WORDS_MAX = 4;

    private static final Pattern NAMED = pattern("(?:and |but |also )?(?:make |set )?(?:the |our |my |your )?(.+?)"
            + "(?: ?[:=] ?| ?(?:->|→) ?| (?:is|was|are|were|ist|es|est|é|moved|should|must|needs?)(?: to)?(?: (?:be|have been))? )"
            + "(?:actually |now |jetzt |ahora |agora |really |rather |only |about |more like |closer to )*(.+)");
    private static final Pattern MAKE =
            pattern("(?:make|set|put) (?:the |our |my )?(.+?) (?:to |at |as )?(\\S+(?: \\S+)?)");
    private static final Pattern WAS_WRONG = pattern(
            "(?:the |our |my )?(.+?) (?:is|was) (?:wrong|not right|incorrect|off)[,;:.]? ?(?:it's|it is|it should be|should be|make it|rather)? ?(.*)");
    /** With a value of one word: "make the probability of the resin deal 60%". */
    private static final Pattern MAKE_ONE = pattern("(?:make|set|put) (?:the |our |my )?(.+) (?:to |at |as )?(\\S+)");

    private static final Pattern PLACE = Pattern.compile(
            "(?i:the )?((?i:hq|head ?quarters?|head office|hauptsitz|zentrale|sede|siège)) ((?:(?i:in|is in|at) )?\\p{Lu}[\\p{L}.'’-]*(?:,? (?:\\p{Lu}[\\p{L}.'’-]*|de|del|am|an|der|la|le|of|do|da)){0,3})");

    /** "1:30 pm Acme" does not change number 1. */
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d\\d(?!\\d)");

    private static final Pattern NOT_BUT = pattern("(?:it's |it is )?not (.+?),? but (?:rather )?(.+)");
    private static final Pattern NOT_AFTER = pattern("(.+?),? (?:and )?not (.+)");
    private static final Pattern INSTEAD = pattern("(.+?),? (?:not|instead of|rather than) .+");
    /** Typed small, "actually" begins no name of its own. */
    private static final Pattern ACTUALLY_A_NAME = Pattern.compile(
            "(?:no,? )?(?:actually|rather|i meant?),? \\p{Lu}[\\p{L}.'’-]*(?:,? \\p{Lu}[\\p{L}.'’-]*){0,2}");

    /** Nothing but an amount that says it is one. */
    private static final Pattern AMOUNT = pattern(
            "(?:[$€£¥₹] ?)?\\d[\\d.,]* ?(?:k|m|mn|mio|million|thousand|grand|lakhs?|cr|crore)|[$€£¥₹] ?\\d[\\d.,]*");

    private static final Pattern THE_ONE = pattern(" (?:one|deal|order|opportunity|contract)$");

    private static final Pattern WAIT = pattern("^(?:(?:wait|sorry|oops|no|oh|ah)[,;:.!…-]* +)+");
    private static final Pattern NO_WITHIN = pattern("(\\S.*?)[,;] *no[,;]? +(?:it's |make it )?(\\S.*)");
    private static final Pattern WITHIN = pattern(
            "(\\S.*?)[,;.–—-]+ *(?:oh,? )?(?:no,? wait|wait,? no|no,? sorry|sorry,? no|sorry,? i mean|no,? i mean|scratch that|i mean(?:t)?(?: to say)?|make that|oops,?(?: no)?)[,;:.–—\\s-]+(\\S.*)");
    private static final Pattern BARE = pattern(
            "(?:that|this|it)?(?: was|'s| is)? ?(?:wrong|not right|incorrect)|wrong answer|i made a mistake"
                    + "|(?:i )?(?:made a )?mistake|let me fix (?:that|it)|oops|whoops|ups|scratch that|strike that|that was wrong|not that|typo|i was wrong|correction");
    static final Pattern YES_BUT = pattern(
            "^(?:(?:it )?(?:looks?|is|all) (?:all )?(?:right|good|fine|ok|correct)|(?:good|right|fine|ok|okay|yes|yeah|correct|perfect))?,? ?(?:but|except(?: that| for)?|only|apart from(?: that)?),? ");
    private static final Pattern IT_IS = pattern("^(?:it's|it is|that's|to|is|be) +");

    /** Words that many answers share. */
    private static final Set<String> COMMON = Set.of(
            "the", "and", "for", "with", "from", "that", "this", "our", "their", "they", "her", "his", "more", "not",
            "but", "all", "new", "has", "have", "are", "who", "what", "when", "into", "will", "win", "under", "over",
            "only", "price");

    @Override
    public Guess of(Heard heard, ConversationState state) {
        return state.plan().map(plan -> new On(plan, heard, state).guess()).orElse(Guess.NO);
    }

    /** The last answers that the rep gave, the newest first. */
    static List<Blank> lastAnswers(ConversationState state) {
        return state.plan().stream()
                .flatMap(plan -> plan.lastAnswered().stream())
                .filter(blank -> blank.question().isNumbered() && !blank.isAnother() && !blank.isSummary())
                .filter(state.blanks()::contains)
                .limit(LAST_ANSWERS)
                .toList();
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** On one plan. */
    private record On(Plan plan, Heard heard, ConversationState state) {

        Guess guess() {
            Optional<Guess> bare = bare();
            if (bare.isPresent()) {
                return bare.get();
            }
            Optional<Guess> within = within();
            if (within.isPresent()) {
                return within.get();
            }
            CorrectionSigns signs = CorrectionSigns.in(sentence());
            return byName(signs)
                    .or(() -> byLabel(signs))
                    .or(() -> place(signs))
                    .or(() -> notBut())
                    .or(() -> person(signs))
                    .or(() -> signed(signs))
                    .orElse(Guess.NO);
        }

        /** Where yes or no is asked, a yes with an exception: "looks right, except the goal". */
        private String sentence() {
            return state.open().filter(Kinds::isYesNo).isPresent()
                    ? YES_BUT.matcher(heard.sentence()).replaceFirst("")
                    : heard.sentence();
        }

        private Optional<Guess> person(CorrectionSigns signs) {
            return Stream.of(heard.sentence(), signs.rest())
                    .flatMap(words -> PersonChange.in(words, state).stream())
                    .filter(put -> !state.isOpen(put.blank()))
                    .findFirst()
                    .map(Guess::probably);
        }

        /** Something was wrong, but which? */
        private Optional<Guess> bare() {
            boolean isNo = YesNoAnswer.isBareNo(heard.plain());
            boolean isBare = isNo || BARE.matcher(heard.plain()).matches();
            if (!isBare
                    || lastAnswers(state).isEmpty()
                    || state.open().filter(open -> !open.isApart()).isEmpty()) {
                return Optional.empty();
            }
            boolean mayBeAnswer = isNo
                    && state.open()
                            .filter(open ->
                                    Kinds.isYesNo(open) || open.question().isOptional() || open.headsRow())
                            .isPresent();
            return mayBeAnswer ? Optional.empty() : Optional.of(Guess.surely(new Meaning.Which()));
        }

        /** "Berlin, no wait, Hamburg": the answer is corrected while it is given. Of a longer one only a part may be meant. */
        private Optional<Guess> within() {
            Matcher strong = WITHIN.matcher(heard.sentence());
            Matcher within = strong.matches() || state.takesWords() ? strong : NO_WITHIN.matcher(heard.sentence());
            Optional<Blank> open = state.open().filter(blank -> !Kinds.isYesNo(blank) && !blank.isApart());
            boolean isWhole = within.matches()
                    && open.isPresent()
                    && within.group(1).split(" ", -1).length <= WITHIN_WORDS_MAX
                    && within.group(2).split(" ", -1).length <= WITHIN_WORDS_MAX;
            return isWhole && state.read(open.get(), within.group(2)).isPresent()
                    ? Optional.of(Guess.surely(new Meaning.Answer(within.group(2))))
                    : Optional.empty();
        }

        // ── By name ──────────────────────────────────────────────────────────────────────────────────────

        private Optional<Guess> byName(CorrectionSigns signs) {
            BlankNames names = state.names();
            for (String sentence :
                    Stream.of(signs.rest(), sentence()).distinct().toList()) {
                for (Pattern pattern : List.of(WAS_WRONG, NAMED, MAKE, MAKE_ONE)) {
                    Matcher named = pattern.matcher(sentence);
                    if (named.matches()) {
                        String value = IT_IS.matcher(named.group(2)).replaceFirst("");
                        Optional<Guess> found = named(names, named.group(1), value, signs);
                        if (found.isPresent()) {
                            return found;
                        }
                    }
                }
            }
            return Optional.empty();
        }

        /** "Goal 950k": a name and its value, with nothing between. */
        private Optional<Guess> byLabel(CorrectionSigns signs) {
            BlankNames names = state.names();
            List<String> words = List.of(signs.rest().split(" ", -1));
            for (int count = Math.min(NAME_WORDS_MAX, words.size() - 1); count > 0; count--) {
                String value = String.join(" ", words.subList(count, words.size()));
                String name = String.join(" ", words.subList(0, count));
                List<Blank> called = names.exactly(name);
                List<Blank> fitting = value.codePoints().anyMatch(Character::isDigit)
                        ? (called.isEmpty() ? names.ofRow(name) : called)
                                .stream()
                                        .filter(blank -> !Kinds.takesWords(blank)
                                                && !Kinds.isYesNo(blank)
                                                && !state.isOpen(blank))
                                        .filter(blank ->
                                                state.read(blank, value).isPresent())
                                        .toList()
                        : List.of();
                if (!fitting.isEmpty() && !BlankNames.isNumber(words.get(0))) {
                    Meaning put = new Put(How.CORRECT, newest(fitting), value);
                    boolean isSure = signs.isSigned() || state.open().isEmpty();
                    return Optional.of(isSure ? Guess.surely(put) : Guess.probably(put));
                }
            }
            return Optional.empty();
        }

        /** "HQ Berlin": where the account sits, said at another question for words. */
        private Optional<Guess> place(CorrectionSigns signs) {
            Matcher place = PLACE.matcher(signs.rest());
            return place.matches() && state.takesWords()
                    ? state.names().exactly(place.group(1)).stream()
                            .filter(blank -> blank.question().equals(Worksheet.HEADQUARTERS) && !state.isOpen(blank))
                            .findFirst()
                            .map(blank -> Guess.probably(new Put(How.CORRECT, blank, place.group(2))))
                    : Optional.empty();
        }

        private Optional<Guess> named(BlankNames names, String name, String typed, CorrectionSigns signs) {
            if (CLOCK.matcher(signs.rest()).lookingAt()) {
                return Optional.empty();
            }
            List<Blank> exactly = names.exactly(name);
            List<Blank> called = exactly.isEmpty() ? names.ofRow(name) : exactly;
            if (called.isEmpty()) {
                return ofOpportunity(names, name, typed);
            }
            String value = INSTEAD.matcher(typed).replaceFirst("$1").strip();
            List<Blank> fitting = called.stream()
                    .filter(blank -> !Kinds.takesWords(blank) && fits(blank, value))
                    .toList();
            if (!fitting.isEmpty()) {
                Blank meant = newest(fitting);
                return Optional.of(Guess.surely(
                        state.isOpen(meant)
                                ? new Meaning.Answer(value)
                                : new Put(How.CORRECT, meant, ScaledAmount.of(meant, value, state))));
            }
            Optional<Blank> words = called.stream().filter(Kinds::takesWords).findFirst();
            boolean isShort = value.split(" ", -1).length <= LOOSE_VALUE_WORDS_MAX;
            if (words.isEmpty() || state.isOpen(words.get()) || (!signs.isSigned() && !isShort)) {
                return Optional.empty();
            }
            return Optional.of(Guess.probably(new Put(How.CORRECT, words.get(), signs.isSigned() ? "" : value)));
        }

        /** "The lids one should be 350k": an amount said of an opportunity is likely what it is to bring. */
        private Optional<Guess> ofOpportunity(BlankNames names, String name, String value) {
            List<Blank> rows = AMOUNT.matcher(value).matches()
                    ? names.rowNamed(THE_ONE.matcher(name).replaceFirst("")).stream()
                            .filter(row -> row.question().equals(Worksheet.OPPORTUNITY))
                            .toList()
                    : List.of();
            return rows.stream()
                    .filter(row -> rows.size() == 1)
                    .map(row -> new Blank(Worksheet.INCREASE, row.row()))
                    .filter(blank -> !state.isOpen(blank) && fits(blank, value))
                    .map(blank -> Guess.probably(new Put(How.CORRECT, blank, value)))
                    .findFirst();
        }

        private boolean fits(Blank blank, String value) {
            return state.read(blank, ScaledAmount.of(blank, value, state)).isPresent();
        }

        private Blank newest(List<Blank> fitting) {
            return fitting.stream()
                    .filter(blank -> state.open()
                            .filter(open -> open.row() == blank.row())
                            .isPresent())
                    .findFirst()
                    .or(() -> plan.lastAnswered().stream()
                            .filter(fitting::contains)
                            .findFirst())
                    .orElse(fitting.get(0));
        }

        // ── Not this but that ────────────────────────────────────────────────────────────────────────────

        private Optional<Guess> notBut() {
            String said = IT_IS.matcher(WAIT.matcher(heard.sentence()).replaceFirst(""))
                    .replaceFirst("");
            Matcher not = NOT_BUT.matcher(heard.sentence());
            Matcher after = NOT_AFTER.matcher(said);
            return not.matches()
                    ? replaced(not.group(1), not.group(2))
                    : after.matches() ? replaced(after.group(2), after.group(1)) : Optional.empty();
        }

        /** The newest of the last answers in which the one stands, with the other in its place. */
        private Optional<Guess> replaced(String old, String now) {
            for (Blank blank : lastAnswers(state)) {
                if (Kinds.takesWords(blank)) {
                    String shown = state.shown(blank);
                    int at = shown.toLowerCase(Locale.ROOT)
                            .indexOf(old.toLowerCase(Locale.ROOT).strip());
                    if (at >= 0 && !old.isBlank()) {
                        String value = shown.substring(0, at)
                                + now
                                + shown.substring(at + old.strip().length());
                        return Optional.of(Guess.surely(new Put(How.CORRECT, blank, value)));
                    }
                } else if (state.read(blank, old).equals(plan.kept(blank))
                        && state.read(blank, now).isPresent()) {
                    return Optional.of(Guess.surely(new Put(How.CORRECT, blank, now)));
                }
            }
            return Optional.empty();
        }

        // ── By a sign alone ──────────────────────────────────────────────────────────────────────────────

        private Optional<Guess> signed(CorrectionSigns signs) {
            String value = IT_IS.matcher(signs.rest()).replaceFirst("");
            if (!signs.isSigned() || value.isEmpty() || state.open().isEmpty()) {
                return Optional.empty();
            }
            List<Blank> last = lastAnswers(state);
            Optional<Blank> typed = last.stream()
                    .filter(blank -> !Kinds.takesWords(blank) && fits(blank, value))
                    .findFirst();
            boolean fitsOpen = state.open()
                    .filter(open ->
                            !Kinds.takesWords(open) && state.read(open, value).isPresent())
                    .isPresent();
            if (typed.isPresent()) {
                Meaning corrected = new Put(How.CORRECT, typed.get(), ScaledAmount.of(typed.get(), value, state));
                return Optional.of(
                        fitsOpen
                                ? Guess.surely(new Meaning.Ask(List.of(new Meaning.Answer(value), corrected)))
                                : Guess.surely(corrected));
            }
            if (fitsOpen) {
                return Optional.of(Guess.surely(new Meaning.Answer(value)));
            }
            return byWords(signs, value, last);
        }

        private Optional<Guess> byWords(CorrectionSigns signs, String value, List<Blank> last) {
            Optional<Blank> newest = last.stream().findFirst().filter(Kinds::takesWords);
            if ((signs.standsOff() || signs.runsOn())
                    && newest.filter(blank -> sharesAWord(blank, value)).isPresent()) {
                return Optional.of(Guess.surely(new Put(How.CORRECT, newest.get(), withPosition(newest.get(), value))));
            }
            Optional<Blank> named = signs.isMoreThanNo(heard.text()) ? inTheSentence(value) : Optional.empty();
            if (named.isPresent()) {
                return Optional.of(Guess.probably(new Put(How.CORRECT, named.get(), "")));
            }
            if (ACTUALLY_A_NAME.matcher(heard.text()).matches()
                    && !Kinds.isList(state.open().get())) {
                return newest.filter(blank ->
                                !Kinds.isList(blank) && state.shown(blank).split(" ", -1).length <= WITHIN_WORDS_MAX)
                        .map(blank -> Guess.perhaps(new Put(How.CORRECT, blank, value)));
            }
            return signs.standsOff()
                    ? last.stream()
                            .filter(Kinds::takesWords)
                            .filter(blank -> sharesAWord(blank, value))
                            .findFirst()
                            .or(() -> last.stream().filter(Kinds::takesWords).findFirst())
                            .map(blank -> Guess.perhaps(new Put(How.CORRECT, blank, value)))
                    : Optional.empty();
        }

        /** "Wait, it's Dana Woo": what somebody is called, and not what they are, was wrong. */
        private String withPosition(Blank blank, String value) {
            String before = state.shown(blank);
            boolean isNameAlone = Kinds.isPerson(blank) && value.indexOf(',') < 0 && !PersonNames.hasPosition(value);
            return isNameAlone && before.contains(", ") ? value + before.substring(before.indexOf(", ")) : value;
        }

        private boolean sharesAWord(Blank blank, String value) {
            List<String> before = Names.words(state.shown(blank));
            return Names.words(value).stream()
                    .filter(word -> word.length() >= SHARED_LETTERS_MIN && !COMMON.contains(word))
                    .anyMatch(before::contains);
        }

        /** "The HQ moved to Columbus": an answer whose name stands in the sentence. */
        private Optional<Blank> inTheSentence(String value) {
            BlankNames names = state.names();
            List<String> words = Names.words(value);
            return words.stream()
                    .flatMap(word -> word.length() < 2 || Character.isDigit(word.charAt(0))
                            ? Stream.empty()
                            : names.exactly(word).stream())
                    .filter(blank -> !state.isOpen(blank))
                    .findFirst();
        }
    }
}
