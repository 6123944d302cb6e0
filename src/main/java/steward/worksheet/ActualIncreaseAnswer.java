package steward.worksheet;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import steward.worksheet.answers.IncreaseAnswer;
import steward.worksheet.answers.MoneyAnswer;
import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.TypedText;
import steward.worksheet.values.Money;

/** What a won opportunity brings beyond last year, actually: an amount, "as planned", or nothing more for what was kept. */
final class ActualIncreaseAnswer implements Answer<Money> {

    private static final Set<String> AS_PLANNED = Set.of("as planned", "planned", "as is", "the plan", "all of it");
    private static final Set<String> KEPT = Set.of(
            "kept",
            "keep",
            "kept it",
            "renewed",
            "renew",
            "retained",
            "defended",
            "same",
            "the same",
            "flat",
            "no increase");
    private static final Set<String> YES =
            Set.of("yes", "y", "yep", "yeah", "sure", "it was", "yes it was", "yes, it was");
    private static final Set<String> NO = Set.of("no", "n", "nope", "not");
    private static final MoneyAnswer MONEY = MoneyAnswer.orNothing();
    private static final IncreaseAnswer INCREASE = new IncreaseAnswer(situation -> situation.get(Worksheet.LAST_YEAR));

    private final Function<Situation, Optional<Money>> planned;

    /** "As planned" is the amount that {@code planned} finds on the worksheet. */
    ActualIncreaseAnswer(Function<Situation, Optional<Money>> planned) {
        this.planned = planned;
    }

    @Override
    public Reading<Money> read(String said, Situation situation) {
        String plain = TypedText.plain(said);
        if (AS_PLANNED.contains(plain)) {
            return planned.apply(situation)
                    .map(Reading::clear)
                    .orElseGet(() -> Reading.unclear("No increase was planned for it. I need an amount, like `66k`."));
        }
        return Worksheet.isRenewal(situation) ? renewal(said, plain, situation) : growth(said, plain, situation);
    }

    private static Reading<Money> growth(String said, String plain, Situation situation) {
        Reading<Money> amount = KEPT.contains(plain) ? Reading.clear(Money.ZERO) : amount(said, situation);
        return amount.then(read -> read.isPositive()
                ? Reading.clear(read)
                : Reading.unclear("Growth that was won brings more than last year. I need an amount, like `66k`; "
                        + "if it brought nothing, it was lost."));
    }

    /** Nothing, or what an increase may be: "66k more", "20%", but not "66k total". */
    private static Reading<Money> amount(String said, Situation situation) {
        Reading<Money> more = INCREASE.read(said, situation).then(increase -> Reading.clear(increase.amount()));
        return MONEY.read(said, situation)
                .either(
                        money -> money.isPositive() ? more : Reading.clear(money),
                        hint -> said.chars().anyMatch(Character::isDigit) ? more : Reading.unclear(hint));
    }

    private static Reading<Money> renewal(String said, String plain, Situation situation) {
        if (KEPT.contains(plain) || YES.contains(plain)) {
            return Reading.clear(Money.ZERO);
        }
        if (NO.contains(plain)) {
            return Reading.unclear(
                    "Was it kept without growing? Then say `kept`. If it was lost, `/plan lost` notes that.");
        }
        return keptAt(plain, situation)
                .map(Reading::clear)
                .orElseGet(() -> amount(said, situation))
                .either(Reading::clear, hint -> Reading.unclear(hint + " With no increase, say `kept`."));
    }

    /** An amount of at least last year's is what it was kept at; only what lies above that is new. */
    private static Optional<Money> keptAt(String plain, Situation situation) {
        String figure = plain.replaceFirst("^(?:(?:kept|renewed) )?(?:at|for) ", "");
        Optional<Money> whole = MONEY.read(figure, situation).either(Optional::of, hint -> Optional.empty());
        return situation
                .get(Worksheet.LAST_YEAR)
                .filter(Money::isPositive)
                .flatMap(before ->
                        whole.filter(money -> money.compareTo(before) >= 0).map(money -> money.minus(before)));
    }

    @Override
    public String shown(Money amount, Situation situation) {
        return MONEY.shown(amount, situation);
    }

    @Override
    public String kept(Money amount) {
        return MONEY.kept(amount);
    }

    @Override
    public Money restored(String kept) {
        return MONEY.restored(kept);
    }
}
