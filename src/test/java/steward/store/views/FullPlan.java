package steward.store.views;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import steward.conversation.session.NudgeMessage;
import steward.message.About;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.Outbox.Arrival;
import steward.message.Purpose;
import steward.message.Stamp;
import steward.nudges.NudgeKind;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.PlanId;
import steward.rep.Preferences;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.rep.WorkingWeek;
import steward.store.Store;

/** A plan with something of everything, and all that a store keeps besides, so that no table or view stays empty. */
public final class FullPlan {

    private static final PlanId PLAN = new PlanId("rich");
    private static final Instant START = Instant.parse("2027-03-01T15:00:00Z");

    private final Store store;
    private final RepId rep;
    private final List<Entry> journal = new ArrayList<>();

    private FullPlan(Store store, RepId rep) {
        this.store = store;
        this.rep = rep;
    }

    public static void write(Store store, RepId rep) {
        FullPlan plan = new FullPlan(store, rep);
        plan.tellOfTheRep();
        plan.snapshotAndAnalysis();
        plan.opportunities();
        plan.life();
        store.sessions().take(rep, "rich", START, session -> {
            session.start(PLAN, "Bäckerei \"Korn\" & Söhne \\ 🎉", 2027, START);
            session.write(PLAN, plan.journal);
            return true;
        });
        plan.messages();
        store.outbox().alive(START);
    }

    private void tellOfTheRep() {
        store.reps().save(new Rep(rep, "Tomás O'Neill", ZoneId.of("Asia/Kolkata")), START);
        store.reps().lookedAtHome(rep);
        store.outbox().room(rep, "D7");
        store.sessions().take(rep, "preferences", START, session -> {
            session.keep(Preferences.NONE
                    .withBreakEven(Optional.of(4_500L))
                    .withMuted(Set.of("time"))
                    .withAwayUntil(Optional.of(LocalDate.of(2028, 2, 29)))
                    .withWeek(new WorkingWeek(
                            EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY), LocalTime.of(7, 30), LocalTime.of(16, 0))));
            return true;
        });
    }

    private void snapshotAndAnalysis() {
        answered("headquarters", 0, "Łódź,\n\tPolska ");
        answered("mission", 0, "'Brot' -- ; drop table entry; %_ \u200b ﷽ 日本語");
        answered("selling", 0, "[\"Mehl\",\"a \\\"b\\\" \\\\ c\",\"🎂\"]");
        answered("revenue_goal", 0, "100000000000000");
        answered("final_authority.name", 1, "Dana Wu, CFO, Americas");
        answered("final_authority.criteria", 1, "Payback");
        answered("final_authority.strategy", 1, "Get the budget");
        answered("user.name", 1, "émile");
        answered("user.name", 2, "Zoë");
        happened(Kind.ROW_REMOVED, "user", 2, "");
        answered("advisor.name", 1, "Max ,  Legal");
        happened(Kind.SKIPPED, "coach.name", 1, "");
        happened(Kind.UNREAD, "gross_margin", 0, "");
    }

    private void opportunities() {
        opportunity(1, "Resin", "12000000", "500", "87.5");
        opportunity(2, "Service", "3000000000", "keep", "90");
        opportunity(3, "Training", "0", "2500000", "33.333");
        opportunity(4, "Lost cause", "0", "100000000000000", "1");
        answered("opportunity.margin", 3, "12.25");
        answered("gross_margin", 0, "69.6");
        answered("time_spent", 0, "9360");
        answered("hours_required", 0, "3360");
    }

    private void opportunity(int row, String what, String lastYear, String increase, String probability) {
        answered("opportunity.what", row, what);
        answered("opportunity.last_year", row, lastYear);
        answered("opportunity.increase", row, increase);
        answered("opportunity.probability", row, probability);
        answered("opportunity.activity", row, "Visit " + what);
        answered("opportunity.timeline", row, "2027-06-30");
    }

    private void life() {
        answered("action.what", 1, "Call Dana");
        answered("action.due", 1, "2027-03-12");
        answered("action.contact", 1, "final_authority.1");
        answered("action.what", 2, "Visit Gary");
        happened(Kind.CYCLE_STARTED, "", 0, "2027-03-01");
        happened(Kind.DONE, "action", 1, "");
        happened(Kind.LOGGED, "", 1, "2027-03-01 growth 90");
        happened(Kind.LOGGED, "", 2, "2027-03-02 upkeep 45");
        happened(Kind.LOGGED, "", 3, "2027-03-02 growth 600");
        happened(Kind.UNLOGGED, "", 3, "");
        happened(Kind.WON, "opportunity", 3, "66000001");
        happened(Kind.LOST, "opportunity", 4, "price");
        happened(Kind.CYCLE_STARTED, "", 0, "2027-05-30");
        happened(Kind.CARRIED, "action", 2, "");
    }

    private void messages() {
        Intent question = message("question", Purpose.QUESTION, new About(PLAN.text(), "mission", 0));
        Intent waiting = message("waiting", Purpose.REPLY, About.NOTHING);
        Intent doubtful = message("doubtful", Purpose.NUDGE, About.NOTHING);
        Intent refused = message("refused", Purpose.REPLY, About.NOTHING);
        store.sessions().take(rep, "messages", START, session -> {
            session.send(question);
            session.send(waiting);
            session.send(doubtful);
            session.send(refused);
            session.claim(new NudgeMessage(
                    new SentNudge(
                            NudgeKind.ACTIONS,
                            LocalDate.of(2027, 3, 1),
                            START,
                            List.of(new Subject(PLAN, 1), new Subject(PLAN, 2)),
                            false),
                    "doubtful",
                    "What it shows"));
            return true;
        });
        store.outbox()
                .sent(
                        question,
                        Optional.of(new Arrival(
                                new MessageRef("D7", "1790000000.000001"), new Stamp(1_790_000_000_000_001L))));
        store.outbox().sending(doubtful);
        store.outbox().refused(refused, "channel_not_found");
    }

    private Intent message(String id, Purpose purpose, About about) {
        return new Intent(id, rep, purpose, about, "{\"text\":\"Größe 🎉\"}");
    }

    private void answered(String question, int row, String value) {
        happened(Kind.ANSWERED, question, row, value);
    }

    private void happened(Kind kind, String question, int row, String value) {
        String said = value.isEmpty() ? "" : "said " + value;
        journal.add(new Entry(kind, question, row, value, said, START.plusSeconds(journal.size())));
    }
}
