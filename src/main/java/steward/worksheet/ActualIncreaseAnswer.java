package steward.worksheet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.worksheet.answers.IncreaseAnswer;
import steward.worksheet.answers.MoneyAnswer;
import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.questions.YesNoAnswer;
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
    private static final YesNoAnswer WAS_IT = YesNoAnswer.wasIt();

    /** "Yes, at 324k", "renewed for 324k": what comes before the figure. */
    private static final Pattern LEADS_IN = Pattern.compile(
            "^(?:(?:yes|yep|yeah|we|it was|it's|it) ?[,:;.-]? )*(?:(?:kept|keep|renewed|retained)(?: it)? ?[,:;.-]? )?(?:(?:at|for|with) )?");

    private static final Pattern ONLY = Pattern.compile("(?:at )?(?:only|just|down to|reduced to) (?:at )?(.+)");
    private static final Pattern LESS = Pattern.compile(
            "(?:(?:down (?:by )?|minus |[-−–] ?)(?<fall>.+)|(?<by>.+) (?:less|lower|down)(?: than last year)?)");

    private static final MoneyAnswer MONEY = MoneyAnswer.orNothing();
    private static final IncreaseAnswer INCREASE =
            new IncreaseAnswer(situation -> situation.get(Worksheet.LAST_YEAR), Worksheet::goal);

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
        String words = LEADS_IN.matcher(plain).replaceFirst("");
        Optional<Boolean> wasIt = WAS_IT.said(said);
        if (KEPT.contains(plain) || wasIt.filter(yes -> yes).isPresent() || KEPT.contains(words)) {
            return Reading.clear(Money.ZERO);
        }
        if (wasIt.isPresent()) {
            return Reading.unclear(
                    "Is it lost, then, or not decided yet?",
                    List.of(new Choice("Lost", "lost"), new Choice("Not decided yet", "not decided yet")));
        }
        return less(words, situation)
                .or(() -> keptAt(words, situation))
                .orElseGet(() -> amount(words.isEmpty() ? said : words, situation)
                        .either(Reading::clear, hint -> Reading.unclear(hint + " With no increase, say `kept`.")));
    }

    /** "4% less", "only 300k": what it brings is below last year's. */
    private static Optional<Reading<Money>> less(String words, Situation situation) {
        Matcher only = ONLY.matcher(words);
        Optional<Money> before = situation.get(Worksheet.LAST_YEAR).filter(Money::isPositive);
        if (only.matches()) {
            return whole(only.group(1), situation)
                    .flatMap(now ->
                            before.filter(last -> now.compareTo(last) < 0).map(now::minus))
                    .map(Reading::clear);
        }
        Matcher less = LESS.matcher(words);
        return less.matches() && before.isPresent()
                ? Optional.of(INCREASE.read(
                                Optional.ofNullable(less.group("fall")).orElseGet(() -> less.group("by")), situation)
                        .then(fall -> fall.amount().compareTo(before.orElseThrow()) < 0
                                ? Reading.clear(Money.ZERO.minus(fall.amount()))
                                : Reading.unclear("That would leave nothing of it. If it was lost, say `lost`.")))
                : Optional.empty();
    }

    /**
     * An amount of at least last year's is what it was kept at; only what lies above that is new. A smaller one may be what it was kept at
     * as well as what came on top: the rep is to say which.
     */
    private static Optional<Reading<Money>> keptAt(String words, Situation situation) {
        Optional<Money> before = situation.get(Worksheet.LAST_YEAR).filter(Money::isPositive);
        return before.flatMap(last -> whole(words, situation)
                .filter(Money::isPositive)
                .map(now ->
                        now.compareTo(last) >= 0 ? Reading.clear(now.minus(last)) : lessOrOnTop(now, last, situation)));
    }

    private static Reading<Money> lessOrOnTop(Money amount, Money last, Situation situation) {
        String shown = amount.shown(situation.notation());
        return Reading.unclear(
                "That is below last year's " + last.shown(situation.notation())
                        + ". Was it kept at less, or is that what came on top?",
                List.of(
                        new Choice("Kept at " + shown + " in all", "kept at only " + shown),
                        new Choice(shown + " on top", shown + " more")));
    }

    private static Optional<Money> whole(String figure, Situation situation) {
        return MONEY.read(figure, situation).either(Optional::of, hint -> Optional.empty());
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
