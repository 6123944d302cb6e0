package steward.worksheet.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import steward.worksheet.questions.Reading;
import steward.worksheet.text.NumberWords;
import steward.worksheet.text.TypedText;
import steward.worksheet.time.TypedTimeEntry.Mark;
import steward.worksheet.time.TypedTimeEntry.Word;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Notation;

/** Parses the words of a time entry: looks for names first, then days, kinds and times, each the longest run of words that reads as one. */
final class TimeEntryParser {

    private static final int RUN_WORDS_MAX = 6;

    private static final String NUMBER = "(?:\\d+(?:[.,]\\d+)?|[.,]\\d+|" + NumberWords.WORD + ")";
    private static final String H = " ?(?:h|hr|hrs|hour|hours)";
    private static final String MIN = " ?(?:min|mins|minute|minutes)";
    private static final String M = " ?(?:m|min|mins|minute|minutes)";
    private static final Pattern UNIT_SAID = Pattern.compile("(?:-|minus )?(?:(?:about|around|roughly|approx|~) ?)?(?:"
            + String.join(
                    "|",
                    NUMBER + H + "(?:\\d{1,2}(?:" + M + ")?|,? ?(?:and )?\\d{1,2}" + M + "|,? ?(?:and )?[0-9][05])?",
                    NUMBER + MIN,
                    "\\d{1,4} ?m",
                    NUMBER + "(?: ?[½¼¾] ?| 1/[24] ?| 3/4 ?| and a half)" + H,
                    NUMBER + "(?: ?[½¼¾]| 1/[24]| 3/4)",
                    NUMBER + H + " and a half",
                    NUMBER + "(?:" + H + "|" + M + ")?(?: ?- ?| to | or )" + NUMBER + "(?:" + H + "|" + M + ")",
                    "\\d{1,3}:\\d\\d" + H,
                    "(?:a )?(?:half|quarter|three[ -]quarters|½|¼|¾|1/[24]|3/4)(?: of)?(?: an)? ?h(?:our)?")
            + ")");
    /** What a rep writes so is an amount of money. */
    private static final Pattern MILLIONS = Pattern.compile("\\S*\\d ?M\\S*");

    private static final Pattern PART_OF_HOUR = Pattern.compile("(?:1/[24]|3/4)" + H);
    private static final Pattern CLOCK = Pattern.compile("-?\\d{1,3}:\\d\\d");
    private static final Pattern BARE = Pattern.compile("-?(?:\\d+(?:[.,]\\d+)?|[.,]\\d+)");
    private static final Pattern KIND = Pattern.compile("#?(?:upkeep|growth)");
    private static final Pattern PERIOD = Pattern.compile(
            "(?:(?:a|per|each|every) (?:day|week|month|year)|daily|weekly|monthly|yearly|/ ?\\w+)(?: .*)?");
    private static final Pattern WAS = Pattern.compile("yesterday|today|last .*|.* ago");

    /** A day after one of these is what the time was for, not when it was spent. */
    private static final Set<String> FOR = Set.of("for", "about", "re", "until", "by", "before", "after");

    private static final Pattern AROUND = Pattern.compile("^[\\[({\"'“‘,;:]+|[\\])}\"'”’,;:.!?]+$");

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
        this.plain = words.stream()
                .map(word -> AROUND.matcher(TypedText.plain(word)).replaceAll(""))
                .toList();
        this.marks = new Mark[words.size()];
        this.taken = new boolean[words.size()];
        Arrays.fill(marks, Mark.OTHER);
    }

    TypedTimeEntry scan() {
        runs((from, length) -> isName.test(original(from, length))).forEach(this::take);
        List<Run> days = runs(this::isDay);
        days.forEach(run -> mark(run, Mark.DAY));
        List<Run> kinds =
                runs((from, length) -> KIND.matcher(text(from, length)).matches());
        kinds.forEach(run -> mark(run, Mark.KIND));
        List<Run> units = runs(this::isUnitSaid);
        List<Run> times = units.isEmpty() ? withoutUnit() : units;
        times.forEach(run -> mark(run, Mark.TIME));
        boolean upkeep = kinds.stream().anyMatch(run -> text(run).contains("upkeep"));
        return new TypedTimeEntry(
                IntStream.range(0, words.size())
                        .mapToObj(i -> new Word(words.get(i), marks[i]))
                        .toList(),
                times.isEmpty() ? Optional.empty() : Optional.of(time(times)),
                times.stream().anyMatch(run -> (!units.isEmpty() || text(run).contains(":")) && !isRepeated(run)),
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
                && FOR.contains(plain.get(from - 1))
                && !WAS.matcher(text).matches();
        return !isWhatFor
                && !isPartOfHour(from, length)
                && PastDays.read(text, today, notation).isPresent();
    }

    /** "1/2 hours" are no day in January or February. */
    private boolean isPartOfHour(int from, int length) {
        return length == 1
                && from + 1 < words.size()
                && PART_OF_HOUR.matcher(text(from, 2)).matches();
    }

    private boolean isUnitSaid(int from, int length) {
        return UNIT_SAID.matcher(text(from, length)).matches()
                && !MILLIONS.matcher(String.join(" ", words.subList(from, from + length)))
                        .matches();
    }

    /** A time as a clock shows it; or else a number alone, where it can hardly be anything else. */
    private List<Run> withoutUnit() {
        List<Run> ranges =
                runs((from, length) -> ClockRange.isOne(text(from, length)) && mayBeTime(from, from + length - 1));
        if (!ranges.isEmpty()) {
            return ranges;
        }
        List<Run> clocks =
                runs((from, length) -> CLOCK.matcher(text(from, length)).matches()
                        && (from == 0 || !plain.get(from - 1).equals("at")));
        if (!clocks.isEmpty()) {
            return clocks;
        }
        return runs(
                (from, length) -> length == 1 && BARE.matcher(plain.get(from)).matches() && mayBeTime(from, from));
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
        return isRepeated(run)
                ? Reading.unclear("The log takes the time of one day, like `2h Tue`.")
                : SpentTime.hours(text(run), notation);
    }

    /** Whether it is said of every week or the like. */
    private boolean isRepeated(Run run) {
        int end = run.from() + run.length();
        return PERIOD.matcher(text(end, words.size() - end)).matches();
    }

    private Reading<LocalDate> day(List<Run> days) {
        return days.size() > 1
                ? Reading.unclear("I see two days. Put a comma between two entries, like `Acme 2h Mon, Acme 1h Tue`.")
                : PastDays.read(text(days.get(0)), today, notation).orElseThrow();
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
