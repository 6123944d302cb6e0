package steward.roti;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.TimeEntry;
import steward.rep.RepId;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;
import steward.worksheet.values.Percent;

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

        assertThat(roti().opportunities().get(0).egp())
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
                sum = sum.add(before.opportunities().get(row - 1).egp().orElseThrow());
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

    // ── By hand ──────────────────────────────────────────────────────────────────────────────────────────

    /** $60,000 at 70 % and $25,000 at 50 %, 40 % margin, 56 hours. */
    private void acme() {
        opportunity(1, 60_000, 70);
        opportunity(2, 25_000, 50);
        answer("gross_margin", 0, "40");
        answer("hours_required", 0, "3360");
    }

    @Test
    void theNextHourCountsTheHoursLeft() {
        acme();
        log(1, "growth", 23 * 60);
        log(2, "upkeep", 31 * 60);

        assertThat(roti().nextHour().map(Rate::anHour)).contains(new Money(66_061));
        assertThat(roti().nextHour().map(rate -> rate.inWholeAnHour(Notation.DEFAULT)))
                .contains(new Money(66_100));
        assertThat(roti().hoursLeft()).contains(Hours.of(33));
        assertThat(roti().upkeep()).isEqualTo(Hours.of(31));
        assertThat(roti().earned().map(Rate::anHour)).contains(Money.ZERO);
        assertThat(roti().isEstimateDue()).isFalse();
    }

    @Test
    void anEstimateIsDueFromFourFifthsOfTheHoursOnUntilItIsGiven() {
        acme();
        log(1, "growth", 2687);
        assertThat(roti().isEstimateDue()).isFalse();
        log(2, "growth", 1);
        assertThat(roti().isEstimateDue()).isTrue();
        assertThat(roti().nextHour().map(Rate::hours)).contains(Hours.of(56));

        answer("hours_required", 0, String.valueOf(2688 + 600));
        assertThat(roti().isEstimateDue()).isFalse();
        assertThat(roti().nextHour().map(Rate::hours)).contains(Hours.of(10));
        log(3, "growth", 479);
        assertThat(roti().isEstimateDue()).isFalse();
        log(4, "growth", 1);
        assertThat(roti().isEstimateDue()).isTrue();
    }

    @Test
    void theLastHoursNeverEarnAFortune() {
        acme();
        log(1, "growth", 27 * 60);
        answer("hours_required", 0, String.valueOf(28 * 60));
        assertThat(roti().isEstimateDue()).isFalse();
        assertThat(roti().basis()).isEqualTo(NextHourBasis.FLOOR);
        assertThat(roti().nextHour().map(Rate::hours)).contains(Hours.of(4));
        assertThat(roti().hoursLeft()).contains(Hours.of(1));

        answer("hours_required", 0, "3361");
        assertThat(roti().basis()).isEqualTo(NextHourBasis.HOURS_LEFT);
        log(2, "growth", 24 * 60);
        answer("hours_required", 0, "3361");
        assertThat(roti().nextHour().map(Rate::hours)).contains(new Hours(337));
    }

    @Test
    void growthHoursThatWinNothingLowerWhatIsEarned() {
        acme();
        log(1, "growth", 10 * 60);
        happened(Kind.WON, 1, "6600000");
        Rate before = roti().earned().orElseThrow();
        happened(Kind.LOST, 2, "price");
        log(2, "growth", 5 * 60);
        assertThat(roti().earned().orElseThrow()).isLessThan(before);
    }

    @Test
    void pastTheHoursRequiredTheForecastCountsTheHoursLogged() {
        acme();
        log(1, "growth", 70 * 60);

        assertThat(roti().forecast().map(Rate::anHour)).contains(new Money(31_143));
        assertThat(roti().nextHour()).isEqualTo(roti().forecast());
        assertThat(roti().isEstimateDue()).isTrue();
        assertThat(roti().hoursLeft()).isEmpty();
    }

    @Test
    void whatIsWonCountsAsItCame() {
        acme();
        log(1, "growth", 70 * 60);
        happened(Kind.WON, 1, "6600000");

        assertThat(roti().egp()).isEqualByComparingTo("3140000");
        assertThat(roti().openEgp()).isEqualByComparingTo("500000");
        assertThat(roti().wonProfit()).isEqualByComparingTo("2640000");
        assertThat(roti().earned().map(Rate::anHour)).contains(new Money(37_714));
    }

    @Test
    void whatIsLostCountsForNothingAndWithNothingOpenThereIsNoNextHour() {
        acme();
        happened(Kind.LOST, 1, "price");
        assertThat(roti().egp()).isEqualByComparingTo("500000");
        happened(Kind.WON, 2, "100");
        assertThat(roti().isNothingOpen()).isTrue();
        assertThat(roti().nextHour()).isEmpty();
        happened(Kind.STILL_OPEN, 1, "");
        assertThat(roti().openEgp()).isEqualByComparingTo("1680000");
    }

    @Test
    void anAccountWithARenewalToDefendIsNeverBelowBreakEven() {
        acme();
        assertThat(roti().isBelow(new Money(38_930))).isTrue();
        assertThat(roti().isBelow(new Money(38_929))).isFalse();
        entries.add(new Entry(Kind.ROW_ADDED, "opportunity", 3, "", "", Instant.EPOCH));
        answer("opportunity.what", 3, "Keep the frame contract");
        answer("opportunity.last_year", 3, "40000000");
        answer("opportunity.increase", 3, "keep");
        assertThat(roti().protectedProfit()).isEqualByComparingTo("16000000");
        assertThat(roti().isBelow(new Money(38_930))).isFalse();
    }

    // ── For any numbers ──────────────────────────────────────────────────────────────────────────────────

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aBetterChanceOrMarginIsWorthMoreAndMoreHoursLess(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            anything(random);
            Roti before = roti();
            WhatIf margin = new WhatIf(Optional.empty(), Optional.empty(), Optional.of(Percent.of(100)));
            WhatIf chance = new WhatIf(Optional.empty(), Optional.of(Percent.of(100)), Optional.empty());
            Hours more = before.required().orElseThrow().plus(new Hours(1 + random.nextInt(6_000)));
            WhatIf hours = new WhatIf(Optional.of(more), Optional.empty(), Optional.empty());

            assertThat(Roti.of(plan(), margin).egp()).isGreaterThanOrEqualTo(before.egp());
            assertThat(Roti.of(plan(), chance).openEgp()).isGreaterThanOrEqualTo(before.openEgp());
            assertThat(Roti.of(plan(), hours).planned().orElseThrow())
                    .isLessThanOrEqualTo(before.planned().orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void thePartsMakeTheWhole(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            anything(random);
            Roti roti = roti();
            BigDecimal parts = roti.opportunities().stream()
                    .map(opportunity -> opportunity.egp().orElseThrow())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(roti.egp()).isEqualByComparingTo(parts);
            assertThat(roti.egp()).isEqualByComparingTo(roti.openEgp().add(roti.wonProfit()));
            assertThat(roti.growth().plus(roti.upkeep())).isEqualTo(TimeEntry.sum(plan().timeLog().stream()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIfIsWhatDoingItComesTo(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            anything(random);
            Percent chance = Percent.of(1 + random.nextInt(100));
            Percent margin = Percent.of(1 + random.nextInt(100));
            Hours hours = new Hours(1 + random.nextInt(30_000));
            Roti would = Roti.of(plan(), new WhatIf(Optional.of(hours), Optional.of(chance), Optional.of(margin)));

            roti().opportunities().stream()
                    .filter(OpportunityValue::isOpen)
                    .forEach(opportunity -> answer("opportunity.probability", opportunity.row(), chance.toString()));
            answer("gross_margin", 0, margin.toString());
            answer("hours_required", 0, String.valueOf(hours.minutes()));
            assertThat(would).isEqualTo(roti());
        }
    }

    private void anything(Random random) {
        entries.clear();
        int rows = 1 + random.nextInt(6);
        for (int row = 1; row <= rows; row++) {
            opportunity(row, 1 + random.nextInt(1_000_000), 1 + random.nextInt(100));
            if (random.nextInt(4) == 0) {
                answer("opportunity.margin", row, String.valueOf(1 + random.nextInt(100)));
            }
            switch (random.nextInt(5)) {
                case 0 -> happened(Kind.WON, row, String.valueOf(random.nextInt(10_000_000)));
                case 1 -> happened(Kind.LOST, row, "price");
                default -> {}
            }
        }
        answer("gross_margin", 0, String.valueOf(1 + random.nextInt(100)));
        answer("hours_required", 0, String.valueOf(60 + random.nextInt(20_000)));
        for (int entry = 1; entry <= random.nextInt(8); entry++) {
            log(entry, random.nextBoolean() ? "growth" : "upkeep", 15 + random.nextInt(600));
        }
    }

    private void log(int number, String kind, int minutes) {
        entries.add(new Entry(Kind.LOGGED, "", number, "2026-03-03 " + kind + " " + minutes, "", Instant.EPOCH));
    }

    private void happened(Kind kind, int row, String value) {
        entries.add(new Entry(kind, "opportunity", row, value, "", Instant.EPOCH));
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
