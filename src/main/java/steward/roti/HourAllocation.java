package steward.roti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import steward.plan.Plan;
import steward.worksheet.values.Hours;

/**
 * Allocates some hours to accounts so that they earn most: the next-hour ROTI of an account is the same for each of its hours left, so all
 * go to the best account until it has no more, and on to the next.
 *
 * @param shares the accounts that get any, the best first
 * @param over what is left when every account has what it can use
 */
public record HourAllocation(List<Share> shares, Hours over) {

    /** The hours that one account gets. */
    public record Share(Plan plan, Hours hours, Rate rate) {}

    public HourAllocation {
        shares = List.copyOf(shares);
    }

    public static HourAllocation of(List<Plan> plans, Hours hours) {
        List<Share> shares = new ArrayList<>();
        Hours over = hours;
        for (Plan plan : ranked(plans)) {
            Hours room = room(plan).orElse(Hours.NONE);
            Hours given = room.compareTo(over) < 0 ? room : over;
            if (given.isPositive()) {
                shares.add(new Share(plan, given, Roti.of(plan).nextHour().orElseThrow()));
                over = over.minus(given);
            }
        }
        return new HourAllocation(shares, over);
    }

    private static List<Plan> ranked(List<Plan> plans) {
        return plans.stream()
                .sorted(Comparator.comparing(Roti::of, Roti.byNextHour()))
                .toList();
    }

    /** The hours that an account can use; empty if that is not known, or they would earn nothing. */
    private static Optional<Hours> room(Plan plan) {
        Roti roti = Roti.of(plan);
        return roti.hoursLeft()
                .filter(hours -> roti.isKnown() && !roti.isEstimateDue())
                .filter(hours -> roti.nextHour()
                        .filter(rate -> rate.amount().signum() > 0)
                        .isPresent());
    }

    /** What the hours earn, in minor units, exact to far below the cent. */
    public BigDecimal earns() {
        return shares.stream().map(share -> share.rate().in(share.hours())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
