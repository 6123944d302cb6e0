package steward.dashboard.nudges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import steward.dashboard.Reader;
import steward.message.PlainText;
import steward.nudges.NudgeKind;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.rep.Preferences;
import steward.rep.RepId;
import steward.worksheet.values.Notation;

/** The morning's message about actions, as it is sent and as it is drawn again after each answer. */
class ActionsNudgeTest {

    private static final PlanId ACME = new PlanId("acme");
    private static final Instant WRITTEN = Instant.parse("2026-02-20T15:00:00Z");
    private static final Instant SENT = Instant.parse("2026-03-02T15:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void onAMondayItListsTheWeek() {
        planned("Call Dana Wu", "2026-03-02");
        planned("Send the study", "2026-03-05");

        assertThat(drawn(MONDAY, 2)).isEqualTo("""
                Good morning, Priya. Two actions this week.
                Call Dana Wu
                Acme Glass  ·  due today
                [Done] [Later…]
                Send the study
                Acme Glass  ·  due Thursday
                [Done] [Later…]
                Next one when something is due  ·  /plan settings""");
    }

    @Test
    void onOtherDaysItSaysWhatIsDueOrOverdue() {
        planned("Call Dana Wu", "2026-03-02");
        assertThat(drawn(MONDAY, 1)).contains("One action is due today.");

        planned("Send the study", "2026-02-27");
        assertThat(drawn(MONDAY, 2)).contains("Two actions, one overdue.");

        entries.clear();
        planned("Send the study", "2026-02-27");
        assertThat(drawn(MONDAY, 1)).contains("One action is overdue.", "Acme Glass  ·  3 days overdue");
    }

    @Test
    void afterNoonItDoesNotSayGoodMorning() {
        planned("Call Dana Wu", "2026-03-02");

        assertThat(drawn(MONDAY, LocalTime.of(12, 0), 1)).startsWith("Good afternoon, Priya. One action is due today.");
    }

    @Test
    void eachAnswerIsShownInItsPlace() {
        planned("Call Dana Wu", "2026-03-02");
        planned("Send the study", "2026-03-05");
        planned("Visit Toledo", "2026-03-03");
        planned("Find a coach", "2026-03-06");
        planned("Book a room", "2026-03-04");
        happened(Kind.DONE, "action", 1, "", SENT.plusSeconds(60));
        happened(Kind.ANSWERED, "action.due", 2, "2026-03-12", SENT.plusSeconds(70));
        happened(Kind.SNOOZED, "action", 3, "2026-03-09", SENT.plusSeconds(80));
        happened(Kind.DROPPED, "action", 4, "Not needed", SENT.plusSeconds(90));

        assertThat(drawn(MONDAY, 5)).isEqualTo("""
                Good morning, Priya. Five actions this week.
                ✅  Call Dana Wu  ·  done
                Send the study  ·  moved to Thu 12 Mar
                Visit Toledo  ·  later, I'll remind you on Mon 9 Mar
                Find a coach  ·  dropped
                Book a room
                Acme Glass  ·  due Wednesday
                [Done] [Later…]
                Next one when something is due  ·  /plan settings""");
    }

    @Test
    void whatWasPutOffBeforeAndIsDueNowKeepsItsButtons() {
        planned("Call Dana Wu", "2026-02-27");
        happened(Kind.SNOOZED, "action", 1, "2026-03-02", WRITTEN.plusSeconds(60));

        assertThat(drawn(MONDAY, 1)).contains("[Done] [Later…]");
    }

    @Test
    void whatIsGoneFromThePlanIsNotShown() {
        planned("Call Dana Wu", "2026-03-02");
        happened(Kind.ROW_REMOVED, "action", 1, "", SENT.plusSeconds(60));

        assertThat(drawn(MONDAY, 1)).doesNotContain("Call Dana Wu").contains("One action is due today.");
    }

    private void planned(String what, String due) {
        if (entries.isEmpty()) {
            happened(Kind.CYCLE_STARTED, "", 0, "2026-02-20", WRITTEN);
        }
        int row = 1
                + (int) entries.stream()
                        .filter(entry -> entry.question().equals("action.what"))
                        .count();
        happened(Kind.ROW_ADDED, "action", row, "", WRITTEN);
        happened(Kind.ANSWERED, "action.what", row, what, WRITTEN);
        happened(Kind.ANSWERED, "action.due", row, due, WRITTEN);
    }

    private void happened(Kind kind, String question, int row, String value, Instant at) {
        entries.add(new Entry(kind, question, row, value, "", at));
    }

    private String drawn(LocalDate today, int rows) {
        return drawn(today, LocalTime.of(9, 0), rows);
    }

    private String drawn(LocalDate today, LocalTime sentAt, int rows) {
        Plan plan = new Plan(ACME, new RepId("T", "U"), "Acme Glass", 2026, entries);
        List<Subject> refs = IntStream.rangeClosed(1, rows)
                .mapToObj(row -> new Subject(ACME, row))
                .toList();
        Reader reader = new Reader("Priya", today, Notation.DEFAULT, Preferences.NONE);
        return PlainText.of(new ActionsNudge(
                        new SentNudge(NudgeKind.ACTIONS, MONDAY, SENT, refs, false), sentAt, List.of(plan), reader)
                .message(true));
    }
}
