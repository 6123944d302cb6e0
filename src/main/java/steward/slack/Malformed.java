package steward.slack;

/** What came is not of any form that Slack sends; the message says why, and repeats nothing of it. */
final class Malformed extends Exception {

    private static final long serialVersionUID = 1;

    Malformed(String why) {
        super(why);
    }
}
