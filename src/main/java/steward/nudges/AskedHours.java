package steward.nudges;

import java.util.List;
import steward.plan.Plan;
import steward.plan.TimeEntry;
import steward.worksheet.values.Hours;

/** The hours of one account, in the week that a nudge asks for. */
public record AskedHours(SentNudge sent, AskedWeek week, Plan plan) {

    public Hours logged() {
        return TimeEntry.sum(in(week).stream());
    }

    /** What was logged in the week before. */
    public List<TimeEntry> before() {
        return in(week.before());
    }

    /** Whether the rep has logged hours of that week since they were asked, or said that there are no more. */
    public boolean isAnswered() {
        return plan.isWeekSettled(week.from(), week.to())
                || in(week).stream().anyMatch(entry -> entry.at().isAfter(sent.at()));
    }

    private List<TimeEntry> in(AskedWeek which) {
        return plan.timeLog().stream().filter(entry -> which.holds(entry.day())).toList();
    }
}
