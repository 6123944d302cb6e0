package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steward.conversation.fixtures.Chat;
import steward.conversation.turn.Turn;
import steward.dashboard.Abouts;
import steward.message.Form;
import steward.message.Message;
import steward.message.PlainText;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.OpportunityOutcome;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Money;
import steward.worksheet.values.Percent;

/** Opportunities of a running plan won, lost and open again, in words and in the form, checked by hand. */
class OpportunityOutcomesTest {

    private final Chat chat = new Chat(Instant.parse("2026-03-02T15:00:00Z"), ZoneId.of("America/Chicago"));

    @BeforeEach
    void aPlanThatRuns() {
        chat.type("/plan Acme Glass");
        opportunity(1, "Win the resin order for line 2", "6000000", "70");
        opportunity(2, "Sell training days to Lyon", "2500000", "50");
        answer("gross_margin", 0, "40");
        answer("hours_required", 0, "3360");
        write(Kind.CYCLE_STARTED, "", 0, "2026-03-02");
    }

    @Test
    void whatWinningDoesToTheRotiByHand() {
        write(Kind.LOGGED, "", 1, "2026-03-02 growth 4200");

        assertThat(said(chat.type("/plan won Acme resin 66k")))
                .contains("Well done! Win the resin order for line 2 is won, with $66,000 more than last year.")
                .contains("EGP  |  $21,800  |  $31,400")
                .contains("Open EGP  |  $21,800  |  $5,000")
                .contains("Earned ROTI  |  $0.00  |  $377.14")
                .contains("Next-hour ROTI  |  $311.43  |  $71.43")
                .contains("Earned ROTI = gross profit won ÷ growth hours logged = $26,400 ÷ 70 h.")
                .contains("estimate due: open EGP ÷ the larger of hours required and logged = $5,000 ÷ 70 h.")
                .contains("[Undo] [How many more hours?]");
    }

    @Test
    void undoPutsBackWhatTheFormChangedToo() {
        chat.submit(result("1", "open"), Map.of("opportunity.probability", "90", "opportunity.timeline", "2026-09-30"));
        assertThat(plan().get(Worksheet.PROBABILITY, 1)).contains(Percent.of(90));

        chat.submit(result("2", "lost"), Map.of("opportunity.lost", "price"));
        assertThat(plan().outcome(2)).isEqualTo(new OpportunityOutcome.Lost("price"));
        List<Chat.Tap> undos = chat.everSaid.stream()
                .flatMap(message -> Chat.find(message, "Undo").stream())
                .toList();
        undos.forEach(undo -> chat.tap(undo.about(), undo.says()));
        assertThat(plan().outcome(2).isOpen()).isTrue();
        assertThat(plan().get(Worksheet.PROBABILITY, 1)).contains(Percent.of(70));
        assertThat(plan().get(Worksheet.TIMELINE, 1)).isEmpty();
    }

    @Test
    void theFormTakesWonAsPlannedUnlessAnAmountIsSaid() {
        Form form = result();
        assertThat(form.title()).isEqualTo("How did it end?");
        assertThat(Chat.initial(form.fields().get(0))).isEqualTo("1");

        assertThat(said(chat.submit(result("1", "won"), Map.of("opportunity.margin", "60%"))))
                .contains("is won, with $60,000 more than last year")
                .contains("Own margin: 60%")
                .contains("EGP  |  $21,800  |  $41,000");
        assertThat(plan().outcome(1)).isEqualTo(new OpportunityOutcome.Won(new Money(6_000_000)));
        assertThat(Chat.initial(result().fields().get(0))).isEqualTo("2");

        assertThat(said(chat.submit(result("1", "won"), Map.of("opportunity.margin", "50%"))))
                .contains("I had that already")
                .contains("Own margin: 50%");
    }

    @Test
    void theSecondFormShowsOnlyWhatBelongsToTheChoice() {
        int before = plan().entries().size();

        assertThat(asked(result())).containsExactly("fate.which", "fate.ending");
        assertThat(asked(result("1", "won"))).containsExactly("opportunity.won", "opportunity.margin");
        assertThat(asked(result("1", "lost"))).containsExactly("opportunity.lost");
        assertThat(asked(result("1", "open")))
                .containsExactly("opportunity.timeline", "opportunity.probability", "opportunity.margin");
        assertThat(chat.complaints(result(), Map.of())).containsOnlyKeys("fate.ending");
        assertThat(chat.complaints(result("1", "won"), Map.of("opportunity.won", "a lot")))
                .containsOnlyKeys("opportunity.won");
        assertThat(chat.complaints(
                        result("1", "open"),
                        Map.of("opportunity.probability", "150%", "opportunity.timeline", "2026-01-31")))
                .containsOnlyKeys("opportunity.probability", "opportunity.timeline");
        assertThat(plan().entries()).hasSize(before);

        chat.submit(result("1", "lost"), Map.of());
        assertThat(plan().outcome(1)).isEqualTo(new OpportunityOutcome.Lost(""));
    }

    @Test
    void anOpportunityRemovedMeanwhileEndsInNothing() {
        Form form = result("2", "won");
        write(Kind.ROW_REMOVED, "opportunity", 2, "");

        assertThat(chat.complaints(form, Map.of())).containsOnlyKeys("opportunity.won");
    }

    @Test
    void aFormOfAClosedPlanIsPoliteAndChangesNothing() {
        Form form = result();
        chat.type("/plan close Acme moved away");

        assertThat(said(chat.submit(form, Map.of("fate.ending", "won")))).contains("I can't find that plan");
        assertThat(plan().outcome(1).isOpen()).isTrue();
    }

    @Test
    void aDateThatHasPassedIsAskedForAnew() {
        answer("opportunity.timeline", 1, "2026-02-28");
        assertThat(said(chat.type("/plan reopen Acme resin")))
                .contains("is still open")
                .contains("By when will it be won?");
        chat.type("30 June");

        assertThat(plan().get(Worksheet.TIMELINE, 1)).contains(LocalDate.of(2026, 6, 30));
        assertThat(plan().open()).isEmpty();
    }

    @Test
    void moreHoursComeOnTopOfThoseLogged() {
        write(Kind.LOGGED, "", 1, "2026-03-02 growth 3000");
        chat.take(plan(), Turn::askMoreHours);

        assertThat(said(chat.type("10h")))
                .contains("Hours required: 56 h → 60 h, 50 h logged and 10 h to come.")
                .contains("Planned ROTI: $363.33 an hour, was $389.29.")
                .contains("Next-hour ROTI: $2,180.00 an hour, was $389.29.");
        assertThat(plan().get(Worksheet.HOURS_REQUIRED, 0)).contains(Hours.of(60));
    }

    @Test
    void anEditedMessageSaysHowManyMoreHoursAnew() {
        write(Kind.LOGGED, "", 1, "2026-03-02 growth 3000");
        chat.take(plan(), Turn::askMoreHours);
        chat.type("10h");

        assertThat(said(chat.edit("10h", "20h"))).contains("Hours required: 60 h → 70 h");
        assertThat(plan().get(Worksheet.HOURS_REQUIRED, 0)).contains(Hours.of(70));
    }

    // ── The plan ─────────────────────────────────────────────────────────────────────────────────────────

    private Form result() {
        return chat.open(Abouts.of(plan()), "/plan outcome");
    }

    /** The second form, for what is chosen in the first. */
    private Form result(String row, String ending) {
        chat.submit(result(), Map.of("fate.which", row, "fate.ending", ending));
        return chat.everOpened.get(chat.everOpened.size() - 1);
    }

    private static List<String> asked(Form form) {
        return form.fields().stream().map(field -> field.about().question()).toList();
    }

    private static String said(List<Message> messages) {
        return messages.stream().map(PlainText::of).collect(Collectors.joining("\n"));
    }

    private void opportunity(int row, String what, String increase, String probability) {
        if (row > 1) {
            write(Kind.ROW_ADDED, "opportunity", row, "");
        }
        answer("opportunity.what", row, what);
        answer("opportunity.increase", row, increase);
        answer("opportunity.probability", row, probability);
    }

    private void answer(String question, int row, String kept) {
        write(Kind.ANSWERED, question, row, kept);
    }

    private void write(Kind kind, String question, int row, String value) {
        chat.sessions.write(plan().id(), List.of(new Entry(kind, question, row, value, value, chat.now())));
    }

    private Plan plan() {
        return chat.sessions.current().flatMap(chat.sessions::plan).orElseThrow();
    }
}
