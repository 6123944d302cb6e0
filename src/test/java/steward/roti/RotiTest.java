package steward.roti;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.rep.RepId;
import steward.worksheet.Hours;
import steward.worksheet.Money;
import steward.worksheet.Worksheet;

class RotiTest {

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void oneOpportunityByHand() {
        opportunity(1, 60_000, 70);
        answer("gross_margin", 0, "40");
        answer("hours_required", 0, "3360");

        assertThat(roti().egp()).isEqualByComparingTo("1680000");
        assertThat(roti().planned().map(Rate::anHour)).contains(new Money(30_000));
        assertThat(roti().missing()).isEmpty();
    }

    @Test
    void aSecondOpportunityAddsItsShare() {
        opportunity(1, 60_000, 70);
        opportunity(2, 25_000, 50);
        answer("gross_margin", 0, "40");
        answer("hours_required", 0, "3360");

        assertThat(roti().egp()).isEqualByComparingTo("2180000");
        assertThat(roti().planned().map(Rate::anHour)).contains(new Money(38_929));
    }

    @Test
    void anOpportunityMayHaveItsOwnMargin() {
        opportunity(1, 60_000, 70);
        answer("gross_margin", 0, "40");
        answer("opportunity.margin", 1, "60");

        assertThat(roti().stakes().get(0).egp())
                .hasValueSatisfying(egp -> assertThat(egp).isEqualByComparingTo("2520000"));
    }

    @Test
    void aRenewalToDefendEarnsNothingNew() {
        opportunity(1, 60_000, 70);
        answer("opportunity.increase", 1, "keep");
        answer("opportunity.last_year", 1, "40000000");
        answer("gross_margin", 0, "40");

        assertThat(roti().protectedProfit()).isEqualByComparingTo("16000000");

        assertThat(roti().egp()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void hoursNotKnownAreNeverInfinity() {
        opportunity(1, 60_000, 70);
        answer("gross_margin", 0, "40");

        assertThat(roti().planned()).isEmpty();
        assertThat(roti().missing()).containsExactly(Worksheet.HOURS_REQUIRED);
    }

    @Test
    void whatIsMissingIsNamed() {
        answer("opportunity.what", 1, "Win it");
        assertThat(roti().missing())
                .containsExactly(
                        Worksheet.INCREASE, Worksheet.PROBABILITY, Worksheet.GROSS_MARGIN, Worksheet.HOURS_REQUIRED);
    }

    /** The sum of the parts is the whole; more of anything good is never worth less, and more hours never more. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void holdsForAnyNumbers(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            entries.clear();
            int rows = 1 + random.nextInt(5);
            for (int row = 1; row <= rows; row++) {
                opportunity(row, 1 + random.nextInt(1_000_000), 1 + random.nextInt(99));
            }
            int margin = 1 + random.nextInt(99);
            long minutes = 60L + random.nextInt(200_000);
            answer("gross_margin", 0, String.valueOf(margin));
            answer("hours_required", 0, String.valueOf(minutes));
            Roti before = roti();

            BigDecimal sum = BigDecimal.ZERO;
            for (int row = 1; row <= rows; row++) {
                sum = sum.add(before.stakes().get(row - 1).egp().orElseThrow());
            }
            assertThat(before.egp()).isEqualByComparingTo(sum);
            assertThat(before.required()).contains(new Hours(minutes));

            answer("gross_margin", 0, String.valueOf(margin + 1));
            assertThat(roti().egp()).isGreaterThan(before.egp());
            answer("gross_margin", 0, String.valueOf(margin));
            answer("hours_required", 0, String.valueOf(minutes * 2));
            assertThat(roti().planned().orElseThrow())
                    .isLessThanOrEqualTo(before.planned().orElseThrow());
        }
    }

    private void opportunity(int row, int increaseInDollars, int probability) {
        if (row > 1) {
            entries.add(new Entry(Kind.ROW_ADDED, "opportunity", row, "", "", Instant.EPOCH));
        }
        answer("opportunity.what", row, "Win it");
        answer("opportunity.increase", row, increaseInDollars + "00");
        answer("opportunity.probability", row, String.valueOf(probability));
    }

    private void answer(String question, int row, String kept) {
        entries.add(new Entry(Kind.ANSWERED, question, row, kept, kept, Instant.EPOCH));
    }

    private Roti roti() {
        return Roti.of(plan());
    }

    private Plan plan() {
        return new Plan(new PlanId("acme"), new RepId("T1", "U1"), "Acme", 2026, entries);
    }
}
