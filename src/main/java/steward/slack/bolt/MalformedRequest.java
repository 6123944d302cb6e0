package steward.slack.bolt;

/** What came is not of any form that Slack sends; the message says why, and repeats nothing of it. */
final class MalformedRequest extends Exception {

    private static final long serialVersionUID = 1;

    MalformedRequest(String why) {
        super(why);
    }
}
