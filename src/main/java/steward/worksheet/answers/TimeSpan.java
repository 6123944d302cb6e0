package steward.worksheet.answers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.worksheet.questions.Reading;
import steward.worksheet.text.NumberWords;
import steward.worksheet.text.Numeral;
import steward.worksheet.text.TypedText;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Notation;

/**
 * Hours and minutes as reps type them: "1h30", "90 min", "half an hour", or a bare number, which means hours.
 *
 * @param minutes more than 0, to the nearest minute
 * @param isBare no unit was said, so whoever asked may doubt that hours are meant
 */
record TimeSpan(long minutes, boolean isBare) {

    private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(Hours.MINUTES_AN_HOUR);
    /** Far above what any question takes, and far below what would overflow. */
    private static final BigDecimal MINUTES_MAX = BigDecimal.TEN.pow(12);

    private static final int LENGTH_MAX = 60;

    private static final String HOURS = " ?(?:h|hr|hrs|hour|hours)";
    private static final String MINUTES = " ?(?:m|min|mins|minute|minutes)";
    private static final String NUMBER = "(" + Numeral.RUN + ")";

    private static final Pattern SOFTENER =
            Pattern.compile("^(?:about|around|roughly|approx|approximately|say|maybe|~) ?");
    private static final Pattern QUARTERS =
            Pattern.compile("(?:a )?(half|quarter|three[ -]quarters|½|¼|¾|1/[24]|3/4)(?: of)?(?: an)? ?h(?:our)?");
    private static final Pattern AND_QUARTERS =
            Pattern.compile(NUMBER + "(?: ?(½|¼|¾)| (1/[24]|3/4))(?:" + HOURS + ")?");
    private static final Pattern AND_A_HALF =
            Pattern.compile(NUMBER + "(?: and a half" + HOURS + "|" + HOURS + " and a half)");
    /** How long that is in hours is for the rep to say. */
    private static final Pattern OTHER_UNIT = Pattern.compile("(?:half (?:an? )?|[\\d.,½]++ ?|(?:" + NumberWords.WORD
            + ") ){1,3}(?:working |business )?(?:days?|weeks?|months?)");

    private static final Pattern CLOCK = Pattern.compile(NUMBER + ":(\\d\\d)(?:" + HOURS + ")?");
    private static final Pattern HOURS_AND_MINUTES =
            Pattern.compile(NUMBER + HOURS + ",? ?(?:and )?(\\d{1,2})(?:" + MINUTES + ")?");
    private static final Pattern HOURS_ALONE = Pattern.compile(NUMBER + HOURS);
    private static final Pattern MINUTES_ALONE = Pattern.compile(NUMBER + MINUTES);
    private static final Pattern RANGE = Pattern.compile("(?:between |from )?" + NUMBER + "(?:" + HOURS + "|" + MINUTES
            + ")?(?: ?- ?| (?:to|or|and) )" + NUMBER + "(?:" + HOURS + "|" + MINUTES + ")?");
    private static final Pattern NUMBER_WORD = Pattern.compile("\\b(?:" + NumberWords.WORD + ")\\b(?! half| quarter)");

    /** Reads {@linkplain TypedText#plain plain} text; the example ends the hint. */
    static Reading<TimeSpan> read(String plain, Notation notation, String example) {
        if (plain.startsWith("-") || plain.startsWith("minus ")) {
            return Reading.unclear("Time can't be below zero. I need an amount of time, " + example + ".");
        }
        if (plain.length() > LENGTH_MAX) {
            return Reading.unclear("That is a lot of words for an amount of time. I need just that, " + example + ".");
        }
        String text = SOFTENER.matcher(plain).replaceFirst("");
        Matcher quarters = QUARTERS.matcher(text);
        if (quarters.matches()) {
            return Reading.clear(new TimeSpan(quarterMinutes(quarters.group(1)), false));
        }
        if (OTHER_UNIT.matcher(text).matches()) {
            return Reading.unclear(
                    "I can't tell how many hours " + text + " is to you. I need one amount of time, " + example + ".");
        }
        String digits = NUMBER_WORD.matcher(text).replaceAll(word -> String.valueOf(NumberWords.value(word.group())));
        return inDigits(digits, notation, example);
    }

    private static long quarterMinutes(String quarters) {
        return switch (quarters) {
            case "half", "½", "1/2" -> 30;
            case "quarter", "¼", "1/4" -> 15;
            default -> 45;
        };
    }

    private static Reading<TimeSpan> inDigits(String text, Notation notation, String example) {
        Matcher minutes = MINUTES_ALONE.matcher(text);
        if (minutes.matches()) {
            return whole(Numeral.readSmall(minutes.group(1), notation), false, example);
        }
        Matcher clock = CLOCK.matcher(text);
        Matcher both = clock.matches() ? clock : HOURS_AND_MINUTES.matcher(text);
        if (both.matches()) {
            return Integer.parseInt(both.group(2)) < Hours.MINUTES_AN_HOUR
                    ? whole(sum(both.group(1), both.group(2), notation), false, example)
                    : Reading.unclear("An hour has only 60 minutes. I need an amount of time, " + example + ".");
        }
        Matcher quarters = AND_QUARTERS.matcher(text);
        if (quarters.matches()) {
            String part = quarters.group(2) == null ? quarters.group(3) : quarters.group(2);
            return whole(sum(quarters.group(1), String.valueOf(quarterMinutes(part)), notation), false, example);
        }
        Matcher half = AND_A_HALF.matcher(text);
        if (half.matches()) {
            return whole(sum(half.group(1), "30", notation), false, example);
        }
        if (RANGE.matcher(text).matches()) {
            return Reading.unclear("I see two amounts. Pick one amount of time, " + example + ".");
        }
        Matcher hours = HOURS_ALONE.matcher(text);
        boolean isBare = !hours.matches();
        Optional<BigDecimal> number = Numeral.readSmall(isBare ? text : hours.group(1), notation);
        return whole(number.map(MINUTES_AN_HOUR::multiply), isBare, example);
    }

    /** Empty where the hours are no whole number: "1.5h30" says two things. */
    private static Optional<BigDecimal> sum(String hours, String minutes, Notation notation) {
        return Numeral.read(hours, notation)
                .filter(number -> number.scale() == 0)
                .map(number -> number.multiply(MINUTES_AN_HOUR).add(new BigDecimal(minutes)));
    }

    private static Reading<TimeSpan> whole(Optional<BigDecimal> minutes, boolean isBare, String example) {
        if (minutes.isEmpty()) {
            return Reading.unclear("I need one amount of time, " + example + ".");
        }
        BigDecimal rounded = minutes.orElseThrow().setScale(0, RoundingMode.HALF_UP);
        if (rounded.signum() == 0) {
            return Reading.unclear("That is no time at all. I need an amount of time, " + example + ".");
        }
        return rounded.compareTo(MINUTES_MAX) > 0
                ? Reading.unclear("That is more time than there is. I need an amount of time, " + example + ".")
                : Reading.clear(new TimeSpan(rounded.longValueExact(), isBare));
    }
}
