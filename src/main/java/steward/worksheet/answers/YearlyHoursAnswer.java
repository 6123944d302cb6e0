package steward.worksheet.answers;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.TypedText;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Notation;
import steward.worksheet.values.YearlyHours;

/** Time spent over and over, by the week, month or year: "3h a week", "12 hours monthly", "150/yr". */
public final class YearlyHoursAnswer implements Answer<YearlyHours> {

    private static final int LENGTH_MAX = 100;
    private static final Hours MAX = Hours.of(8_760);
    private static final String EXAMPLE = "like `3h a week`";

    @Override
    public Reading<YearlyHours> read(String said, Situation situation) {
        String plain = TypedText.plain(said);
        if (plain.length() > LENGTH_MAX) {
            return Reading.unclear("That is a lot of words for an amount of time. I need just that, " + EXAMPLE + ".");
        }
        List<Period> periods = Arrays.stream(Period.values())
                .filter(period -> period.named.matcher(plain).find())
                .toList();
        return switch (periods.size()) {
            case 0 -> Reading.unclear("Is that per week, month or year? Say it " + EXAMPLE + ".");
            case 1 -> read(plain, periods.get(0), situation.notation());
            default ->
                Reading.unclear("I see more than one period. Week, month or year: any one will do, " + EXAMPLE + ".");
        };
    }

    private static Reading<YearlyHours> read(String plain, Period period, Notation notation) {
        String time = period.named.matcher(plain).replaceAll(" ").strip();
        return TimeSpan.read(time, notation, EXAMPLE).then(span -> {
            Hours hours = new Hours(span.minutes() * period.timesAYear);
            return hours.compareTo(MAX) > 0
                    ? Reading.unclear("A year has only 8,760 hours. I need fewer, " + EXAMPLE + ".")
                    : Reading.clear(new YearlyHours(hours.minutes()));
        });
    }

    @Override
    public String shown(YearlyHours hours, Situation situation) {
        return hours.shown(situation.notation());
    }

    @Override
    public String kept(YearlyHours hours) {
        return Long.toString(hours.minutes());
    }

    @Override
    public YearlyHours restored(String kept) {
        return new YearlyHours(Long.parseLong(kept));
    }

    private enum Period {
        WEEK(YearlyHours.WEEKS_A_YEAR, "weeks?|weekly|wks?|w|p\\.?w"),
        MONTH(YearlyHours.MONTHS_A_YEAR, "months?|monthly|mth|mo"),
        YEAR(1, "years?|yearly|yrs?|y|annum|annual|annually|p\\.?a");

        private final int timesAYear;
        private final Pattern named;

        Period(int timesAYear, String names) {
            this.timesAYear = timesAYear;
            // With the little words that tie it to the time: "a week", "throughout the year", "/yr".
            this.named = Pattern.compile(
                    " ?(?:/ ?|\\b(?:(?:in|over|throughout|during) )?(?:a|per|each|every|the|this|the whole) )?\\b(?:"
                            + names + ")\\b[.,: ]*");
        }
    }
}
