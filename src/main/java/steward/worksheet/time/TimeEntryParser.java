package steward.worksheet.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import steward.worksheet.questions.Reading;
import steward.worksheet.text.TypedText;
import steward.worksheet.time.TypedTimeEntry.Mark;
import steward.worksheet.time.TypedTimeEntry.Word;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Notation;

/** Parses the words of a time entry: looks for names first, then days, kinds and times, each the longest run of words that reads as one. */
final class TimeEntryParser {

    private static final int RUN_WORDS_MAX = 6;

    private final LocalDate today;
    private final Notation notation;
    private final Predicate<String> isName;
    private final List<String> words;
    private final List<String> plain;
    private final Mark[] marks;
    private final boolean[] taken;

    TimeEntryParser(String said, LocalDate today, Notation notation, Predicate<String> isName) {
        this.today = today;
        this.notation = notation;
        this.isName = isName;
        this.words = Arrays.stream(TypedText.strip(said).split("[\\s\\h]+", 0))
                .filter(word -> !word.isEmpty())
                .toList();
        this.plain = words.stream().map(TimeEntryParser::bare).toList();
        this.marks = new Mark[words.size()];
        this.taken = new boolean[words.size()];
        Arrays.fill(marks, Mark.OTHER);
    }

    static boolean isKind(String words) {
        return TimeWords.KIND.matcher(TypedText.plain(words)).matches();
    }

    TypedTimeEntry scan() {
        List<Run> names = runs((from, length) -> isName.test(original(from, length)));
        release(names);
        List<Run> days = runs(this::isDay);
        days.forEach(run -> mark(run, Mark.DAY));
        List<Run> kinds = runs(
                (from, length) -> TimeWords.KIND.matcher(text(from, length)).matches());
        kinds.forEach(run -> mark(run, Mark.KIND));
        List<Run> units = runs(this::isUnitSaid);
        List<Run> times = units.isEmpty() ? withoutUnit() : units;
        boolean isRange = times.stream().anyMatch(run -> isRangeOfClock(text(run)));
        times.forEach(run -> mark(run, Mark.TIME));
        boolean upkeep = kinds.stream()
                .anyMatch(run -> text(run).contains("upkeep") == !text(run).startsWith("no"));
        return new TypedTimeEntry(
                IntStream.range(0, words.size())
                        .mapToObj(i -> new Word(words.get(i), marks[i]))
                        .toList(),
                times.isEmpty() ? Optional.empty() : Optional.of(time(times)),
                times.stream()
                        .anyMatch(
                                run -> (!units.isEmpty() || isRange || text(run).contains(":")) && !isRepeated(run)),
                days.isEmpty() ? Optional.empty() : Optional.of(day(days)),
                kinds.isEmpty() ? Optional.empty() : Optional.of(upkeep));
    }

    /** Runs of words that nothing else has taken, the longest first. */
    private List<Run> runs(BiPredicate<Integer, Integer> wanted) {
        List<Run> found = new ArrayList<>();
        for (int length = Math.min(RUN_WORDS_MAX, words.size()); length > 0; length--) {
            for (int from = 0; from + length <= words.size(); from++) {
                Run run = new Run(from, length);
                boolean isFree = IntStream.range(from, from + length).noneMatch(i -> taken[i]);
                if (isFree && wanted.test(from, length)) {
                    found.add(run);
                    take(run);
                }
            }
        }
        return found;
    }

    private void take(Run run) {
        Arrays.fill(taken, run.from(), run.from() + run.length(), true);
    }

    private void mark(Run run, Mark mark) {
        Arrays.fill(marks, run.from(), run.from() + run.length(), mark);
    }

    private boolean isDay(int from, int length) {
        String text = text(from, length);
        boolean isWhatFor = from > 0
                && TimeWords.FOR.contains(plain.get(from - 1))
                && !TimeWords.WAS.matcher(text).matches();
        return !isWhatFor
                && !isPartOfHour(from, length)
                && !isWord(from, length)
                && PastDays.read(text, today, notation).isPresent();
    }

    /** Whether it is a word like any other with what follows it. */
    private boolean isWord(int from, int length) {
        int next = from + length;
        String text = text(from, length);
        boolean isLast = next == words.size()
                || taken[next]
                || !Character.isLetter(words.get(next).codePointAt(0))
                || !Character.isLetterOrDigit(
                        words.get(next - 1).codePointBefore(words.get(next - 1).length()))
                || TimeWords.KIND.matcher(text(next, 1)).matches();
        if (isLast || (from > 0 && plain.get(from - 1).equals("on"))) {
            return false;
        }
        boolean isSmall = Character.isLowerCase(words.get(from).codePointAt(0));
        return TimeWords.ORDINAL.matcher(text).matches()
                || (TimeWords.WORDLIKE.matcher(text).matches()
                        && (isSmall || TimeWords.WHERE.contains(plain.get(next))));
    }

    /** "1/2 hours" are no day in January or February. */
    private boolean isPartOfHour(int from, int length) {
        return length == 1
                && from + 1 < words.size()
                && TimeWords.PART_OF_HOUR.matcher(text(from, 2)).matches();
    }

    private boolean isUnitSaid(int from, int length) {
        return TimeWords.UNIT_SAID.matcher(text(from, length)).matches()
                && !TimeWords.MILLIONS
                        .matcher(String.join(" ", words.subList(from, from + length)))
                        .matches();
    }

    /** A time as a clock shows it; or else a number alone, where it can hardly be anything else. */
    private List<Run> withoutUnit() {
        List<Run> ranges =
                runs((from, length) -> ClockRange.isOne(text(from, length)) && mayBeTime(from, from + length - 1));
        if (!ranges.isEmpty()) {
            return ranges;
        }
        List<Run> others = runs((from, length) ->
                TimeWords.OTHER_UNIT.matcher(text(from, length)).matches());
        if (!others.isEmpty()) {
            return others;
        }
        List<Run> clocks = runs(
                (from, length) -> TimeWords.CLOCK.matcher(text(from, length)).matches()
                        && (from == 0 || !plain.get(from - 1).equals("at")));
        if (!clocks.isEmpty()) {
            return clocks;
        }
        return runs((from, length) -> length == 1
                && TimeWords.BARE.matcher(plain.get(from)).matches()
                && mayBeTime(from, from)
                && (from + 1 == words.size()
                        || !TimeWords.COUNTED.matcher(plain.get(from + 1)).matches()));
    }

    /** Whether words stand where a time does, which is not behind "at". */
    private boolean mayBeTime(int first, int last) {
        boolean isAtEdge = first <= 1
                || last == words.size() - 1
                || taken[first - 1]
                || marks[last + 1] == Mark.DAY
                || marks[last + 1] == Mark.KIND;
        return isAtEdge && (first == 0 || !plain.get(first - 1).equals("at"));
    }

    private Reading<Hours> time(List<Run> times) {
        if (times.size() > 1) {
            return Reading.unclear("I see two times. Put a comma between two entries, like `Acme 2h, Delta 45m`.");
        }
        Run run = times.get(0);
        if (TimeWords.OTHER_UNIT.matcher(text(run)).matches()) {
            return Reading.unclear("How many hours is that? The log takes hours and minutes, like `6h` or `45 min`.");
        }
        return isRepeated(run)
                ? Reading.unclear("The log takes the time of one day, like `2h Tue`.")
                : SpentTime.hours(text(run), notation);
    }

    /** Whether it is said of every week or the like. */
    private boolean isRepeated(Run run) {
        int end = run.from() + run.length();
        return TimeWords.PERIOD.matcher(text(end, words.size() - end)).matches();
    }

    private Reading<LocalDate> day(List<Run> days) {
        return days.size() > 1
                ? Reading.unclear("I see two days. Put a comma between two entries, like `Acme 2h Mon, Acme 1h Tue`.")
                : PastDays.read(text(days.get(0)), today, notation).orElseThrow();
    }

    /** A name that is the word for a kind of time too is one of them only if it stands there twice: "upkeep UpKeep". */
    private void release(List<Run> names) {
        List<Run> kinds = names.stream()
                .filter(run -> TimeWords.KIND.matcher(text(run)).matches())
                .sorted(Comparator.comparingInt(Run::from))
                .toList();
        kinds.stream()
                .limit(Math.max(0, kinds.size() - 1))
                .forEach(run -> Arrays.fill(taken, run.from(), run.from() + run.length(), false));
    }

    private static boolean isRangeOfClock(String text) {
        return ClockRange.read(text)
                .filter(read -> read.either(hours -> true, hint -> false))
                .isPresent();
    }

    /** A word without what stands around it; the dot behind a date such as "28.11." belongs to it. */
    private static String bare(String word) {
        String plain = TypedText.plain(word);
        return TimeWords.DOTTED.matcher(word).matches()
                ? word
                : TimeWords.AROUND.matcher(plain).replaceAll("");
    }

    private String text(Run run) {
        return text(run.from(), run.length());
    }

    private String text(int from, int length) {
        return String.join(" ", plain.subList(from, from + length));
    }

    private String original(int from, int length) {
        return String.join(" ", words.subList(from, from + length)).toLowerCase(Locale.ROOT);
    }

    /** Some words in a row. */
    private record Run(int from, int length) {}
}
