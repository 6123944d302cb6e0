package steward.worksheet.values;

/**
 * What an opportunity is to bring this year beyond last year's revenue; a renewal brings nothing new, but has last year's to defend.
 *
 * @param amount zero for a renewal
 */
public record Increase(Money amount) {

    /** Last year's revenue is to be kept. */
    public static final Increase RENEWAL = new Increase(Money.ZERO);

    public Increase {
        if (amount.compareTo(Money.ZERO) < 0) {
            throw new IllegalArgumentException("An increase is never below zero");
        }
    }

    public boolean isRenewal() {
        return !amount.isPositive();
    }
}
