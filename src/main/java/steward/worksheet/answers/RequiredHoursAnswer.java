package steward.worksheet.answers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.TypedText;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Percent;

/** The hours that winning will take: an amount of time, or a share of the hours a year that the account takes, like "50%". */
public final class RequiredHoursAnswer implements Answer<Hours> {

    private static final Pattern SHARE = Pattern.compile(".*\\d ?(?:%|percent|per cent|pct)");

    /** "50% of that", "half of the time". */
    private static final Pattern OF_THE_YEAR = Pattern.compile(
            "(?: of (?:that|it|them|those|these|all|this|(?:that |it |the |those |my |our )?(?:time|hours|year|total|\\d{1,5} ?h(?:ours)?)(?: a year)?))$");

    private static final int LENGTH_MAX = 60;

    /** What a button says, typed: "50%: 78 h". */
    private static final Pattern SHARE_AND_HOURS = Pattern.compile("^[\\d.,]{1,8} ?%: (?=.*\\d)");

    private static final HoursAnswer HOURS = HoursAnswer.required();
    private static final PercentAnswer PERCENT = new PercentAnswer();

    private final Function<Situation, Optional<Hours>> aYear;

    /** Shares are taken of the hours that {@code aYear} finds on the worksheet. */
    public RequiredHoursAnswer(Function<Situation, Optional<Hours>> aYear) {
        this.aYear = aYear;
    }

    @Override
    public Reading<Hours> read(String said, Situation situation) {
        String plain = TypedText.plain(said);
        String part = plain.length() <= LENGTH_MAX ? OF_THE_YEAR.matcher(plain).replaceFirst("") : "";
        return SHARE.matcher(part).matches() || Fraction.read(part).isPresent()
                ? PERCENT.read(part, situation).then(percent -> share(percent, situation))
                : HOURS.read(SHARE_AND_HOURS.matcher(said.strip()).replaceFirst(""), situation);
    }

    private Reading<Hours> share(Percent percent, Situation situation) {
        Optional<Hours> whole = aYear.apply(situation).filter(Hours::isPositive);
        if (whole.isEmpty()) {
            return Reading.unclear(
                    "I don't know yet how much time you spend on this account, so I need the hours, like `40`.");
        }
        Hours hours = of(percent, whole.orElseThrow());
        return hours.isPositive()
                ? HOURS.read(hours.minutes() + " min", situation)
                : Reading.unclear("That is less than a minute. I need the hours, like `40`.");
    }

    /** A share of so many hours, to the minute. */
    public static Hours of(Percent percent, Hours whole) {
        return new Hours(percent.factor()
                .multiply(BigDecimal.valueOf(whole.minutes()))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    @Override
    public String shown(Hours hours, Situation situation) {
        return HOURS.shown(hours, situation);
    }

    @Override
    public String kept(Hours hours) {
        return HOURS.kept(hours);
    }

    @Override
    public Hours restored(String kept) {
        return HOURS.restored(kept);
    }
}
