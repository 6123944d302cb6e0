package steward.worksheet.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.worksheet.questions.Replies.HERE;
import static steward.worksheet.questions.Replies.read;
import static steward.worksheet.questions.Replies.refused;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Replies;
import steward.worksheet.values.Increase;
import steward.worksheet.values.Money;

class IncreaseAnswerTest {

    private static final IncreaseAnswer INCREASE =
            new IncreaseAnswer(situation -> Optional.of(new Money(12_000_000)), situation -> Optional.empty());
    private static final IncreaseAnswer UNKNOWN_LAST_YEAR =
            new IncreaseAnswer(situation -> Optional.empty(), situation -> Optional.empty());
    private static final IncreaseAnswer NEW_BUSINESS =
            new IncreaseAnswer(situation -> Optional.of(Money.ZERO), situation -> Optional.empty());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            85k                  | 8500000
            +85k                 | 8500000
            another $85k         | 8500000
            85k more             | 8500000
            85,000 increase      | 8500000
            up 85k               | 8500000
            an increase of 85k   | 8500000
            about 20%            | 2400000
            20%                  | 2400000
            20 percent           | 2400000
            +20%                 | 2400000
            12.5%                | 1500000
            12,5%                | 1500000
            20% of last year     | 2400000
            150%                 | 18000000
            85k next year        | 8500000
            $95                  | 9500
            95.00                | 9500
            1000                 | 100000
            """)
    void readsAnAmountOrAShareOfLastYear(String said, long minor) {
        assertThat(read(INCREASE, said, HERE)).isEqualTo(new Increase(new Money(minor)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep", "Keep it", "renewal", "defend", "same", "flat"})
    void readsARenewal(String said) {
        Increase increase = read(INCREASE, said, HERE);
        assertThat(increase.isRenewal()).isTrue();
        assertThat(INCREASE.kept(increase)).isEqualTo("keep");
        assertThat(read(INCREASE, INCREASE.shown(increase, HERE), HERE)).isEqualTo(increase);
    }

    @Test
    void echoesAPercentageAsMoney() {
        assertThat(INCREASE.shown(read(INCREASE, "20%", HERE), HERE)).isEqualTo("$24,000");
    }

    @Test
    void roundsAPercentageToTheCentHalfUp() {
        IncreaseAnswer ofOneCent =
                new IncreaseAnswer(situation -> Optional.of(new Money(1)), situation -> Optional.empty());
        assertThat(read(ofOneCent, "50%", HERE)).isEqualTo(new Increase(new Money(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            150k total             | $150,000 as the whole year | $120,000 | `$30,000`
            $150k in total         | $150,000 as the whole year | $120,000 | `$30,000`
            to 150k                | $150,000 as the whole year | $120,000 | `$30,000`
            grow to 150k           | $150,000 as the whole year | $120,000 | `$30,000`
            up to 150k             | $150,000 as the whole year | $120,000 | `$30,000`
            150k altogether        | $150,000 as the whole year | $120,000 | `$30,000`
            120k total             | $120,000 as the whole year | no more than last year's $120,000 | `keep`
            """)
    void aLevelIsNoIncrease(String said, String understood, String lastYear, String offer) {
        assertThat(refused(INCREASE, said, HERE)).contains(understood, lastYear, offer);
    }

    @Test
    void aLevelIsNoIncreaseWhateverLastYearWas() {
        assertThat(refused(UNKNOWN_LAST_YEAR, "150k total", HERE))
                .contains("$150,000 as the whole year", "what comes on top");
        assertThat(read(NEW_BUSINESS, "150k total", HERE)).isEqualTo(new Increase(new Money(15_000_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"95", "about 95", "+95", "95 more"})
    void aFigureWithoutItsThousandsIsAskedAbout(String said) {
        assertThat(refused(INCREASE, said, HERE)).contains("Did you mean $95,000?", "`95k`", "`$95`");
        assertThat(INCREASE.read(said, HERE).choices())
                .containsExactly(new Choice("$95,000", "95k"), Choice.of("95%"), Choice.of("$95"));
        assertThat(read(NEW_BUSINESS, said, HERE)).isEqualTo(new Increase(new Money(9_500)));
    }

    @Test
    void aPercentageNeedsRevenueLastYear() {
        assertThat(refused(UNKNOWN_LAST_YEAR, "20%", HERE))
                .contains("don't know")
                .contains("85k");
        assertThat(refused(NEW_BUSINESS, "20%", HERE)).contains("no revenue").contains("85k");
    }

    @ParameterizedTest
    @CsvSource({
        "0, keep",
        "0%, keep",
        "-5k, below zero",
        "-20%, below zero",
        "€5k, US dollars",
        "a bit, amount",
        "99999%, growth",
        "1.2.3%, number"
    })
    void refusesWithTheReason(String said, String reason) {
        assertThat(refused(INCREASE, said, HERE)).contains(reason);
    }

    @Test
    void survivesAnything() {
        Replies.survivesAnything(INCREASE);
    }
}
