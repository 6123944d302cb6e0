package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steward.conversation.fixtures.Chat;
import steward.dashboard.Abouts;
import steward.message.About;
import steward.message.Form;
import steward.message.Message;
import steward.message.PlainText;
import steward.message.Stamp;
import steward.nudges.NudgeKind;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.TimeEntry;
import steward.worksheet.values.Hours;

/** The hours of a week, asked for on a Friday at four. */
class AskedTimeTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);
    private static final String SAYS = "/nudge time 2026-03-06 ";
    private static final Instant BEGUN = Instant.parse("2026-02-20T15:00:00Z");

    private final Chat chat = new Chat(Instant.parse("2026-03-06T22:00:00Z"), ZoneId.of("America/Chicago"));

    @BeforeEach
    void asksOfHoursAlone() {
        chat.mute(NudgeKind.IDLE);
    }

    @Test
    void aTapIsLoggedOnceOnTheDayOfTheQuestionHoweverLateItComes() {
        Plan acme = running("acme", "Acme Glass");
        running("delta", "Delta Foods");
        ask();
        chat.moveOn(Duration.ofDays(3));
        assertThat(said(chat.tap(Abouts.of(acme), SAYS + "120"))).contains("2 h  ·  Fri 6 Mar  ·  Acme Glass");
        assertThat(said(chat.tap(Abouts.of(acme), SAYS + "240"))).contains("Acme Glass has 2 h logged last week");
        assertThat(said(chat.tap(Abouts.of(acme), SAYS + "settled"))).contains("nothing has changed");

        assertThat(log("acme")).singleElement().satisfies(entry -> {
            assertThat(entry.day()).isEqualTo(FRIDAY);
            assertThat(entry.time()).isEqualTo(Hours.of(2));
            assertThat(entry.upkeep()).isFalse();
        });
        assertThat(isAnswered()).isFalse();
    }

    @Test
    void itIsAnsweredOnceEachAccountIs() {
        Plan acme = running("acme", "Acme Glass");
        Plan delta = running("delta", "Delta Foods");
        ask();
        chat.tap(Abouts.of(acme), SAYS + "settled");
        assertThat(isAnswered()).isFalse();
        chat.tap(Abouts.of(delta), SAYS + "60");
        assertThat(isAnswered()).isTrue();
        chat.moveOn(Duration.ofDays(3));
        assertThat(chat.nudge()).isEmpty();
    }

    @Test
    void otherHoursBeginWithTheAccountAndTheDay() {
        Plan acme = running("acme", "Acme Glass");
        ask();
        chat.moveOn(Duration.ofDays(3));
        Form form = chat.open(Abouts.of(acme), SAYS + "other");

        assertThat(form.fields().stream().map(Chat::initial)).startsWith("acme", "", "2026-03-06");
    }

    @Test
    void aWeekIsCopiedDayByDayAndOnlyWhereNothingIsLogged() {
        running("acme", "Acme Glass");
        running("delta", "Delta Foods");
        running("echo", "Echo Paper");
        for (int day = 23; day <= 28; day++) {
            logged("acme", day - 22, LocalDate.of(2026, 2, day), 8);
        }
        logged("delta", 1, LocalDate.of(2026, 2, 24), 3);
        logged("delta", 2, LocalDate.of(2026, 3, 3), 1);
        ask();
        String reply = said(chat.tap(About.NOTHING, SAYS + "same"));

        assertThat(reply).contains("8 h  ·  Mon 2 Mar", "8 h  ·  Thu 5 Mar", "16 h", "Echo Paper", "Delta Foods (1 h)");
        assertThat(log("acme").stream().map(TimeEntry::day).skip(6))
                .containsExactlyElementsOf(
                        LocalDate.of(2026, 3, 2).datesUntil(FRIDAY.plusDays(1)).toList());
        assertThat(log("delta")).hasSize(2);
        assertThat(isAnswered()).isTrue();
    }

    @Test
    void inItsThreadSomeGetHoursAndSomeNone() {
        running("acme", "Acme Glass");
        running("delta", "Delta Foods");
        running("echo", "Echo Paper");
        Stamp thread = ask();
        chat.moveOn(Duration.ofDays(3));

        assertThat(said(chat.typeInThread("acme 2h30 site visit, delta: none\nEcho 45m upkeep Tue", thread)))
                .contains(
                        "2 h 30  ·  Fri 6 Mar  ·  Acme Glass  ·  site visit",
                        "45 min  ·  Tue 3 Mar  ·  Echo Paper  ·  upkeep",
                        "Nothing to add: Delta Foods");
        assertThat(isAnswered()).isTrue();
    }

    @Test
    void wordsThatCantBeReadChangeNothing() {
        running("acme", "Acme Glass");
        running("delta", "Delta Foods");
        Stamp thread = ask();

        assertThat(said(chat.typeInThread("2h", thread))).contains("which account is it for?");
        assertThat(said(chat.typeInThread("thanks", thread))).contains("I need an account and a time");
        assertThat(said(chat.typeInThread("x".repeat(7_000), thread))).contains("too long");
        assertThat(said(chat.tap(About.NOTHING, "/nudge time 2026-01-02 same"))).contains("a while ago");
        assertThat(log("acme")).isEmpty();
        assertThat(isAnswered()).isFalse();
    }

    @Test
    void asManyAccountsAsARepMayHaveHaveRoom() {
        for (int i = 0; i < 30; i++) {
            running("p" + i, "Account " + i);
        }
        assertThat(said(chat.nudge())).contains("and 10 more accounts, to be written in the thread");
    }

    private Plan running(String id, String account) {
        Plan plan = chat.sessions.start(new PlanId(id), account, 2026, BEGUN);
        chat.sessions.write(plan.id(), List.of(new Entry(Kind.CYCLE_STARTED, "", 0, "2026-02-20", "", BEGUN)));
        return plan;
    }

    private void logged(String plan, int number, LocalDate day, long hours) {
        TimeEntry entry = new TimeEntry(number, day, Hours.of(hours), false, "Visit", BEGUN);
        chat.sessions.write(new PlanId(plan), List.of(entry.logged()));
    }

    /** Steward asks; a little later the rep reads it. */
    private Stamp ask() {
        assertThat(said(chat.nudge())).startsWith("How long did");
        chat.moveOn(Duration.ofMinutes(5));
        return chat.lines.get(chat.lines.size() - 1).stamp();
    }

    private List<TimeEntry> log(String plan) {
        return chat.sessions.plan(new PlanId(plan)).orElseThrow().timeLog();
    }

    private boolean isAnswered() {
        return chat.sessions.nudges().get(0).sent().answered();
    }

    private static String said(List<Message> messages) {
        return PlainText.of(messages.get(messages.size() - 1));
    }
}
