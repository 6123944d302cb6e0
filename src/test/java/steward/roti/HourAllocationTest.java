package steward.roti;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.rep.RepId;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Money;

class HourAllocationTest {

    @Test
    void theBestAccountGetsAllItHasHoursFor() {
        Plan acme = plan("Acme", 10_000, 5, 0);
        Plan borealis = plan("Borealis", 9_000, 20, 4);

        HourAllocation allocation = HourAllocation.of(List.of(borealis, acme), Hours.of(10));

        assertThat(allocation.shares().stream().map(HourAllocation.Share::plan)).containsExactly(acme, borealis);
        assertThat(allocation.shares().stream().map(HourAllocation.Share::hours))
                .containsExactly(Hours.of(5), Hours.of(5));
        assertThat(allocation.over()).isEqualTo(Hours.NONE);
        assertThat(Money.rounded(allocation.earns())).isEqualTo(new Money(1_000_000 + 281_250));
    }

    @Test
    void whatNoAccountHasHoursForIsLeftOver() {
        HourAllocation allocation = HourAllocation.of(List.of(plan("Acme", 10_000, 5, 0)), Hours.of(8));

        assertThat(allocation.over()).isEqualTo(Hours.of(3));
    }

    @Test
    void anAccountWhoseEstimateIsDueGetsNone() {
        assertThat(HourAllocation.of(List.of(plan("Acme", 10_000, 10, 9)), Hours.of(8))
                        .shares())
                .isEmpty();
    }

    /** No other way of spreading whole hours over three accounts earns more. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingEarnsMore(long seed) {
        Random random = new Random(seed);
        List<Plan> plans = IntStream.range(0, 3)
                .mapToObj(
                        i -> plan("Account " + i, 1 + random.nextInt(50_000), 2 + random.nextInt(8), random.nextInt(2)))
                .toList();
        int hours = 1 + random.nextInt(12);

        BigDecimal best = best(plans, hours);
        assertThat(HourAllocation.of(plans, Hours.of(hours)).earns().setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo(best.setScale(4, RoundingMode.HALF_UP));
    }

    private static BigDecimal best(List<Plan> plans, int hours) {
        if (plans.isEmpty()) {
            return BigDecimal.ZERO;
        }
        Roti roti = Roti.of(plans.get(0));
        long room =
                roti.isEstimateDue() ? 0 : roti.hoursLeft().orElse(Hours.NONE).minutes() / 60;
        return IntStream.rangeClosed(0, (int) Math.min(room, hours))
                .mapToObj(given -> best(plans.subList(1, plans.size()), hours - given)
                        .add(roti.nextHour()
                                .map(rate -> rate.in(Hours.of(given)))
                                .orElse(BigDecimal.ZERO)))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** An account with one sure opportunity of that many dollars, all of them gross profit. */
    private static Plan plan(String account, int dollars, int hoursRequired, int hoursLogged) {
        List<Entry> entries = new ArrayList<>();
        answer(entries, "opportunity.what", 1, "Win it");
        answer(entries, "opportunity.increase", 1, dollars + "00");
        answer(entries, "opportunity.probability", 1, "100");
        answer(entries, "gross_margin", 0, "100");
        answer(entries, "hours_required", 0, String.valueOf(hoursRequired * 60));
        if (hoursLogged > 0) {
            entries.add(new Entry(Kind.LOGGED, "", 1, "2026-03-03 growth " + hoursLogged * 60, "", Instant.EPOCH));
        }
        return new Plan(new PlanId(account), new RepId("T1", "U1"), account, 2026, entries);
    }

    private static void answer(List<Entry> entries, String question, int row, String kept) {
        entries.add(new Entry(Kind.ANSWERED, question, row, kept, kept, Instant.EPOCH));
    }
}
