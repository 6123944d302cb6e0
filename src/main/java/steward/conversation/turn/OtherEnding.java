package steward.conversation.turn;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.turn.writing.TurnWriter;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.worksheet.Worksheet;

/** What a rep says where Steward asks what was won, or at what it was kept, and it was lost or is open still. */
final class OtherEnding {

    private static final Pattern LOST = Pattern.compile(
            "(?:no[,:;.]? |sadly,? |sorry,? )*(?:it(?:'s| is| was| got)? |we(?:'ve| have)? |that(?:'s| is| was)? )?lost(?: it)?[.!]*"
                    + "(?:(?:[,:;.-] ?| )(?:because of |because |due to )?(?<why>.+))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern OPEN = Pattern.compile(
            "(?:no[,:;.]? |it(?:'s| is| was)? |they )*(?:not (?:yet )?(?:decided|won|kept|renewed|signed)(?: yet)?|haven['’]t decided(?: yet)?"
                    + "|undecided|still open|not yet|no decision(?: yet)?|(?:still )?pending)[.!]*",
            Pattern.CASE_INSENSITIVE);

    private final TurnWriter writer;

    OtherEnding(TurnWriter writer) {
        this.writer = writer;
    }

    /** False if the words say nothing of the kind. */
    boolean take(int row, String words) {
        Matcher lost = LOST.matcher(words.strip());
        boolean open = OPEN.matcher(words.strip()).matches();
        if (!open && !lost.matches()) {
            return false;
        }
        writer.settle(Kind.KEPT, new Blank(Worksheet.WON, row), "", "");
        OpportunityOutcomes outcomes = new OpportunityOutcomes(writer);
        if (open) {
            outcomes.stillOpen(row, Optional.empty());
        } else {
            Optional.ofNullable(lost.group("why"))
                    .ifPresentOrElse(why -> outcomes.lost(row, why), () -> outcomes.ask(Worksheet.LOST, row));
        }
        return true;
    }
}
