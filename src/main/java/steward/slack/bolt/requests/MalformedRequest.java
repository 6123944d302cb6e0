package steward.slack.bolt.requests;

/** What came is not of any form that Slack sends; the message says why, and repeats nothing of it. */
public final class MalformedRequest extends Exception {

    private static final long serialVersionUID = 1;

    public MalformedRequest(String why) {
        super(why);
    }
}
