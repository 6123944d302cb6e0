package steward.slack.quarter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import steward.conversation.session.RepSession;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.PlanId;

/** What stands in a plan that was written elsewhere, line by line. */
record Paper(RepSession desk, PlanId plan, Instant now) {

    void draft() {
        write(Kind.ANSWERED, "mission", 0, "Better glass");
    }

    void begin(LocalDate today) {
        write(Kind.CYCLE_STARTED, "", 0, today.toString());
    }

    void action(int row, String what, LocalDate due) {
        if (row > 1) {
            write(Kind.ROW_ADDED, "action", row, "");
        }
        write(Kind.ANSWERED, "action.what", row, what);
        write(Kind.ANSWERED, "action.due", row, due.toString());
    }

    void opportunity(int row, String what, LocalDate timeline) {
        if (row > 1) {
            write(Kind.ROW_ADDED, "opportunity", row, "");
        }
        write(Kind.ANSWERED, "opportunity.what", row, what);
        write(Kind.ANSWERED, "opportunity.last_year", row, "12000000");
        write(Kind.ANSWERED, "opportunity.increase", row, "6000000");
        write(Kind.ANSWERED, "opportunity.probability", row, "70");
        write(Kind.ANSWERED, "opportunity.timeline", row, timeline.toString());
    }

    void pause() {
        write(Kind.PAUSED, "", 0, "");
    }

    void resume() {
        write(Kind.RESUMED, "", 0, "");
    }

    private void write(Kind kind, String question, int row, String value) {
        desk.write(plan, List.of(new Entry(kind, question, row, value, value, now)));
    }
}
