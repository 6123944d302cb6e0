package steward.export.workbook.cells;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import steward.export.source.ExportedPlan;
import steward.roti.OpportunityValue;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Increase;
import steward.worksheet.values.Money;
import steward.worksheet.values.Percent;

/**
 * How amounts, shares, hours and days are written into cells: as numbers that can be worked with, each with the format that shows it as
 * the workspace writes it.
 */
public final class CellFormats {

    /** "Fri 12 Mar 2027", in the words of who opens the file. */
    static final String DAY = "ddd d mmm yyyy";

    public static final String COUNT = "0";

    public static final String HOURS = "#,##0.00";

    /** "56.00 h", for where hours stand alone. */
    public static final String HOURS_ALONE = HOURS + quoted(" h");

    public static final String WHOLE_PERCENT = "0%";

    private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

    private static final int PERCENT_DECIMALS_MAX = 4;

    private final String before;
    private final String after;
    private final int centDigits;
    private final boolean hasCents;
    private final boolean isInLakh;

    public CellFormats(ExportedPlan exported) {
        String nothing = Money.ZERO.shown(exported.notation());
        int digit = (int) nothing.chars().takeWhile(c -> !Character.isDigit(c)).count();
        this.before = quoted(nothing.substring(0, digit));
        this.after = quoted(nothing.substring(digit + 1));
        this.centDigits = Math.max(0, exported.notation().currency().getDefaultFractionDigits());
        this.isInLakh = exported.notation().isInLakh();
        this.hasCents = amounts(exported).map(this::amount).anyMatch(CellFormats::hasDecimals);
    }

    private static Stream<Money> amounts(ExportedPlan exported) {
        Roti roti = exported.roti();
        return Stream.concat(
                exported.plan().get(Worksheet.REVENUE_GOAL, 0).stream(),
                roti.opportunities().stream().flatMap(CellFormats::amounts));
    }

    private static Stream<Money> amounts(OpportunityValue opportunity) {
        Optional<Money> won = opportunity.outcome().either(Optional::empty, Optional::of, why -> Optional.empty());
        return Stream.of(opportunity.lastYear(), opportunity.increase().map(Increase::amount), won)
                .flatMap(Optional::stream);
    }

    private static boolean hasDecimals(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() > 0;
    }

    // ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────

    /** In dollars, or what the currency has for them. */
    public BigDecimal amount(Money money) {
        return amount(BigDecimal.valueOf(money.minor()));
    }

    /**
     * In dollars, or what the currency has for them.
     *
     * @param minor in minor units, exact
     */
    public BigDecimal amount(BigDecimal minor) {
        return minor.movePointLeft(centDigits);
    }

    public static BigDecimal hours(Hours time) {
        return BigDecimal.valueOf(time.minutes()).divide(MINUTES_AN_HOUR, MathContext.DECIMAL64);
    }

    // ── Formats ──────────────────────────────────────────────────────────────────────────────────────────

    /** "$250,000": with cents in all amounts if the plan has any. */
    public String money() {
        return money(hasCents, "");
    }

    /** "$660.61/h", with its cents. */
    public String moneyAnHour() {
        return money(true, "/h");
    }

    private String money(boolean cents, String unit) {
        String decimals = cents && centDigits > 0 ? "." + "0".repeat(centDigits) : "";
        UnaryOperator<String> whole = digits -> before + digits + decimals + after + quoted(unit);
        return isInLakh
                ? "[>=10000000]" + whole.apply("##\\,##\\,##\\,##0") + ";[>=100000]" + whole.apply("##\\,##\\,##0")
                        + ";" + whole.apply("#,##0")
                : whole.apply("#,##0");
    }

    /** "37.5%", with the decimals that it has. */
    public static String percent(Percent percent) {
        int decimals = Math.min(percent.value().scale(), PERCENT_DECIMALS_MAX);
        return decimals > 0 ? "0." + "0".repeat(decimals) + "%" : WHOLE_PERCENT;
    }

    private static String quoted(String words) {
        return words.isEmpty() ? "" : '"' + words + '"';
    }
}
