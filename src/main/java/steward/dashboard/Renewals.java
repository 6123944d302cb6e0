package steward.dashboard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.roti.Figures;
import steward.roti.OpportunityValue;
import steward.roti.Roti;
import steward.worksheet.values.Notation;

/** Says which renewals an account has to defend, and what those kept are worth: they earn nothing new, and are never nothing. */
public final class Renewals {

    private final long count;
    private final BigDecimal protectedProfit;
    private final BigDecimal keptRevenue;
    private final BigDecimal keptProfit;
    private final Figures figures;

    public Renewals(Roti roti, Notation notation) {
        this.count = roti.renewals();
        this.protectedProfit = roti.protectedProfit();
        this.keptRevenue = roti.keptRevenue();
        this.keptProfit = roti.keptProfit();
        this.figures = new Figures(notation);
    }

    public boolean isNone() {
        return count == 0;
    }

    /** "a renewal to defend", "two renewals to defend". */
    public String toDefend() {
        return count == 1 ? "a renewal to defend" : CountWords.of(count) + " renewals to defend";
    }

    /** ", which protects $64,000 of gross profit"; empty while that is not known. */
    public String whatTheyProtect() {
        return isProfitKnown() ? ", which " + protects() : "";
    }

    /** "One renewal to defend: it protects $64,000 of gross profit." */
    public String sentence() {
        String those = CountWords.atStart(count) + (count == 1 ? " renewal" : " renewals") + " to defend";
        String they = count == 1 ? "it " : "they ";
        return isProfitKnown() ? those + ": " + they + protects() + "." : those + ".";
    }

    /** "You kept $320,000 ($102,400 of gross profit)."; empty where no renewal was kept. */
    public Optional<String> kept() {
        return kept("You kept ", keptRevenue, keptProfit, figures);
    }

    /** The same for others than the rep: "Kept: $320,000 ($102,400 of gross profit)." */
    public Optional<String> keptByTheRep() {
        return kept("Kept: ", keptRevenue, keptProfit, figures);
    }

    /** The same of some of an account's renewals. */
    public static Optional<String> kept(List<OpportunityValue> renewals, Notation notation) {
        return kept(
                "You kept ",
                sum(renewals.stream()
                        .flatMap(renewal -> renewal.keptRevenue().stream())
                        .map(money -> BigDecimal.valueOf(money.minor()))),
                sum(renewals.stream().flatMap(renewal -> renewal.keptProfit().stream())),
                new Figures(notation));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<String> kept(String opening, BigDecimal revenue, BigDecimal profit, Figures figures) {
        String ofIt = profit.signum() > 0 ? " (" + figures.money(profit) + " of gross profit)" : "";
        return revenue.signum() > 0 ? Optional.of(opening + figures.money(revenue) + ofIt + ".") : Optional.empty();
    }

    private boolean isProfitKnown() {
        return protectedProfit.signum() > 0;
    }

    private String protects() {
        return (count == 1 ? "protects " : "protect ") + figures.money(protectedProfit) + " of gross profit";
    }
}
