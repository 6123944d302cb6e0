package steward.worksheet.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.worksheet.questions.Replies.GERMANY;
import static steward.worksheet.questions.Replies.HERE;
import static steward.worksheet.questions.Replies.TODAY;
import static steward.worksheet.questions.Replies.read;
import static steward.worksheet.questions.Replies.refused;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Replies;
import steward.worksheet.questions.Situation;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;

class MoneyAnswerTest {

    private static final MoneyAnswer MONEY = new MoneyAnswer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            250k            | $250,000
            $1.2M           | $1,200,000
            1,250,000       | $1,250,000
            USD 50 000      | $50,000
            1.5 million     | $1,500,000
            ~80k            | $80,000
            about 80k       | $80,000
            2bn             | $2,000,000,000
            1.2m            | $1,200,000
            $250,000.50     | $250,000.50
            $ 250k          | $250,000
            250k USD        | $250,000
            US$250k         | $250,000
            250K dollars.   | $250,000
            $80k per year   | $80,000
            80k this year   | $80,000
            it's 80k/yr     | $80,000
            .5M             | $500,000
            $5MM            | $5,000,000
            0               | $0
            １，２５０          | $1,250
            1 500        | $1,500
            1’500           | $1,500
            900k ish        | $900,000
            900k-ish        | $900,000
            900k - ish      | $900,000
            900kish         | $900,000
            $900k-ish a year | $900,000
            5 million ish   | $5,000,000
            900$ ish        | $900
            900k or so      | $900,000
            900k or so this year | $900,000
            roughly 900k    | $900,000
            maybe 900k      | $900,000
            about 900k      | $900,000
            i guess 900k    | $900,000
            I guess about 900k-ish | $900,000
            1000000000000   | $1,000,000,000,000
            approx.250k     | $250,000
            approx. 250k    | $250,000
            ca.250k         | $250,000
            USD.250k        | $250,000
            approx .5M      | $500,000
            5 lakh          | $500,000
            250k US dollars | $250,000
            250k U.S. dollars | $250,000
            a million       | $1,000,000
            about a million | $1,000,000
            one million dollars | $1,000,000
            half a million  | $500,000
            two million     | $2,000,000
            five hundred thousand | $500,000
            750k next year  | $750,000
            goal's gonna be about 1.2 mil | $1,200,000
            1,500.-         | $1,500
            1,500.--        | $1,500
            """)
    void readsAnAmount(String said, String shown) {
        assertThat(MONEY.shown(read(MONEY, said, HERE), HERE)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EUR | es-ES | 250 mil              | 250000
            EUR | es-ES | 250 mil euros        | 250000
            BRL | pt-BR | R$ 250 mil           | 250000
            BRL | pt-BR | 2 milhões de reais   | 2000000
            MXN | es-MX | 3 millones           | 3000000
            USD | en-US | 2 mil                | 2000000
            EUR | de-DE | 1.500,-              | 1500
            EUR | de-DE | 1.500,-- €           | 1500
            EUR | de-DE | 1.500,—              | 1500
            EUR | de-DE | 80 Tsd. €            | 80000
            EUR | nl-NL | € 1.500,-            | 1500
            INR | en-IN | Rs.5 lakh            | 500000
            INR | en-IN | Rs. 12,50,000        | 1250000
            INR | en-IN | ₹12,50,000           | 1250000
            INR | en-IN | 1.5 crore            | 15000000
            INR | en-IN | 5 lac                | 500000
            JPY | ja-JP | 250000円             | 250000
            JPY | ja-JP | 500万円              | 5000000
            JPY | ja-JP | 2億円                | 200000000
            TRY | tr-TR | 1.500 TL             | 1500
            TRY | tr-TR | 250 bin TL           | 250000
            CAD | en-CA | 250k Canadian dollars | 250000
            GBP | en-GB | 250k pounds sterling | 250000
            """)
    void readsAnAmountAsItIsWrittenThere(String currency, String locale, String said, long major) {
        Situation there = Replies.in(currency, locale);
        assertThat(read(MONEY, said, there))
                .isEqualTo(Money.exactly(BigDecimal.valueOf(major), there.notation())
                        .orElseThrow());
    }

    @Test
    void rupeesAreGroupedInLakhAndCrore() {
        assertThat(new Money(125_000_000).shown(Replies.in("INR", "en-IN").notation()))
                .isEqualTo("₹12,50,000");
        assertThat(new Money(1_250_000_050).shown(Replies.in("INR", "hi-IN").notation()))
                .isEqualTo("₹1,25,00,000.50");
        assertThat(new Money(9_999_900).shown(Replies.in("INR", "en-IN").notation()))
                .isEqualTo("₹99,999");
        assertThat(new Money(125_000_000).shown(Replies.in("INR", "en-US").notation()))
                .isEqualTo("₹1,250,000");
        Situation noLocale = Replies.on(TODAY, new Notation(Currency.getInstance("INR"), Optional.empty()));
        assertThat(MONEY.shown(read(MONEY, "₹12,50,000", noLocale), noLocale)).isEqualTo("₹12,50,000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            about 800-900k           | $850,000
            800k to 900k             | $850,000
            between 80k and 100k     | $90,000
            $1.2M-1.4M               | $1,300,000
            100-200                  | $150
            """)
    void offersTheMiddleOfARange(String said, String middle) {
        assertThat(refused(MONEY, said, HERE)).contains("two amounts").contains("`" + middle + "`");
        assertThat(MONEY.read(said, HERE).choices()).containsExactly(Choice.of(middle));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100k, 200k", "120k no, 140k", "900k-800k", "800k-900k-1M", "5-10 and 20"})
    void whatIsNoRangeHasNoMiddle(String said) {
        assertThat(refused(MONEY, said, HERE)).contains("two amounts").doesNotContain("middle");
    }

    @Test
    void toleratesAnySpaceBetweenThousands() {
        assertThat(read(MONEY, "\u00a01\u202f500\u2009000 ", HERE)).isEqualTo(new Money(150_000_000));
    }

    @Test
    void readsTheWorkspacesOwnSign() {
        assertThat(read(MONEY, "€1 500", Replies.in("EUR", "en-IE"))).isEqualTo(new Money(150_000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            €1 500                  | US dollars
            £5k                     | US dollars
            50k eur                 | US dollars
            CAD 50k                 | US dollars
            C$50k                   | US dollars
            50 euros                | US dollars
            50k Canadian dollars    | US dollars
            50k円                   | US dollars
            50k TL                  | US dollars
            a million euros         | US dollars
            a few million           | an amount
            data million            | an amount
            -5k                     | below zero
            −5k                     | below zero
            minus 5k                | below zero
            abc                     | an amount
            a lot                   | an amount
            $                       | an amount
            80-100k                 | two amounts
            80k or 100k             | two amounts
            between 80k and 100k    | two amounts
            10 20                   | two amounts
            100k, 200k              | two amounts
            120k, no wait 140k      | two amounts
            120k no, 140k           | two amounts
            80k or so or 100k       | two amounts
            ish                     | an amount
            -5k ish                 | below zero
            -5k-ish                 | below zero
            900k or                 | words
            900k danish             | words
            900k or some            | words
            1.200,50                | decimals
            1.200.000               | decimals
            1,2                     | decimals
            1,20,000                | decimals
            1.200                   | decimals
            1.2345                  | decimals
            over 80k                | words
            80k a month             | words
            80%                     | words
            80k+                    | words
            try 80k                 | words
            (80k)                   | words
            80kk                    | words
            1000000000001           | more money
            5 trillion              | more money
            99999999999999999999999 | more money
            """)
    void refusesWithTheReason(String said, String reason) {
        assertThat(refused(MONEY, said, HERE)).contains(reason).contains("like `$1,250,000` or `250k`.");
    }

    @Test
    void readsNumbersAsTheLocaleWritesThem() {
        assertThat(read(MONEY, "1.200,50", GERMANY)).isEqualTo(new Money(120_050));
        assertThat(read(MONEY, "1,5 Mio €", GERMANY)).isEqualTo(new Money(150_000_000));
        assertThat(refused(MONEY, "1,200.50", GERMANY)).contains("decimals");
        assertThat(refused(MONEY, "1,200", GERMANY)).contains("decimals");
        assertThat(refused(MONEY, "$5k", GERMANY)).contains("euros");
        assertThat(read(MONEY, "₹12,50,000", Replies.in("INR", "en-IN"))).isEqualTo(new Money(125_000_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "new",
                "n/a",
                "zero",
                "Nothing.",
                "None",
                "0",
                "no",
                "nothing, its new",
                "Nothing, it's new",
                "nothing, it’s a new account.",
                "nothing its new",
                "nothing - brand new",
                "none, new business",
                "none, new",
                "no, it's new",
                "none new business",
                "nothing yet",
                "nothing so far",
                "nothing yet, new customer",
                "its new",
                "it's a new logo",
                "new business",
                "new account",
                "0, new",
                "0 - its new",
                "no revenue",
                "brand new"
            })
    void lastYearMayHaveBeenNothing(String said) {
        assertThat(read(MoneyAnswer.orNothing(), said, HERE)).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing new", "not new", "new business 50k", "no, 50k new", "renewed", "yet"})
    void whatMayBeSomethingIsNotNothing(String said) {
        refused(MoneyAnswer.orNothing(), said, HERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "new business", "nothing, its new", "nothing yet"})
    void nothingIsNoAmountElsewhere(String said) {
        assertThat(refused(MONEY, said, HERE)).contains("an amount");
    }

    @ParameterizedTest
    @CsvSource({
        "USD, en-US",
        "EUR, de-DE",
        "EUR, fr-FR",
        "GBP, en-GB",
        "CAD, en-US",
        "CAD, fr-CA",
        "JPY, ja-JP",
        "INR, hi-IN",
        "INR, en-IN",
        "BRL, pt-BR",
        "CHF, de-CH",
        "SEK, sv-SE",
        "NOK, nb-NO",
        "DKK, da-DK",
        "PLN, pl-PL",
        "CZK, cs-CZ",
        "HUF, hu-HU",
        "KWD, en-KW",
        "EUR, ar-EG",
        "ILS, he-IL",
        "MXN, es-MX",
        "KRW, ko-KR",
        "SGD, en-SG",
        "TWD, zh-TW",
        "ZAR, en-ZA",
        "TRY, tr-TR"
    })
    void whatIsShownCanBeTypedBack(String currency, String locale) {
        Situation there = Replies.in(currency, locale);
        for (long minor : new long[] {0, 5_00, 1_250_000_00L, 123_456_78L}) {
            Money amount = new Money(minor);
            assertThat(read(MONEY, MONEY.shown(amount, there), there)).isEqualTo(amount);
        }
    }

    @Test
    void keepsMinorUnits() {
        assertThat(MONEY.kept(new Money(25_000_050))).isEqualTo("25000050");
    }

    @Test
    void amountsAddUpExactly() {
        assertThat(new Money(10).plus(new Money(20)).minus(new Money(5))).isEqualTo(new Money(25));
        assertThat(new Money(1)).isGreaterThan(Money.ZERO);
        assertThat(new Money(-1).isPositive()).isFalse();
    }

    @Test
    void survivesAnything() {
        Replies.survivesAnything(MONEY);
        Replies.survivesAnything(MoneyAnswer.orNothing());
    }
}
