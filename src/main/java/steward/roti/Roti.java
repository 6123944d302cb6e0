package steward.roti;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Money;
import steward.worksheet.values.Percent;

/**
 * The return on time invested: what an hour spent on winning an account's opportunities earns.
 *
 * <p>The expected gross profit (EGP) of an opportunity is increase × probability × gross margin; of a plan, the sum over its
 * opportunities. Planned ROTI = EGP ÷ T, the hours required. All amounts are exact: they are rounded where they are shown.
 *
 * @param opportunities the opportunities that stand
 * @param required the hours that winning will take, T; absent while not known
 * @param growth the hours logged towards winning, L
 * @param upkeep the hours logged to serve the account as it is
 * @param whenEstimated what L was when the rep said what T is
 */
public record Roti(
        List<OpportunityValue> opportunities,
        Optional<Hours> required,
        Hours growth,
        Hours upkeep,
        Hours whenEstimated) {

    /** From this share of the hours on, an estimate is due for another: how many more? In tenths. */
    private static final int ESTIMATE_DUE_TENTHS = 8;

    private static final long FLOOR_SHARE = 10;
    private static final long FLOOR_MINUTES = 4 * 60;

    private static final Rate NOTHING = new Rate(BigDecimal.ZERO, new Hours(1));

    public Roti {
        opportunities = List.copyOf(opportunities);
    }

    public static Roti of(Plan plan) {
        return of(plan, WhatIf.AS_IT_IS);
    }

    /** The ROTI that a plan would have. */
    public static Roti of(Plan plan, WhatIf change) {
        Optional<Percent> margin = change.margin().or(() -> plan.get(Worksheet.GROSS_MARGIN, 0));
        List<OpportunityValue> opportunities = plan.rows(Worksheet.OPPORTUNITIES).stream()
                .map(row -> OpportunityValue.of(plan, row, margin))
                .map(opportunity -> change.probability()
                        .filter(chance -> opportunity.isOpen())
                        .map(opportunity::withProbability)
                        .orElse(opportunity))
                .toList();
        return new Roti(
                opportunities,
                change.hours().or(() -> plan.get(Worksheet.HOURS_REQUIRED, 0)),
                plan.growth(),
                plan.upkeep(),
                change.hours().isPresent() ? plan.growth() : plan.growthWhenEstimated());
    }

    /** The expected gross profit, won and lost opportunities included, as far as it is known. */
    public BigDecimal egp() {
        return sum(opportunities.stream(), opportunity -> opportunity.egp().orElse(BigDecimal.ZERO));
    }

    /** The part of the expected gross profit that is neither won nor lost. */
    public BigDecimal openEgp() {
        return sum(
                opportunities.stream().filter(OpportunityValue::isOpen),
                opportunity -> opportunity.egp().orElse(BigDecimal.ZERO));
    }

    /** The actual gross profit won. */
    public BigDecimal wonProfit() {
        return sum(opportunities.stream(), OpportunityValue::won);
    }

    /** How many renewals there are to defend. */
    public long renewals() {
        return opportunities.stream().filter(OpportunityValue::isToDefend).count();
    }

    /** The gross profit that renewals to defend protect: last year's revenue × margin, as far as it is known. */
    public BigDecimal protectedProfit() {
        return sum(opportunities.stream(), OpportunityValue::protectedProfit);
    }

    /** The revenue of the renewals that were kept, in minor units, as far as it is known. */
    public BigDecimal keptRevenue() {
        return sum(
                opportunities.stream().filter(OpportunityValue::isKept),
                opportunity -> opportunity
                        .keptRevenue()
                        .map(money -> BigDecimal.valueOf(money.minor()))
                        .orElse(BigDecimal.ZERO));
    }

    /** The gross profit of the renewals that were kept, as far as it is known: nothing new, and no less earned. */
    public BigDecimal keptProfit() {
        return sum(
                opportunities.stream().filter(OpportunityValue::isKept),
                opportunity -> opportunity.keptProfit().orElse(BigDecimal.ZERO));
    }

    private static BigDecimal sum(Stream<OpportunityValue> opportunities, Function<OpportunityValue, BigDecimal> part) {
        return opportunities.map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** EGP ÷ T. */
    public Optional<Rate> planned() {
        return over(egp(), required);
    }

    /** EGP ÷ the larger of T and L: what the plan comes to if it took no more hours than that. */
    public Optional<Rate> forecast() {
        return over(egp(), required.map(this::orLogged));
    }

    /** Gross profit won ÷ L; empty while no growth hours are logged. */
    public Optional<Rate> earned() {
        return over(wonProfit(), Optional.of(growth));
    }

    /**
     * What an hour from now still earns: the open EGP ÷ the hours of {@link #basis()}. Empty with nothing open, and while it can't be known.
     */
    public Optional<Rate> nextHour() {
        return isNothingOpen() ? Optional.empty() : over(openEgp(), divisor());
    }

    /** The hours of {@link #basis()}; empty while T is not known. */
    public Optional<Hours> divisor() {
        return required.map(hours -> switch (basis()) {
            case HOURS_LEFT -> hours.minus(growth);
            case FLOOR -> floor(hours);
            case ESTIMATE_DUE -> orLogged(hours);
        });
    }

    /** What the open EGP is divided by: T − L, but not less than a tenth of T or 4 h; while an estimate is due, the larger of T and L. */
    public NextHourBasis basis() {
        if (isEstimateDue()) {
            return NextHourBasis.ESTIMATE_DUE;
        }
        return required.filter(hours -> hours.minus(growth).compareTo(floor(hours)) < 0)
                        .isPresent()
                ? NextHourBasis.FLOOR
                : NextHourBasis.HOURS_LEFT;
    }

    /** The hours that count as left where fewer are: an estimate is no better than that, and a last minute would seem to earn a fortune. */
    private static Hours floor(Hours required) {
        long tenth = (required.minutes() + FLOOR_SHARE - 1) / FLOOR_SHARE;
        return new Hours(Math.max(tenth, FLOOR_MINUTES));
    }

    private Hours orLogged(Hours hours) {
        return hours.compareTo(growth) > 0 ? hours : growth;
    }

    private static Optional<Rate> over(BigDecimal amount, Optional<Hours> hours) {
        return hours.filter(Hours::isPositive).map(time -> new Rate(amount, time));
    }

    /** T − L; empty while T is not known or once it is used up. */
    public Optional<Hours> hoursLeft() {
        return required.filter(hours -> hours.compareTo(growth) > 0).map(hours -> hours.minus(growth));
    }

    /** Whether there is nothing new left to win; there may be renewals to defend. */
    public boolean isNothingOpen() {
        return opportunities.stream().noneMatch(OpportunityValue::isOpen);
    }

    /**
     * Whether the rep should say how many more hours it will take: from 80 % of T on, until they do. What they then say sets T, and lasts
     * until 80 % of the hours added by it are used as well.
     */
    public boolean isEstimateDue() {
        return required.filter(hours ->
                        isUsedUp(growth, hours) && isUsedUp(growth.minus(whenEstimated), hours.minus(whenEstimated)))
                .isPresent();
    }

    private static boolean isUsedUp(Hours used, Hours hours) {
        return used.minutes() * 10 >= hours.minutes() * ESTIMATE_DUE_TENTHS;
    }

    /** Whether an hour from now earns less than it costs. An account with a renewal to defend is more than its next hour, so it never is. */
    public boolean isBelow(Money breakEven) {
        return renewals() == 0
                && nextHour()
                        .filter(rate -> rate.anHour().compareTo(breakEven) < 0)
                        .isPresent();
    }

    /** The questions without whose answers an opportunity, or the ROTI, counts for nothing. */
    public List<Question<?>> missing() {
        Stream<Question<?>> hours = required.isPresent() ? Stream.empty() : Stream.of(Worksheet.HOURS_REQUIRED);
        return Stream.concat(opportunities.stream().flatMap(OpportunityValue::missing), hours)
                .distinct()
                .toList();
    }

    /** What is missing, in words: "the gross margin and the hours required". */
    public String missingNames() {
        return missing().stream()
                .map(question -> "the " + question.label().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
    }

    /** Whether all is known of what is won or lost, which is all that the earned ROTI is worked out from. */
    public boolean isEarnedKnown() {
        return opportunities.stream()
                .allMatch(opportunity ->
                        opportunity.outcome().isOpen() || opportunity.egp().isPresent());
    }

    /** Whether all is known that it is worked out from. */
    public boolean isKnown() {
        return missing().isEmpty();
    }

    /** Accounts by what their next hour is worth, the best first; then those of which that is not known, and those with nothing open last. */
    public static Comparator<Roti> byNextHour() {
        return Comparator.comparing(Roti::isNothingOpen)
                .thenComparing(roti -> !roti.isKnown())
                .thenComparing(
                        roti -> roti.nextHour().orElse(NOTHING),
                        Comparator.<Rate>naturalOrder().reversed());
    }
}
