package steward.doctor;

/**
 * What the doctor found out about one thing.
 *
 * @param words what is so, or what is wrong and how to mend it, or why it can't be known
 */
public record Finding(String about, Verdict verdict, String words) {

    enum Verdict {
        WELL("ok"),
        WRONG("WRONG"),
        /** Something else has to be mended first. */
        UNKNOWN("?");

        private final String shown;

        Verdict(String shown) {
            this.shown = shown;
        }
    }

    static Finding well(String about, String words) {
        return new Finding(about, Verdict.WELL, words);
    }

    static Finding wrong(String about, String words) {
        return new Finding(about, Verdict.WRONG, words);
    }

    static Finding unknown(String about, String words) {
        return new Finding(about, Verdict.UNKNOWN, words);
    }

    boolean isWell() {
        return verdict == Verdict.WELL;
    }

    public boolean isWrong() {
        return verdict == Verdict.WRONG;
    }

    /** One line for a person. */
    public String line() {
        return "%-6s %s: %s".formatted(verdict.shown, about, words);
    }
}
