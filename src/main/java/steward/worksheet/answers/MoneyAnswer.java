package steward.worksheet.answers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.TypedText;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;

/** An amount of money, as reps write it: "250k", "$1.2M", "about 80 thousand". */
public final class MoneyAnswer implements Answer<Money> {

    /** A thousand thousand millions: more is a slip of the finger. */
    private static final BigDecimal MAX_MAJOR = BigDecimal.TEN.pow(12);

    private static final int LENGTH_MAX = 100;
    private static final String IT_IS = "(?:it'?s|it is|they'?re|they are|that'?s)";
    private static final String BUSINESS = "(?:business|account|customer|client|logo)";
    private static final String NEW =
            "(?:brand )?(?:new|neu|neues geschäft|neugeschäft|nuevo|novo|nouveau|nuovo|nieuw)(?: " + BUSINESS + ")?";

    /** Nothing, why there was nothing, or both: "nothing yet", "new business", "none, it's new". Not "nothing new". */
    private static final Pattern NOTHING = Pattern.compile(
            "(?:none|n/a|na|zero|nothing|nil|nada|no|no revenue|0|keine?r?s?|nichts|ninguno|ninguna|nenhuma?|aucune?|rien|niente|nessuno|niets|geen)(?: yet| so far| last year)?"
                    + "(?:(?:[,;:.]| ?-) ?(?:" + IT_IS + " )?(?:an? )?" + NEW
                    + "| " + IT_IS + " (?:an? )?" + NEW
                    + "| (?:an? )?(?:brand )?new " + BUSINESS + ")?"
                    + "|(?:" + IT_IS + " )?(?:an? )?" + NEW);

    private final boolean takesNothing;
    private final long example;
    private final String shortExample;
    private final Function<Situation, Optional<Money>> beside;

    /** An amount in figures. */
    public MoneyAnswer() {
        this(false, 1_250_000, "250k", situation -> Optional.empty());
    }

    private MoneyAnswer(
            boolean takesNothing, long example, String shortExample, Function<Situation, Optional<Money>> beside) {
        this.takesNothing = takesNothing;
        this.example = example;
        this.shortExample = shortExample;
        this.beside = beside;
    }

    /** An amount in figures, or "none", "new" and the like for 0. */
    public static MoneyAnswer orNothing() {
        return new MoneyAnswer(true, 1_250_000, "250k", situation -> Optional.empty());
    }

    /** The same, where a figure far below the amount that is found beside it may be short of its thousands. */
    public MoneyAnswer beside(Function<Situation, Optional<Money>> known) {
        return new MoneyAnswer(takesNothing, example, shortExample, known);
    }

    /** What an hour costs, in figures. */
    public static MoneyAnswer anHour() {
        return new MoneyAnswer(false, 75, "72.50", situation -> Optional.empty());
    }

    @Override
    public Reading<Money> read(String said, Situation situation) {
        String plain = TypedText.plain(said);
        if (takesNothing && NOTHING.matcher(plain).matches()) {
            return Reading.clear(Money.ZERO);
        }
        Notation notation = situation.notation();
        if (plain.length() > LENGTH_MAX) {
            return unclear("That is a lot of words for an amount. I need just the figure", notation);
        }
        AmountParser scan = new AmountParser(TypedText.exact(plain), notation);
        return read(scan, notation)
                .then(money -> scan.fewDigits().isPresent() && Thousands.areLeftOut(money, beside.apply(situation))
                        ? Thousands.asked(money, scan.fewDigits().get(), false, notation)
                        : Reading.clear(money));
    }

    private Reading<Money> read(AmountParser scan, Notation notation) {
        if (scan.isForeign()) {
            return unclear(
                    "This workspace plans in " + CurrencyWords.plural(notation.currency())
                            + ". Give me the amount in that",
                    notation);
        }
        if (scan.amounts().size() > 1) {
            return twoAmounts(scan, notation);
        }
        if (scan.isMisread()) {
            return unclear(
                    "I can't tell the thousands from the decimals in that number. Here I read amounts", notation);
        }
        if (scan.amounts().isEmpty()) {
            return unclear("I need an amount", notation);
        }
        if (scan.isNegative()) {
            return unclear("An amount can't be below zero. I need one", notation);
        }
        if (scan.isDoubtful()) {
            return unclear(
                    "I see an amount, but not what the words around it make of it. I need just the figure", notation);
        }
        return exactly(scan.amounts().get(0), notation);
    }

    private Reading<Money> twoAmounts(AmountParser scan, Notation notation) {
        return scan.middle()
                .flatMap(major -> Money.exactly(major, notation))
                .map(middle -> middle.shown(notation))
                .<Reading<Money>>map(middle -> Reading.unclear(
                        hint("I see two amounts, and `" + middle + "` is in the middle. Give me one", notation),
                        List.of(Choice.of(middle))))
                .orElseGet(() -> unclear("I see two amounts. Give me one", notation));
    }

    private Reading<Money> exactly(BigDecimal major, Notation notation) {
        if (major.compareTo(MAX_MAJOR) > 0) {
            return unclear("That is more money than I can plan with. I need an amount", notation);
        }
        return Money.exactly(major, notation)
                .map(Reading::clear)
                .orElseGet(() -> unclear("That has more decimals than there are cents. I need an amount", notation));
    }

    private Reading<Money> unclear(String wrong, Notation notation) {
        return Reading.unclear(hint(wrong, notation));
    }

    private String hint(String wrong, Notation notation) {
        Money amount = Money.exactly(BigDecimal.valueOf(example), notation).orElseThrow();
        return wrong + ", like `" + amount.shown(notation) + "` or `" + shortExample + "`.";
    }

    @Override
    public String shown(Money amount, Situation situation) {
        return amount.shown(situation.notation());
    }

    @Override
    public String kept(Money amount) {
        return Long.toString(amount.minor());
    }

    @Override
    public Money restored(String kept) {
        return new Money(Long.parseLong(kept));
    }
}
