package steward.conversation.session;

/**
 * The world keeps the store from its work: its disk is full, say, or nobody answers. That is logged when it begins and when it is over, not
 * each time that somebody meets it. What was to be written may have been, or not.
 */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reference;

    /** @param reference what the log knows the outage by */
    public StoreUnavailable(String reference, Throwable cause) {
        super("The store can't be used, reference " + reference, cause, false, false);
        this.reference = reference;
    }

    public String reference() {
        return reference;
    }
}
