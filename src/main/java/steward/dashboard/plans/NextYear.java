package steward.dashboard.plans;

import java.time.LocalDate;
import java.time.Month;
import steward.message.Control.Button;
import steward.plan.Plan;

/** The plan that goes on where one ends: that of the next year. */
public record NextYear(Plan plan) {

    public int year() {
        return plan.year() + 1;
    }

    /** Whether it is time to begin it: from November on. */
    public boolean isDue(LocalDate today) {
        return isDueAfter(plan.year(), today);
    }

    /** Whether it is time to begin the plan of the year after one. */
    public static boolean isDueAfter(int year, LocalDate today) {
        return !today.isBefore(LocalDate.of(year, Month.NOVEMBER, 1));
    }

    /** The button that begins it, or opens it once it is there. */
    public Button button() {
        return new Button("Plan " + year(), "/plan new " + plan.account() + " " + year());
    }
}
