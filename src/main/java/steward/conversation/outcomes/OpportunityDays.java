package steward.conversation.outcomes;

import java.util.regex.Pattern;
import steward.dashboard.OpportunityLines;
import steward.message.About;
import steward.plan.Plan;

/** Days picked for an opportunity that is still open. A calendar says nothing but the day; what it is for stands in what it is about. */
public final class OpportunityDays {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private OpportunityDays() {}

    /** Whether what was tapped is the day by which an opportunity is to be won. */
    public static boolean isPicked(About about, String says) {
        return about.question().equals(OpportunityLines.WON_BY)
                && DAY.matcher(says).matches();
    }

    /** The command that it stands for. */
    public static String command(Plan plan, About about, String day) {
        return "/plan still " + OpportunityLines.number(plan, about.row()) + " " + day;
    }
}
