package steward.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import steward.endtoend.fixtures.StubSlack;

/** Writes running plans straight into a store that is new: the rep's own, and those of others. */
final class PlanRows {

    private static final int PLANS_OF_ANOTHER = 20;
    private static final int BATCH_ROWS = 20_000;
    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    private final PreparedBatch plans;
    private final PreparedBatch entries;
    private int written;

    PlanRows(Handle handle) {
        handle.execute("insert into delivery (team_id, key, at) values (?, 'filled', 0)", StubSlack.TEAM);
        plans = handle.prepareBatch(
                "insert into plan (team_id, plan_id, owner_id, account, year, created_at) values (?, ?, ?, ?, 2026, ?)");
        entries = handle.prepareBatch("insert into entry"
                + " (team_id, plan_id, seq, delivery, kind, question, row_no, value, said, at)"
                + " values (?, ?, ?, 'filled', ?, ?, ?, ?, '', ?)");
    }

    /** Plans of the rep who is measured, of the accounts "Account 0", "Account 1" and so on. */
    PlanRows own(int count, int timeEntries) {
        for (int i = 0; i < count; i++) {
            write(StubSlack.USER, timeEntries);
        }
        return flush();
    }

    PlanRows ofOthers(int count, int timeEntries) {
        for (int i = 0; i < count; i++) {
            write("U" + i / PLANS_OF_ANOTHER, timeEntries);
        }
        return flush();
    }

    private void write(String owner, int timeEntries) {
        int plan = written++;
        plans.add(StubSlack.TEAM, "plan" + plan, owner, "Account " + plan, START.toEpochMilli());
        List<Happened> journal = journal(plan, timeEntries);
        for (int seq = 0; seq < journal.size(); seq++) {
            Happened line = journal.get(seq);
            entries.add(
                    StubSlack.TEAM,
                    "plan" + plan,
                    seq + 1,
                    line.kind(),
                    line.question(),
                    line.row(),
                    line.value(),
                    START.toEpochMilli() + seq);
        }
        if (entries.size() > BATCH_ROWS) {
            flush();
        }
    }

    private PlanRows flush() {
        plans.execute();
        entries.execute();
        return this;
    }

    private record Happened(String kind, String question, int row, String value) {}

    /** A running plan with two opportunities, each question asked and answered. */
    private static List<Happened> journal(int plan, int timeEntries) {
        List<Happened> journal = new ArrayList<>();
        answer(journal, "headquarters", 0, "Toledo, Ohio");
        answer(journal, "revenue_goal", 0, "120000000");
        answer(journal, "coach.name", 1, "Lee Marsh, quality engineer");
        for (int row = 1; row <= 2; row++) {
            if (row > 1) {
                journal.add(new Happened("RowAdded", "opportunity", row, ""));
            }
            answer(journal, "opportunity.what", row, "Win the resin order for line " + row);
            answer(journal, "opportunity.last_year", row, "12000000");
            answer(journal, "opportunity.increase", row, String.valueOf(1_000_000 + plan % 97 * 10_000));
            answer(journal, "opportunity.probability", row, "70");
            answer(journal, "opportunity.timeline", row, "2026-06-30");
        }
        answer(journal, "gross_margin", 0, "40");
        answer(journal, "time_spent", 0, "9360");
        answer(journal, "hours_required", 0, "13440");
        answer(journal, "action.what", 1, "Call Dana Wu about the trial budget");
        answer(journal, "action.due", 1, "2026-04-03");
        journal.add(new Happened("CycleStarted", "", 0, "2026-03-02"));
        for (int entry = 1; entry <= timeEntries; entry++) {
            String day = LocalDate.of(2026, 3, 2).plusDays(entry / 2).toString();
            journal.add(new Happened("Logged", "", entry, day + " growth 60"));
        }
        return journal;
    }

    private static void answer(List<Happened> journal, String question, int row, String value) {
        journal.add(new Happened("Asked", question, row, "intent"));
        journal.add(new Happened("Answered", question, row, value));
    }
}
