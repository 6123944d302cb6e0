package steward.worksheet.answers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.Numeral;
import steward.worksheet.text.TypedText;
import steward.worksheet.values.Increase;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;
import steward.worksheet.values.Percent;

/** How much more than last year: an amount, a percentage of last year's revenue, or "keep" for a renewal. */
public final class IncreaseAnswer implements Answer<Increase> {

    private static final String KEPT_RENEWAL = "keep";
    private static final Set<String> WORDS_FOR_RENEWAL = Set.of(
            "keep",
            "keep it",
            "a renewal to defend",
            "renewal",
            "a renewal",
            "renew",
            "defend",
            "defend it",
            "hold",
            "retain",
            "same",
            "the same",
            "same as last year",
            "flat",
            "stay flat",
            "no increase");

    private static final int LENGTH_MAX = 100;

    /** Up to 9,999 %. */
    private static final int PERCENT_DIGITS_MAX = 4;

    private static final Pattern MORE = Pattern.compile(
            "^(?:\\+|plus |another |an? (?:extra|additional) |extra |(?:an )?increase (?:of|by) |up (?:by )?|by )"
                    + "|(?: (?:more|extra|increase|growth|up|on top))+(?: (?:than|over|on) last year)?$");
    private static final Pattern PERCENTAGE = Pattern.compile("(?:~|about |around |roughly )?(?<number>" + Numeral.RUN
            + ") ?(?:%|percent|per cent|pct)(?: (?:of|on|over) (?:last year(?:'s revenue)?|that|it))?");

    /** What makes an amount the whole year's revenue rather than what is new in it. */
    private static final Pattern LEVEL = Pattern.compile(
            "^(?:(?:grow|growing|growth|increase|rise|get|go|up) )*to | (?:in total|total|altogether|overall)$");

    /** A figure without sign, unit or thousands. */
    private static final Pattern FEW_DIGITS = Pattern.compile("(?:~|about |around |roughly )?(?<digits>[1-9]\\d{0,2})");

    private static final MoneyAnswer MONEY = new MoneyAnswer();

    private final Function<Situation, Optional<Money>> lastYear;
    private final Function<Situation, Optional<Money>> goal;

    /**
     * Both find an amount on the worksheet.
     *
     * @param lastYear what percentages are taken of
     * @param goal all that is to be sold to the account this year
     */
    public IncreaseAnswer(Function<Situation, Optional<Money>> lastYear, Function<Situation, Optional<Money>> goal) {
        this.lastYear = lastYear;
        this.goal = goal;
    }

    @Override
    public Reading<Increase> read(String said, Situation situation) {
        String plain = TypedText.plain(said);
        if (WORDS_FOR_RENEWAL.contains(plain)) {
            return Reading.clear(Increase.RENEWAL);
        }
        return (plain.length() > LENGTH_MAX ? amount(plain, situation) : more(plain, situation))
                .then(money -> money.isPositive()
                        ? Reading.clear(new Increase(money))
                        : Reading.unclear(
                                "An increase is more than 0, like `85k`. To hold what you have, say `keep`."));
    }

    private Reading<Money> more(String plain, Situation situation) {
        Matcher level = LEVEL.matcher(plain);
        if (level.find()) {
            return amount(level.replaceFirst(""), situation).then(whole -> aboveLastYear(whole, situation));
        }
        String figure = MORE.matcher(plain).replaceAll("").strip();
        Matcher percentage = PERCENTAGE.matcher(figure);
        if (percentage.matches()) {
            return ofLastYear(percentage.group("number"), situation);
        }
        Matcher few = FEW_DIGITS.matcher(figure);
        Reading<Money> amount = amount(figure, situation);
        return few.matches() ? amount.then(money -> orThousands(money, few.group("digits"), situation)) : amount;
    }

    /** Of new business the whole is new; otherwise the rep is to say what is new in it. */
    private Reading<Money> aboveLastYear(Money whole, Situation situation) {
        Notation notation = situation.notation();
        String understood = "I read " + whole.shown(notation) + " as the whole year's revenue";
        Optional<Money> base = lastYear.apply(situation);
        if (base.isEmpty()) {
            return Reading.unclear(understood + ". I need what comes on top of last year's, like `85k`.");
        }
        Money above = whole.minus(base.orElseThrow());
        String before = "last year's " + base.orElseThrow().shown(notation);
        if (!base.orElseThrow().isPositive()) {
            return Reading.clear(whole);
        }
        return above.isPositive()
                ? Reading.unclear(
                        understood + ". What comes on top of " + before + " is then `" + above.shown(notation)
                                + "`; if all of it does, say `" + whole.shown(notation) + " more`.",
                        List.of(Choice.of(above.shown(notation)), Choice.of(whole.shown(notation) + " more")))
                : Reading.unclear(understood + ", which is no more than " + before
                        + ". I need what comes on top of it, like `85k`, or `keep` for a renewal.");
    }

    /** Beside last year's revenue; of new business, beside the goal for the whole account. */
    private Reading<Money> orThousands(Money money, String digits, Situation situation) {
        Optional<Money> base = lastYear.apply(situation).filter(Money::isPositive);
        return Thousands.areLeftOut(money, base.or(() -> goal.apply(situation)))
                ? Thousands.asked(money, digits, base.isPresent(), situation.notation())
                : Reading.clear(money);
    }

    private static Reading<Money> amount(String figure, Situation situation) {
        Reading<Money> amount = MONEY.read(figure, situation);
        return figure.chars().anyMatch(Character::isDigit)
                ? amount
                : amount.either(
                        Reading::clear,
                        hint -> Reading.unclear(
                                "I need an amount like `85k`, a percentage of last year like `20%`, or `keep` for a renewal."));
    }

    private Reading<Money> ofLastYear(String number, Situation situation) {
        Optional<BigDecimal> percent = Numeral.readSmall(number, situation.notation());
        if (percent.isEmpty()) {
            return Reading.unclear(
                    "I can't read that number. I need an amount like `85k`, or a percentage like `20%`.");
        }
        Optional<Money> base = lastYear.apply(situation);
        if (base.isEmpty()) {
            return Reading.unclear("I don't know last year's revenue yet, so I need an amount, like `85k`.");
        }
        return base.orElseThrow().isPositive()
                ? share(percent.orElseThrow(), base.orElseThrow())
                : Reading.unclear(
                        "There was no revenue last year to take a percentage of. I need an amount, like `85k`.");
    }

    /** Not {@link Percent}: an increase may be over 100 %. */
    private static Reading<Money> share(BigDecimal percent, Money base) {
        return percent.precision() - percent.scale() > PERCENT_DIGITS_MAX
                ? Reading.unclear(
                        "That is more growth than I can plan with. I need an amount like `85k`, or a percentage like `20%`.")
                : Reading.clear(Money.rounded(percent.movePointLeft(2).multiply(BigDecimal.valueOf(base.minor()))));
    }

    @Override
    public String shown(Increase increase, Situation situation) {
        return increase.isRenewal() ? "a renewal to defend" : increase.amount().shown(situation.notation());
    }

    @Override
    public String kept(Increase increase) {
        return increase.isRenewal() ? KEPT_RENEWAL : MONEY.kept(increase.amount());
    }

    @Override
    public Increase restored(String kept) {
        return KEPT_RENEWAL.equals(kept) ? Increase.RENEWAL : new Increase(MONEY.restored(kept));
    }
}
