package steward.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.rep.RepId;
import steward.worksheet.questions.Situation;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;

/** What a won opportunity brought, where last year brought $120,000 and $30,000 more were planned. */
class ActualIncreaseAnswerTest {

    private static final Situation WON = new Plan(
                    new PlanId("p"),
                    new RepId("T", "U"),
                    "Acme",
                    2026,
                    List.of(kept("opportunity.last_year", "12000000"), kept("opportunity.increase", "3000000")))
            .situation(new Blank(Worksheet.WON, 1), LocalDate.of(2026, 3, 2), Notation.DEFAULT);

    private static Entry kept(String question, String kept) {
        return new Entry(Kind.ANSWERED, question, 1, kept, kept, Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "66k | 6600000",
                "66k more | 6600000",
                "66,000 on top | 6600000",
                "20% | 2400000",
                "20% more | 2400000",
                "about 20% | 2400000",
                "as planned | 3000000",
            })
    void readsAnAmountOrAShareOfLastYear(String said, long minor) {
        assertThat(Worksheet.WON.answer().read(said, WON).either(Money::minor, hint -> -1L))
                .isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "150k total | as the whole year's revenue",
                "66 | Did you mean $66,000?",
                "none | it was lost",
                "kept | it was lost",
                "a lot | I need an amount",
            })
    void refusesWithTheReason(String said, String reason) {
        assertThat(Worksheet.WON.answer().read(said, WON).either(Object::toString, hint -> hint))
                .contains(reason);
    }
}
