package steward.conversation.understanding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
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
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.Kinds;
import steward.conversation.understanding.words.Moments;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Contact;
import steward.worksheet.Worksheet;
import steward.worksheet.dates.DateTranslator;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Reading;
import steward.worksheet.values.PersonNames;

/** Reading 7: a bare amount, share, day, length of time or person where words are asked: it may belong to a blank beside. */
final class NeighbourSense implements Sense {

    private static final int BARE_WORDS_MAX = 4;

    private static final Pattern PERSON = Pattern.compile(
            "(?:(?:Dr|Mr|Mrs|Ms|Prof|Mme|M)\\.? )?\\p{Lu}[\\p{L}.'’-]*(?: (?:de|da|van|von|der|la|del|di|du|le|\\p{Lu}[\\p{L}.'’-]*)){0,4}, .{2,60}");
    /** "Sam Ortiz (line 2 manager)", "Sam Ortiz - line 2 manager": the position stands behind a comma as well. */
    private static final Pattern POSITION_BEHIND =
            Pattern.compile("([^(),]{2,60}?) (?:\\(([^()]{2,60})\\)|[–—-] (.{2,60}))");

    private static final Pattern AND =
            Pattern.compile("^(?:oh,? )?(?:and|also|plus)(?: also)?,? ", Pattern.CASE_INSENSITIVE);
    private static final Pattern DURATION = Pattern.compile(
            "(?:(?:about|around|roughly|took|it took|spent) )*\\d{1,3}(?:[.,]\\d{1,2})? ?(?:h|hrs?|hours?|m|mins?|minutes?)(?: ?\\d{1,2} ?(?:m|min|minutes)?)?|\\d{1,2}h\\d{2}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FIGURE = Pattern.compile(".*[\\p{N}].*");
    private static final Pattern MONEY = Pattern.compile(
            "(?iu).*(?:[$€£¥₹]|\\b(?:usd|eur|gbp|inr)\\b|\\d ?(?:k|m|mn|mio|million|thousand|bn)\\b).*|[~]?\\d{1,3}(?:[,.' ]\\d{3})+");
    private static final Pattern PERCENTAGE = Pattern.compile("(?iu).*(?:%|percent|per cent).*");
    private static final Pattern TIME = Pattern.compile("(?iu).*\\d ?(?:h|hrs?|hours?|m|min|minutes?)\\b.*");
    private static final Pattern DAY_WORDS = Pattern.compile(
            "(?iu)(?:(?:by|on|next|this|end of|early|late|mid|beginning of|the|before|after|in|during|until|over) )*(?:spring|summer|autumn|fall|winter|(?:(?:summer|winter|christmas) )?(?:holidays?|break)|christmas|new year|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|january|february|march|april|may|june|july|august|september|october|november|december|week|month|quarter|year|q[1-4]|h[12])");

    @Override
    public Guess of(Heard heard, ConversationState state) {
        if (state.plan().isEmpty()
                || state.open().filter(Kinds::takesWords).isEmpty()
                || heard.text().indexOf('\n') >= 0) {
            return Guess.NO;
        }
        Blank open = state.open().get();
        String words = heard.sentenceWithoutPlease();
        if (isHinted(open, state) && isDay(words)) {
            Optional<Blank> date = dateBeside(open, state)
                    .filter(blank -> state.read(blank, words).isPresent());
            if (date.isPresent()) {
                return Guess.surely(put(date.get(), words, state));
            }
        }
        if (isHinted(open, state) && open.question().equals(Worksheet.OPPORTUNITY)) {
            Blank lastYear = new Blank(Worksheet.LAST_YEAR, open.row());
            boolean isNothing = !FIGURE.matcher(words).matches()
                    && state.read(lastYear, words).isPresent();
            if (isNothing) {
                return Guess.surely(put(lastYear, words, state));
            }
        }
        boolean isBare = words.split(" ", -1).length <= BARE_WORDS_MAX
                && (FIGURE.matcher(words).matches() || isDay(words));
        return (isBare
                        ? value(open, words, state)
                        : person(open, behindComma(AND.matcher(words).replaceFirst("")), state))
                .map(Guess::probably)
                .or(() -> isBare && DURATION.matcher(words).matches() ? Optional.of(spent(words)) : Optional.empty())
                .or(() -> isBare && DAY_WORDS.matcher(words).matches() ? later(words, state) : Optional.empty())
                .orElse(Guess.NO);
    }

    /** A day answers no question for words: it may be when to go on. */
    private static Optional<Guess> later(String words, ConversationState state) {
        return new Moments(state)
                .read(words.toLowerCase(Locale.ROOT))
                .map(moment -> Guess.perhaps(new Meaning.Later(Optional.of(moment))));
    }

    /** A length of time alone answers no question for words: it may be time to log. */
    private static Guess spent(String words) {
        return Guess.perhaps(new Meaning.Job(Meaning.Job.Kind.TIME_ON_WHAT, words));
    }

    private static boolean isHinted(Blank open, ConversationState state) {
        return state.plan().filter(plan -> !plan.hint(open).isEmpty()).isPresent();
    }

    private static boolean isDay(String words) {
        return DAY_WORDS
                        .matcher(DateTranslator.inEnglish(words.toLowerCase(Locale.ROOT)))
                        .matches()
                || FIGURE.matcher(words).matches();
    }

    // ── Values ───────────────────────────────────────────────────────────────────────────────────────────

    private static Optional<Meaning> value(Blank open, String words, ConversationState state) {
        return candidates(open, state).stream()
                .filter(blank -> !Kinds.takesWords(blank) && !Kinds.isYesNo(blank) && saysItsKind(blank, words))
                .flatMap(blank -> value(blank, blank.question().readKept(words, state.situation(blank)), words, state))
                .findFirst();
    }

    /** What may be one of several there, "after the holidays", is for that question to ask about. */
    private static Stream<Meaning> value(Blank blank, Reading<String> reading, String words, ConversationState state) {
        return reading.isClear()
                ? Stream.of(put(blank, words, state))
                : reading.choices().isEmpty() ? Stream.empty() : Stream.of(put(blank, "", state));
    }

    /** A bare number may be anything, words too: it has to say what it is. */
    private static boolean saysItsKind(Blank blank, String words) {
        boolean isMoney = MONEY.matcher(words).matches();
        boolean isPercent = PERCENTAGE.matcher(words).matches();
        boolean isTime = TIME.matcher(words).matches();
        if (blank.question().equals(Worksheet.PROBABILITY) || blank.question().equals(Worksheet.GROSS_MARGIN)) {
            return isPercent;
        }
        if (blank.question().equals(Worksheet.TIME_SPENT) || blank.question().equals(Worksheet.HOURS_REQUIRED)) {
            return isTime;
        }
        return Kinds.isDate(blank)
                ? isDay(words) && !isMoney && !isPercent && !isTime && !words.matches("\\d+")
                : isMoney;
    }

    /** The date of the same row. */
    static Optional<Blank> dateBeside(Blank open, ConversationState state) {
        return inRow(open, state).filter(Kinds::isDate).findFirst();
    }

    /** Where it may belong, the likeliest first: before, next, in the same row, and what was answered a little earlier. */
    private static Set<Blank> candidates(Blank open, ConversationState state) {
        List<Blank> order = state.blanks();
        int at = order.indexOf(open);
        List<Blank> last = CorrectionSense.lastAnswers(state);
        Set<Blank> candidates = new LinkedHashSet<>();
        List<Blank> inRow = inRow(open, state).toList();
        last.stream()
                .limit(1)
                .filter(blank -> inRow.isEmpty() || blank.row() == open.row())
                .forEach(candidates::add);
        if (at >= 0 && at + 1 < order.size() && inRow.isEmpty()) {
            candidates.add(order.get(at + 1));
        }
        candidates.addAll(inRow);
        if (inRow.isEmpty()) {
            candidates.addAll(last);
        }
        candidates.remove(open);
        return candidates;
    }

    /** The other blanks of the row, whether they are asked already or not: those before from the nearest on, then those behind. */
    private static Stream<Blank> inRow(Blank open, ConversationState state) {
        if (open.isAnother() || open.isRemoval() || open.table().isEmpty()) {
            return Stream.empty();
        }
        List<Question<?>> columns = new ArrayList<>(open.table().get().columns());
        int at = columns.indexOf(open.question());
        Collections.reverse(columns.subList(0, Math.max(0, at)));
        return columns.stream()
                .filter(column -> column.isAsked(state.plan().orElseThrow()))
                .map(column -> new Blank(column, open.row()))
                .filter(blank -> !blank.equals(open));
    }

    // ── People ───────────────────────────────────────────────────────────────────────────────────────────

    private static Optional<Meaning> person(Blank open, String words, ConversationState state) {
        Plan plan = state.plan().orElseThrow();
        boolean isKnown = Contact.all(plan).stream().anyMatch(contact -> isName(contact.name(plan), words));
        boolean isNew = PERSON.matcher(words).matches() && PersonNames.hasPosition(words);
        if (Kinds.isPerson(open) || (!isKnown && !isNew)) {
            return Optional.empty();
        }
        Optional<Blank> contact = isKnown
                ? inRow(open, state)
                        .filter(blank -> blank.question().equals(Worksheet.ACTION_CONTACT))
                        .findFirst()
                : Optional.empty();
        return contact.or(() -> corrected(open, words, state))
                .or(() -> nextRow(open, plan))
                .map(blank -> put(blank, words, state));
    }

    private static String behindComma(String words) {
        Matcher matcher = POSITION_BEHIND.matcher(words);
        return matcher.matches()
                ? matcher.group(1) + ", "
                        + Optional.ofNullable(matcher.group(2)).orElse(matcher.group(3))
                : words;
    }

    private static boolean isName(String name, String words) {
        return name.equalsIgnoreCase(words) || name.split(" ", 2)[0].equalsIgnoreCase(words);
    }

    /** The person of this row, by the same name with another position. */
    private static Optional<Blank> corrected(Blank open, String words, ConversationState state) {
        Plan plan = state.plan().orElseThrow();
        List<Blank> heads =
                new ArrayList<>(inRow(open, state).filter(Kinds::isPerson).toList());
        return heads.stream()
                .filter(head -> plan.kept(head)
                        .filter(kept -> words.contains(",")
                                && kept.split(", ", 2)[0].equalsIgnoreCase(words.split(", ?", 2)[0]))
                        .isPresent())
                .findFirst();
    }

    private static Optional<Blank> nextRow(Blank open, Plan plan) {
        return open.table()
                .filter(table -> Worksheet.ROLES.contains(table) && !plan.isFull(table))
                .map(table -> new Blank(table.first(), plan.nextRow(table)));
    }

    private static Meaning put(Blank blank, String words, ConversationState state) {
        boolean isAnswered = state.plan().flatMap(plan -> plan.kept(blank)).isPresent();
        return new Put(isAnswered ? How.CORRECT : How.FILL, blank, words);
    }
}
