package steward.plan;

/**
 * What last year's plan says where this one has no answer yet: nothing of it counts until the rep confirms it.
 *
 * @param kept as it is kept in the database; empty if it was left open last year
 * @param said the rep's own words of last year, as typed
 */
public record Suggestion(String kept, String said) {

    /** Whether last year's plan has no answer there either. */
    public boolean isLeftOpen() {
        return kept.isEmpty();
    }
}
