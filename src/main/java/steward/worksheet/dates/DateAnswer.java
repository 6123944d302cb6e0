package steward.worksheet.dates;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.TypedText;

/** A day from today up to a limit, as reps write it: "12 Mar", "next Friday", "in 2 weeks", "end of June". */
public final class DateAnswer implements Answer<LocalDate> {

    /** How every hint about a date ends. */
    static final String EXAMPLE = "like `12 Mar` or `next Friday`.";

    private static final int LENGTH_MAX = 60;
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final Pattern PUNCTUATION = Pattern.compile("[,()]+| {2,}");
    private static final Pattern BEFORE = Pattern.compile("^ ?(?:(?!(?:by|until|till) (?:(?:the|next) )?"
            + Seasons.SEASON + ")(?:(?:due|by|on|until|till|around|about|say|no later than|latest|eod|cob) |~))+");
    private static final Pattern BEHIND = Pattern.compile(
            "(?:(?: at)? (?:noon|\\d{1,2}(?::\\d{2})? ?[ap]m|\\d{1,2}:\\d{2})| latest| at the latest| eod| cob| please| )$");

    private final Function<Situation, LocalDate> latest;
    private final String limit;

    /**
     * @param latest the last day it may be
     * @param limit what that day is called at the start of a sentence: "Day 90"
     */
    public DateAnswer(Function<Situation, LocalDate> latest, String limit) {
        this.latest = latest;
        this.limit = limit;
    }

    /** A day as a quick answer. */
    public static Choice choice(LocalDate day) {
        return new Choice(english(day), day.toString());
    }

    public static String english(LocalDate date) {
        return SHOWN.format(date);
    }

    @Override
    public Reading<LocalDate> read(String said, Situation situation) {
        return anyDay(said, situation).then(day -> withinLimits(day, situation));
    }

    /** A day as it is written, whether it may be the answer or not. */
    public static Reading<LocalDate> anyDay(String said, Situation situation) {
        String plain = TypedText.plain(said);
        if (plain.length() > LENGTH_MAX) {
            return Reading.unclear("That is a lot of words for a date. I need just the day, " + EXAMPLE);
        }
        String date = bare(DateTranslator.inEnglish(plain));
        return DateFormats.read(date, situation)
                .or(() -> RelativeDates.read(date, situation))
                .or(() -> Seasons.read(date, situation))
                .or(() -> FiscalYears.read(date, situation))
                .orElseGet(() -> Reading.unclear("I need a day, " + EXAMPLE));
    }

    private static String bare(String plain) {
        String spaced = PUNCTUATION.matcher(plain).replaceAll(" ");
        String single = PUNCTUATION.matcher(spaced).replaceAll(" ");
        return BEHIND.matcher(BEFORE.matcher(single).replaceFirst(""))
                .replaceFirst("")
                .strip();
    }

    private Reading<LocalDate> withinLimits(LocalDate day, Situation situation) {
        if (day.isBefore(situation.today())) {
            return Reading.unclear("That was " + ago(day, situation.today()) + ". Pick a day from today on.");
        }
        LocalDate last = latest.apply(situation);
        return day.isAfter(last)
                ? Reading.unclear(limit + " is " + english(last) + "; pick a day up to then.")
                : Reading.clear(day);
    }

    private static String ago(LocalDate day, LocalDate today) {
        if (day.equals(today.minusDays(1))) {
            return "yesterday";
        }
        return day.isBefore(today.minusWeeks(1))
                ? english(day) + ", which is past"
                : "last " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    @Override
    public String shown(LocalDate day, Situation situation) {
        return english(day);
    }

    @Override
    public String kept(LocalDate day) {
        return day.toString();
    }

    @Override
    public LocalDate restored(String kept) {
        return LocalDate.parse(kept);
    }

    @Override
    public boolean isDate() {
        return true;
    }
}
