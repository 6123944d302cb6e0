package steward.export;

import java.util.Locale;

/** The kinds of file that a plan can be had as. */
public enum Format {
    /** The worksheet on paper. */
    PDF,
    /** The worksheet as a text document, to go on writing in. */
    DOCX,
    /** The plan's tables as sheets, its ROTI worked out by their formulas. */
    XLSX,
    /** Every answer and gap, one a line. */
    CSV,
    /** The days ahead, for a calendar. */
    ICS,
    /** The plan with its journal, for a program. */
    JSON;

    /** How the names of such files end, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
