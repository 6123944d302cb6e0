package steward.roti;

/** Which hours the open EGP is divided by, to tell what the next hour earns. */
public enum NextHourBasis {
    /** T − L, as long as that is enough for an estimate to mean something. */
    HOURS_LEFT("open EGP ÷ hours left"),
    /** A tenth of T or 4 h, whichever is more: fewer are left. */
    FLOOR("open EGP ÷ 4 h or a tenth of the hours required, whichever is more, since fewer are left"),
    /** The larger of T and L, until the rep says how many more it will take. */
    ESTIMATE_DUE("estimate due: open EGP ÷ the larger of hours required and logged");

    private final String formula;

    NextHourBasis(String formula) {
        this.formula = formula;
    }

    /** The formula in words. */
    public String formula() {
        return formula;
    }
}
