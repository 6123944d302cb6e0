package steward.export.workbook;

/** How a cell is marked while something is true of it, in colours that are told apart in print as well: the deeper, the worse. */
enum Mark {
    GOOD("E3F1E7", "1F5C4D"),
    LOOK("FFF3D6", "7A4F00"),
    LATE("FBE0DD", "9B1C12");

    private final String fill;
    private final String words;

    Mark(String fill, String words) {
        this.fill = fill;
        this.words = words;
    }

    String fill() {
        return fill;
    }

    /** The colour of the words in it. */
    String words() {
        return words;
    }
}
