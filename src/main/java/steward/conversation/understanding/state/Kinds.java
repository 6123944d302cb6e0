package steward.conversation.understanding.state;

import steward.plan.Blank;
import steward.worksheet.Worksheet;

/** What kind of answer a blank takes. */
public final class Kinds {

    private Kinds() {}

    /** Words, a list, or a person: nearly all can be read as one. */
    public static boolean takesWords(Blank blank) {
        return blank.question().answer().isLong() || isPerson(blank);
    }

    public static boolean isPerson(Blank blank) {
        return blank.headsRow()
                && blank.table().filter(Worksheet.ROLES::contains).isPresent();
    }

    public static boolean isList(Blank blank) {
        return blank.question().answer().isList();
    }

    public static boolean isYesNo(Blank blank) {
        return blank.question().answer().isYesNo();
    }

    public static boolean isDate(Blank blank) {
        return blank.question().answer().isDate();
    }
}
