package steward.worksheet.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static steward.worksheet.questions.Replies.GERMANY;
import static steward.worksheet.questions.Replies.HERE;
import static steward.worksheet.questions.Replies.read;
import static steward.worksheet.questions.Replies.refused;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Replies;
import steward.worksheet.values.Money;
import steward.worksheet.values.Percent;

class PercentAnswerTest {

    private static final PercentAnswer PERCENT = new PercentAnswer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            60%             | 60
            60              | 60
            0.6             | 60
            37.5%           | 37.5
            37,5 %          | 37.5
            60 percent      | 60
            60 per cent     | 60
            about 70%       | 70
            75% sure        | 75
            70.0            | 70
            100             | 100
            1%              | 1
            0.05            | 5
            33ish           | 33
            33-ish          | 33
            33% ish         | 33
            33%-ish         | 33
            33 ish %        | 33
            33% or so       | 33
            maybe 33%       | 33
            probably 33%    | 33
            50/50           | 50
            60/40           | 60
            about 30/70     | 30
            60:40           | 60
            fifty-fifty     | 50
            about 50 / 50   | 50
            50/50 chance    | 50
            three in four   | 75
            3 in 4          | 75
            9 out of 10     | 90
            about 3 out of 4 chances | 75
            three quarters  | 75
            a quarter       | 25
            half            | 50
            about half      | 50
            1 in 1          | 100
            """)
    void readsAPercentage(String said, String kept) {
        assertThat(PERCENT.kept(read(PERCENT, said, HERE))).isEqualTo(kept);
    }

    @Test
    void asksWhatOneMeans() {
        assertThat(refused(PERCENT, "1", HERE)).contains("`1%`").contains("`100%`");
        assertThat(refused(PERCENT, "0.01", HERE)).contains("1%");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            around a third  | `33%`
            a third         | `33%`
            two thirds      | `67%`
            one in three    | `33%`
            1 in 8          | `13%`
            """)
    void offersTheNearestToAShareThatIsNoWholePercentage(String said, String nearest) {
        assertThat(refused(PERCENT, said, HERE)).contains(nearest).contains("`60%`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"five in four", "0 in 4", "3 in 0", "3 in a row", "one in a million"})
    void refusesWhatIsNoChance(String said) {
        assertThat(refused(PERCENT, said, HERE)).contains("60%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "150%",
                "100.5%",
                "0",
                "0%",
                "0.5%",
                "-5%",
                "60-70%",
                "60/50",
                "40-60",
                "150/50",
                "1.50/50",
                "50/50/50",
                "about a third",
                "ish",
                "-33ish",
                "33 or so 40",
                "high",
                "1.2.3%",
                "60% 70%",
                "6 0%",
                "$60"
            })
    void refusesWhatIsNoShare(String said) {
        assertThat(refused(PERCENT, said, HERE)).contains("60%");
    }

    @Test
    void isShownAsTheLocaleWritesIt() {
        Percent percent = new Percent(new BigDecimal("37.50"));
        assertThat(PERCENT.shown(percent, HERE)).isEqualTo("37.5%");
        assertThat(PERCENT.shown(percent, GERMANY)).isEqualTo("37,5%");
        assertThat(read(PERCENT, PERCENT.shown(percent, GERMANY), GERMANY)).isEqualTo(percent);
    }

    @Test
    void takesAnExactShare() {
        assertThat(new Percent(new BigDecimal("37.5")).of(new Money(1))).isEqualByComparingTo("0.375");
        assertThat(Percent.of(50).factor()).isEqualByComparingTo("0.5");
    }

    @Test
    void isNeverOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> Percent.of(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Percent.of(101));
    }

    @Test
    void survivesAnything() {
        Replies.survivesAnything(PERCENT);
    }

    @Test
    void offersTheNearestPercentage() {
        assertThat(new PercentAnswer().read("a third", HERE).choices()).containsExactly(Choice.of("33%"));
    }
}
