package steward.worksheet.answers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.Numeral;
import steward.worksheet.text.TypedText;
import steward.worksheet.values.Percent;

/** A percentage from 1 to 100, as reps write it: "60%", "60", "0.6". */
public final class PercentAnswer implements Answer<Percent> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final int LENGTH_MAX = 60;

    private static final Pattern FIFTY_FIFTY = Pattern.compile("(?<![\\d.,])50 ?- ?50(?![\\d.,])|fifty[ -]fifty");

    /** For and against: "60/40". With a dash between they are the ends of a range. */
    private static final Pattern ODDS =
            Pattern.compile("(?<![\\d.,])(?<pro>[1-9]\\d?) ?[/:] ?(?<against>[1-9]\\d?)(?![\\d.,])");

    private static final Pattern PERCENTAGE = Pattern.compile(
            "(?:about|around|roughly|approx|approximately|~|maybe|probably|say)? ?(?<number>" + Numeral.RUN
                    + ") ?(?<sign>%|percent|per cent|pct)?(?: (?:sure|likely|chance|probability|margin))?");

    @Override
    public Reading<Percent> read(String said, Situation situation) {
        String plain = TypedText.plain(said);
        if (plain.length() > LENGTH_MAX) {
            return notOne();
        }
        Optional<Fraction> fraction = Fraction.read(plain);
        if (fraction.isPresent()) {
            return share(fraction.orElseThrow());
        }
        Matcher percentage = PERCENTAGE.matcher(
                withoutOdds(FIFTY_FIFTY.matcher(TypedText.exact(plain)).replaceAll("50%")));
        if (!percentage.matches()) {
            return notOne();
        }
        boolean hasSign = percentage.group("sign") != null;
        return Numeral.readSmall(percentage.group("number"), situation.notation())
                .map(number -> hasSign ? percent(number) : bare(number))
                .orElseGet(() -> Reading.unclear("I can't read that number. I need a percentage, like `60%`."));
    }

    private static String withoutOdds(String text) {
        Matcher odds = ODDS.matcher(text);
        boolean isWhole =
                odds.find() && Integer.parseInt(odds.group("pro")) + Integer.parseInt(odds.group("against")) == 100;
        return isWhole ? odds.replaceFirst(odds.group("pro") + "%") : text;
    }

    private static Reading<Percent> share(Fraction fraction) {
        return fraction.isWholePercentage()
                ? percent(fraction.percent())
                : Reading.unclear(
                        "The nearest to that is `" + fraction.percent()
                                + "%`. I need one percentage from 1 to 100, like `60%`.",
                        List.of(Choice.of(fraction.percent() + "%")));
    }

    private static Reading<Percent> notOne() {
        return Reading.unclear("I need one percentage from 1 to 100, like `60%`.");
    }

    private static Reading<Percent> bare(BigDecimal number) {
        if (number.compareTo(BigDecimal.ONE) == 0) {
            return Reading.unclear("1% or 100%? Say `1%` or `100%`.");
        }
        if (number.compareTo(BigDecimal.ONE) > 0 || number.signum() == 0) {
            return percent(number);
        }
        return number.compareTo(HUNDREDTH) > 0
                ? percent(number.multiply(HUNDRED))
                : Reading.unclear("I'm not sure how small you mean that. Say it with a sign, like `1%` or `60%`.");
    }

    private static Reading<Percent> percent(BigDecimal number) {
        return number.compareTo(BigDecimal.ONE) < 0 || number.compareTo(HUNDRED) > 0
                ? Reading.unclear("A percentage here is from 1% to 100%, like `60%`.")
                : Reading.clear(new Percent(number));
    }

    @Override
    public String shown(Percent percent, Situation situation) {
        return percent.shown(situation.notation());
    }

    @Override
    public String kept(Percent percent) {
        return percent.toString();
    }

    @Override
    public Percent restored(String kept) {
        return new Percent(new BigDecimal(kept));
    }
}
