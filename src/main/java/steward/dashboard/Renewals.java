package steward.dashboard;

import java.math.BigDecimal;
import steward.roti.Figures;
import steward.roti.Roti;
import steward.worksheet.values.Notation;

/** Says which renewals an account has to defend: they earn nothing new, and are never nothing. */
public final class Renewals {

    private final long count;
    private final BigDecimal protectedProfit;
    private final Figures figures;

    public Renewals(Roti roti, Notation notation) {
        this.count = roti.renewals();
        this.protectedProfit = roti.protectedProfit();
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

    private boolean isProfitKnown() {
        return protectedProfit.signum() > 0;
    }

    private String protects() {
        return (count == 1 ? "protects " : "protect ") + figures.money(protectedProfit) + " of gross profit";
    }
}
