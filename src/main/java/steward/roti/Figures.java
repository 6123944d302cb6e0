package steward.roti;

import java.math.BigDecimal;
import java.text.NumberFormat;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;

/** Formats amounts, rates and hours for the rep. */
public final class Figures {

    private static final int MINUTES_AN_HOUR = 60;

    private final Notation notation;

    public Figures(Notation notation) {
        this.notation = notation;
    }

    /** "$21,800", from an amount worked out in minor units. */
    public String money(BigDecimal minor) {
        return money(Money.rounded(minor));
    }

    public String money(Money money) {
        return money.shown(notation);
    }

    /** "$660.61", where a rate stands alone. */
    public String rate(Rate rate) {
        return inFull(rate.anHour());
    }

    /** "$389.00", with its cents. */
    public String inFull(Money money) {
        return money.shownInFull(notation);
    }

    /** "$661", where rates stand under each other. */
    public String wholeRate(Rate rate) {
        return rate.inWholeAnHour(notation).shown(notation);
    }

    /** "33 h", "1 h 30". */
    public String hours(Hours hours) {
        return hours.isPositive() ? hours.shown(notation) : "0 h";
    }

    /** ", estimate due" or ", counted as 4 h left" behind what the next hour earns; empty where it is worked out from the hours left. */
    public String basis(Roti roti) {
        if (roti.isNothingOpen()) {
            return "";
        }
        return switch (roti.basis()) {
            case HOURS_LEFT -> "";
            case FLOOR -> ", counted as " + hours(roti.divisor().orElse(Hours.NONE)) + " left";
            case ESTIMATE_DUE -> ", estimate due";
        };
    }

    /** "33", under a head that says that they are hours; "11 h 40" where they are no whole ones. */
    public String number(Hours hours) {
        return hours.minutes() % MINUTES_AN_HOUR == 0
                ? NumberFormat.getIntegerInstance(notation.written()).format(hours.minutes() / MINUTES_AN_HOUR)
                : hours(hours);
    }

    /** An amount as a chart draws it, in dollars rather than cents. */
    public BigDecimal bar(Money money) {
        return BigDecimal.valueOf(money.minor(), Math.max(0, notation.currency().getDefaultFractionDigits()));
    }

    /** "$" or "USD": what the amounts of a chart are in. */
    public String currency() {
        return notation.currency().getSymbol(notation.written());
    }
}
