package steward;

/**
 * What the doctor found out about one thing.
 *
 * @param words what is so, or what is wrong and how to mend it
 */
record Finding(String about, boolean isWell, String words) {

    static Finding well(String about, String words) {
        return new Finding(about, true, words);
    }

    static Finding wrong(String about, String words) {
        return new Finding(about, false, words);
    }

    /** One line for a person. */
    String line() {
        return "%-6s %s: %s".formatted(isWell ? "ok" : "WRONG", about, words);
    }
}
