package steward.sandbox.webapi;

/** How the arguments of a method may be sent in a POST; by GET and as a form all may be. */
public enum Encoding {
    /** Slack does not look at JSON that is sent to such a method: the arguments count as not given. */
    FORM,
    FORM_OR_JSON
}
