package steward;

/** Says in one plain sentence why Steward can't start, and how to mend it. */
final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unusable(String sentence) {
        super(sentence);
    }
}
