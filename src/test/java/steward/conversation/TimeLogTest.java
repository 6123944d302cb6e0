package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import steward.conversation.fixtures.Chat;
import steward.dashboard.Abouts;
import steward.message.About;
import steward.message.Form;
import steward.message.Message;
import steward.message.PlainText;
import steward.plan.Plan;
import steward.plan.TimeEntry;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Hours;

/** Time logged, changed, deleted and undone, by command, chat and form. */
class TimeLogTest {

    private static final int SEEDS = 40;
    private static final int TURNS = 60;

    private final Chat chat = new Chat(Instant.parse("2026-03-04T15:00:00Z"), ZoneId.of("America/Chicago"));

    // ── Whatever happens ─────────────────────────────────────────────────────────────────────────────────

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLogIsGrowthAndUpkeepAndAnUndoTakesOutJustWhatItSays(long seed) {
        Random random = new Random(seed);
        plans("Acme Glass", "Borealis");
        for (int turn = 0; turn < TURNS; turn++) {
            Map<String, List<TimeEntry>> before = logs();
            List<Message> said = random.nextInt(4) == 0 ? tap(random) : chat.type(entries(random));
            sumsHold();
            boolean isLogged = said.stream().anyMatch(each -> PlainText.of(each).startsWith("Logged:"));
            if (isLogged && random.nextInt(3) == 0) {
                Chat.Tap undo = said.stream()
                        .flatMap(each -> Chat.find(each, "Undo").stream())
                        .findFirst()
                        .orElseThrow();
                chat.tap(undo.about(), undo.says());
                assertThat(logs()).isEqualTo(before);
                chat.tap(undo.about(), undo.says());
                assertThat(logs()).isEqualTo(before);
            }
            chat.moveOn(Duration.ofMinutes(random.nextInt(900)));
        }
    }

    private static String entries(Random random) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            String time = pick(random, "2h", "45m", "1h30", "11h", "25h", "2,5 h", "an hour");
            String account = pick(random, "Acme", "borealis", "Acme Glass", "Nobody");
            String rest =
                    pick(random, "", " yesterday", " upkeep", " 2 days ago QBR prep", " tomorrow", " upkeep call");
            entries.add(random.nextBoolean() ? time + " " + account + rest : account + " " + time + rest);
        }
        return (random.nextBoolean() ? "/time " : "") + String.join(pick(random, ", ", "; ", "\n"), entries);
    }

    /** Something that stands under an entry or a reply: undo, restore, delete, an account to choose. */
    private List<Message> tap(Random random) {
        chat.type("/time");
        List<Chat.Tap> taps = chat.everSaid.stream()
                .flatMap(message -> Chat.taps(message).stream())
                .filter(tap -> tap.says().matches("/time (?:undo|restore|delete|log) .*"))
                .toList();
        return taps.isEmpty() ? List.of() : tap(taps.get(random.nextInt(taps.size())));
    }

    private List<Message> tap(Chat.Tap tap) {
        return chat.tap(tap.about(), tap.says());
    }

    private static String pick(Random random, String... from) {
        return from[random.nextInt(from.length)];
    }

    private void sumsHold() {
        List<TimeEntry> all = new ArrayList<>();
        for (Plan plan : chat.sessions.livePlans()) {
            assertThat(plan.growth().plus(plan.upkeep())).isEqualTo(TimeEntry.sum(plan.timeLog().stream()));
            all.addAll(plan.timeLog());
        }
        Map<LocalDate, Hours> days =
                all.stream().collect(Collectors.toMap(TimeEntry::day, TimeEntry::time, Hours::plus));
        assertThat(days.values()).allSatisfy(day -> assertThat(day).isLessThanOrEqualTo(Hours.of(24)));
    }

    private Map<String, List<TimeEntry>> logs() {
        Map<String, List<TimeEntry>> logs = new HashMap<>();
        chat.sessions.livePlans().forEach(plan -> logs.put(plan.account(), plan.timeLog()));
        return logs;
    }

    // ── Forms ────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void theFormLogsWhatTheCommandWould() {
        plans("Acme Glass", "Borealis");
        Form form = chat.open(About.NOTHING, "/time form");
        assertThat(form.fields().stream().map(Chat::initial)).containsExactly("", "", "2026-03-04", "growth", "");

        List<Message> said = chat.submit(
                form,
                Map.of(
                        "time.account", plan("Borealis").id().text(),
                        "time.hours", "1h30",
                        "time.day", "2026-03-03",
                        "time.kind", "upkeep",
                        "time.note", "QBR prep"));

        assertThat(PlainText.of(said.get(0)))
                .startsWith("Logged: 1 h 30  ·  Tue 3 Mar  ·  Borealis  ·  upkeep  ·  QBR prep");
        assertThat(plan("Borealis").upkeep()).isEqualTo(new Hours(90));
    }

    @Test
    void aPlansOwnButtonOpensTheFormWithItsAccount() {
        plans("Acme Glass", "Borealis");
        Form form = chat.open(Abouts.of(plan("Acme Glass")), "/time form");
        assertThat(Chat.initial(form.fields().get(0)))
                .isEqualTo(plan("Acme Glass").id().text());
    }

    @Test
    void whatCantBeReadIsSaidUnderItsField() {
        plans("Acme Glass");
        Form form = chat.open(About.NOTHING, "/time form");
        assertThat(chat.complaints(form, Map.of("time.hours", "1h75", "time.day", "2026-03-05")))
                .containsOnlyKeys("time.account", "time.hours", "time.day")
                .hasEntrySatisfying("time.day", hint -> assertThat(hint).contains("is still to come"));
        chat.type("/time acme 23h");
        assertThat(chat.complaints(
                        form, Map.of("time.account", plan("Acme Glass").id().text(), "time.hours", "2")))
                .hasEntrySatisfying("time.hours", hint -> assertThat(hint).contains("would come to 25 h"));
    }

    @Test
    void anEntryIsChangedAndMovedInTheForm() {
        plans("Acme Glass", "Borealis");
        chat.type("/time Acme 2h yesterday QBR prep");
        Form form = edit();
        assertThat(form.fields().stream().map(Chat::initial))
                .containsExactly(plan("Acme Glass").id().text(), "2 h", "2026-03-03", "growth", "QBR prep");
        assertThat(chat.submit(form, Map.of())).isEmpty();

        chat.submit(form, Map.of("time.hours", "3h"));
        assertThat(plan("Acme Glass").timeEntry(1).orElseThrow().time()).isEqualTo(Hours.of(3));

        List<Message> said =
                chat.submit(edit(), Map.of("time.account", plan("Borealis").id().text()));
        assertThat(plan("Acme Glass").timeLog()).isEmpty();
        assertThat(plan("Borealis").growth()).isEqualTo(Hours.of(3));
        assertThat(PlainText.of(said.get(0)))
                .startsWith("Changed. It was: 3 h  ·  Tue 3 Mar  ·  Acme Glass  ·  QBR prep\n"
                        + "Now: 3 h  ·  Tue 3 Mar  ·  Borealis  ·  QBR prep");
    }

    @Test
    void aFormOfAnEntryThatIsGoneChangesNothing() {
        plans("Acme Glass");
        chat.type("/time Acme 2h");
        Form form = edit();
        Chat.Tap delete = Chat.taps(chat.type("/time").get(0)).stream()
                .filter(tap -> tap.label().equals("Delete"))
                .findFirst()
                .orElseThrow();
        chat.tap(delete.about(), delete.says());
        assertThat(chat.complaints(form, Map.of("time.hours", "3h"))).containsOnlyKeys("time.hours");
    }

    private Form edit() {
        Chat.Tap edit = Chat.taps(chat.type("/time").get(0)).stream()
                .filter(tap -> tap.label().equals("Edit"))
                .findFirst()
                .orElseThrow();
        return chat.open(edit.about(), edit.says());
    }

    // ── Showing ──────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aFullWeekIsPagedAndEveryEntryCanBeReached() {
        plans("Acme Glass");
        for (int i = 0; i < 40; i++) {
            chat.type("/time acme 10m call " + (char) ('a' + i % 26) + i);
        }
        List<String> edits = new ArrayList<>();
        Message page = chat.type("/time").get(0);
        for (int pages = 0; pages < 5; pages++) {
            edits.addAll(Chat.taps(page).stream()
                    .filter(tap -> tap.label().equals("Edit"))
                    .map(Chat.Tap::says)
                    .toList());
            if (Chat.find(page, "More entries").isEmpty()) {
                break;
            }
            page = tap(Chat.find(page, "More entries").orElseThrow()).get(0);
        }
        assertThat(edits).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void asManyEntriesAsOneUndoCanNameAreTakenAtOnce() {
        plans("Acme Glass");
        String line = "Acme 10m with a note that goes on and on, so that the message is long\n";
        List<Message> said = chat.type("/time " + line.repeat(45));
        assertThat(plan("Acme Glass").timeLog()).hasSize(40);
        assertThat(PlainText.of(said.get(0))).contains("more than 40 at once");
        Chat.Tap undo = Chat.find(said.get(0), "Undo").orElseThrow();
        assertThat(undo.says()).hasSizeLessThanOrEqualTo(2_000);
        tap(undo);
        assertThat(plan("Acme Glass").timeLog()).isEmpty();
    }

    @Test
    void whatIsMoreThanAnybodyLogsAtOnceIsNotLookedThrough() {
        plans("Acme Glass");
        for (String tooMuch :
                List.of("a, ".repeat(300), "Acme 1h\n".repeat(300), "x and ".repeat(300), "x".repeat(5_990))) {
            assertThat(PlainText.of(chat.type("/time Acme 1h " + tooMuch).get(0)))
                    .contains("too long");
        }
        assertThat(PlainText.of(chat.type("/plan brief " + "a ".repeat(20_000)).get(0)))
                .contains("too long");
        assertThat(plan("Acme Glass").timeLog()).isEmpty();
    }

    @Test
    void thePlanSaysWhatTheTimeIsBeside() {
        plans("Acme Glass");
        chat.type("resume");
        while (!plan("Acme Glass").open().orElseThrow().question().key().equals("time_spent")) {
            chat.type(
                    plan("Acme Glass").open().orElseThrow().question().answer().isYesNo() ? "yes" : "skip");
        }
        chat.type("3h a week");
        chat.type("56h");
        chat.type("/time Acme 2h yesterday, Acme 45m upkeep");
        assertThat(PlainText.of(chat.type("/time").get(0)))
                .contains("Acme Glass  ·  2 h 45 of 3 h planned, 45 min of it upkeep")
                .contains("This week  |  2 h 45  |  3 h")
                .contains("March  |  2 h 45  |  13 h")
                .contains("2026  |  2 h 45  |  156 h")
                .contains("Growth so far  |  2 h  |  56 h");
    }

    @Test
    void aTimeCommandNeverAnswersTheOpenQuestion() {
        chat.type("/plan Acme Glass");
        chat.type("/time Acme 2h");
        chat.type("Toledo, Ohio");
        assertThat(plan("Acme Glass").get(Worksheet.HEADQUARTERS, 0)).contains("Toledo, Ohio");
    }

    /** Starts plans, and puts them aside so that no question is open. */
    private void plans(String... accounts) {
        for (String account : accounts) {
            chat.type("/plan " + account);
            chat.type("pause");
        }
    }

    private Plan plan(String account) {
        return chat.sessions.livePlans().stream()
                .filter(plan -> plan.account().equals(account))
                .findFirst()
                .orElseThrow();
    }
}
