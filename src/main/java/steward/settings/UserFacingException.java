package steward.settings;

/** Says in one plain sentence why Steward can't start, and how to mend it. */
public final class UserFacingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UserFacingException(String sentence) {
        super(sentence);
    }
}
