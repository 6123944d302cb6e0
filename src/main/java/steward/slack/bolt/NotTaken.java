package steward.slack.bolt;

/** An event could not be taken: Slack is to deliver it again. Bolt would turn a handler's answer of that kind into one that all is well. */
final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reference;
    private final transient Runnable then;

    /**
     * @param reference what the log knows the failure by
     * @param then what is to be done once Slack has been answered
     */
    NotTaken(String reference, Runnable then) {
        super("An event could not be taken, reference " + reference, null, false, false);
        this.reference = reference;
        this.then = then;
    }

    Acknowledgement deliverAgain() {
        return Acknowledgement.text(Acknowledgement.UNAVAILABLE, "Please deliver this again. Reference: " + reference)
                .then(then);
    }
}
