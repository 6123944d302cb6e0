package steward.conversation.understanding;

import steward.plan.Blank;
import steward.worksheet.Worksheet;

/** What kind of answer a blank takes. */
final class Kinds {

    private Kinds() {}

    /** Words, a list, or a person: nearly all can be read as one. */
    static boolean takesWords(Blank blank) {
        return blank.question().answer().isLong() || isPerson(blank);
    }

    static boolean isPerson(Blank blank) {
        return blank.headsRow()
                && blank.table().filter(Worksheet.ROLES::contains).isPresent();
    }

    static boolean isList(Blank blank) {
        return blank.question().answer().isList();
    }

    static boolean isYesNo(Blank blank) {
        return blank.question().answer().isYesNo();
    }

    static boolean isDate(Blank blank) {
        return blank.question().answer().isDate();
    }
}
