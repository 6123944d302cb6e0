package steward.conversation.time;

import java.util.List;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.PlanCard;

/** What {@code /time} tells a rep who does not know it yet. */
final class TimeHelp {

    private TimeHelp() {}

    static Message message() {
        return Message.of(
                new Part.Paragraph(
                        Words.of("*Log the hours you spend on an account*, one entry or several at a time.")),
                new Part.Paragraph(Words.of("""
                        `/time Acme 2h` today, towards winning opportunities: growth
                        `/time Acme 2h Tue, Delta 1h30 yesterday QBR prep, Cargo 45m upkeep` three entries, in the order you like
                        `/time` shows this week, where each entry can be changed or deleted
                        `/time last week` or `/time week 2026-W10` another week, `/time Acme` one account
                        `/time form` opens a form""")),
                new Part.Quiet(Words.of(
                        "`upkeep` is time that serves the account as it is; it is kept beside growth and does not count towards the "
                                + "hours required. Days: `yesterday`, `Tue`, `last Friday`, `3 days ago`, `12 Mar`; up to a year back. "
                                + "In this chat `2h Acme` alone does the same while no question is open.")));
    }

    /** There is nothing to log time on: no plan at all, or none that is not closed. */
    static Message noPlans(List<PlanCard> plans) {
        return Message.say(
                plans.isEmpty()
                        ? "Time is logged on an account that has a plan, and you have none yet. `/plan Acme` starts one for the account Acme."
                        : "All your plans are closed. `/plan` lists them; bring one back, or start another with `/plan Acme`.");
    }
}
