package steward.export.workbook;

/**
 * A column of a sheet.
 *
 * @param width how many characters fit in it
 * @param side where its cells stand: left for words, right for numbers
 */
record SheetColumn(String heading, int width, String side) {

    static final String WORDS = "left";
    static final String NUMBERS = "right";

    static SheetColumn words(String heading, int width) {
        return new SheetColumn(heading, width, WORDS);
    }

    static SheetColumn numbers(String heading, int width) {
        return new SheetColumn(heading, width, NUMBERS);
    }
}
