package steward.export;

/**
 * A column of a sheet.
 *
 * @param width how many characters fit in it
 * @param side where its cells stand: left for words, right for numbers
 */
record Column(String heading, int width, String side) {

    static final String WORDS = "left";
    static final String NUMBERS = "right";

    static Column words(String heading, int width) {
        return new Column(heading, width, WORDS);
    }

    static Column numbers(String heading, int width) {
        return new Column(heading, width, NUMBERS);
    }
}
