package steward.worksheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import steward.worksheet.dates.CalendarWords;
import steward.worksheet.dates.DateAnswer;
import steward.worksheet.dates.Seasons;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.NumberWords;
import steward.worksheet.text.TypedText;

/**
 * The day by which an action is due, in its words: only one that ends them or follows "by", "on" or "due". The 30 days of a trial and the
 * Friday of a meeting are something else.
 *
 * @param day the day
 * @param from where in the words it begins, counted from 0
 * @param isEnd whether nothing follows it
 */
record DueWords(LocalDate day, int from, boolean isEnd) {

    private static final int WORDS_MAX = 6;

    /** Shorter ones are seldom a day, but for a quarter. */
    private static final int LETTERS_MIN = 4;

    private static final Set<String> LEADS = Set.of("by", "on", "due");

    private static final Pattern QUARTER = Pattern.compile("q[1-4]");
    private static final Pattern WEEKDAY = Pattern.compile("(?:" + CalendarWords.WEEKDAY + ")");
    private static final Pattern DURATION = Pattern.compile("(?:about )?(?:\\d{1,3}|" + NumberWords.WORD
            + ") ?(?:(?:working |business )?days?|weeks?|months?|quarters?|years?)");

    /** In the middle of a sentence these are the second draft, and the campaign in May. */
    private static final Pattern PERHAPS_A_THING =
            Pattern.compile("(?:the )?\\d{1,2}(?:st|nd|rd|th)|" + CalendarWords.MONTH);

    /** Finds it; empty if the words name none, also where the last of them are a name. */
    static Optional<DueWords> find(List<String> words, Predicate<String> isName, Situation situation) {
        return atEnd(words, isName, situation).or(() -> led(words, situation));
    }

    private static Optional<DueWords> atEnd(List<String> words, Predicate<String> isName, Situation situation) {
        int end = words.size();
        return IntStream.range(Math.max(0, end - WORDS_MAX), end)
                .filter(from -> !isName.test(text(words, from, end)))
                .mapToObj(from -> day(words, from, end, situation).map(day -> new DueWords(day, from, true)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<DueWords> led(List<String> words, Situation situation) {
        return IntStream.range(1, words.size())
                .filter(from -> LEADS.contains(TypedText.plain(words.get(from - 1))))
                .boxed()
                .flatMap(from -> ledFrom(from, words, situation))
                .findFirst();
    }

    private static Stream<DueWords> ledFrom(int from, List<String> words, Situation situation) {
        int last = Math.min(words.size(), from + WORDS_MAX);
        return IntStream.iterate(last, end -> end > from, end -> end - 1)
                .filter(end -> !PERHAPS_A_THING.matcher(text(words, from, end)).matches())
                .mapToObj(end -> day(words, from, end, situation))
                .flatMap(Optional::stream)
                .limit(1)
                .map(day -> new DueWords(day, from, false));
    }

    private static Optional<LocalDate> day(List<String> words, int from, int end, Situation situation) {
        String text = text(words, from, end);
        boolean isLed = from > 0 && LEADS.contains(TypedText.plain(words.get(from - 1)));
        boolean isLongEnough = text.length() >= LETTERS_MIN
                || QUARTER.matcher(text).matches()
                || (isLed && WEEKDAY.matcher(text).matches());
        return isLongEnough && !Seasons.isBare(text) && !DURATION.matcher(text).matches()
                ? DateAnswer.anyDay(text, situation).either(Optional::of, hint -> Optional.empty())
                : Optional.empty();
    }

    private static String text(List<String> words, int from, int end) {
        return TypedText.plain(String.join(" ", words.subList(from, end)));
    }
}
