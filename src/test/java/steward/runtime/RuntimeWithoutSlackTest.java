package steward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.conversation.session.RepSession;
import steward.message.MessageRef;
import steward.message.Outbox.Arrival;
import steward.message.Purpose;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.Status;
import steward.rep.RepId;
import steward.rep.Reps;
import steward.runtime.MemoryChat.Answer;
import steward.runtime.MemoryChat.Call;
import steward.runtime.MemoryChat.Method;
import steward.runtime.MemoryChat.Posted;
import steward.runtime.PlainRenderer.Body;
import steward.runtime.chat.Origin;
import steward.runtime.chat.Origin.Surface;
import steward.runtime.chat.UserProfile;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.Input;
import steward.store.Store;

/** Steward at work in a chat that is no product of anybody's: a whole plan, the nudge that follows, and the end of it all. */
class RuntimeWithoutSlackTest {

    private static final RepId PRIYA = new RepId("T1", "U1");
    private static final String ROOM = "D-U1";

    /** Monday, nine in the morning in Chicago. */
    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Duration LOOK_EVERY = Duration.ofMinutes(15);

    private static final List<String> ANSWERS = List.of(
            // Step 1
            "Toledo, Ohio",
            "Better glass for everyone",
            "1.2M",
            "Resin, Coatings",
            "skip",
            "yes",
            // Step 2
            "Dana Wu, CFO",
            "Payback under a year",
            "Agree on what the trial has to show",
            "no",
            "Sam Ortiz, line 2 manager",
            "skip",
            "skip",
            "no",
            "skip",
            "skip",
            "yes",
            // Step 3
            "Win the resin order for line 2 in Toledo",
            "120k",
            "60,000",
            "75%",
            "Run a trial on line 2, so that Sam can show the scrap savings to Dana",
            "2026-06-30",
            "no",
            "40%",
            "3h a week",
            "78 h",
            "Hand the weekly stock call to inside sales",
            "Budget freeze until June",
            "What does an hour of downtime on line 2 cost?",
            "yes",
            // Step 4
            "Call Dana Wu about the trial budget",
            "2026-03-12",
            "Dana Wu",
            "no",
            "yes");

    @TempDir(factory = InMemory.class)
    Path folder;

    private final VirtualTime time = new VirtualTime(START);
    private final MemoryChat chat = new MemoryChat();
    private Store store;
    private ChatRuntime runtime;
    private int ids;

    @BeforeEach
    void start() {
        chat.person(PRIYA, new UserProfile("Priya Nair", Optional.of(CHICAGO), false));
        store = Store.sqlite(folder.resolve("steward.db"));
        runtime = MemoryRuntime.of(chat, store, time, this::nextId);
        runtime.resume();
    }

    private String nextId() {
        ids++;
        return "id" + ids;
    }

    @AfterEach
    void close() {
        runtime.close();
        store.close();
    }

    @Test
    void aWholePlanIsWrittenAndItsCycleStarts() {
        writePlan();

        assertThat(chat.texts()).last().asString().contains("Acme Glass is running", "Day 1 of 90");
        assertThat(chat.posted()).extracting(Posted::channel).containsOnly(ROOM);
        Plan plan = plan();
        assertThat(plan.status()).isEqualTo(Status.RUNNING);
        assertThat(plan.cycleStart()).contains(LocalDate.of(2026, 3, 2));
        assertThat(store.reps().known(PRIYA).map(Reps.Known::rep))
                .hasValueSatisfying(rep -> assertThat(rep.name()).isEqualTo("Priya Nair"));
        assertThat(shown("Where are their headquarters"))
                .as("an answered question")
                .isEqualTo("1  ·  Where are their headquarters, and the sites you sell to?");
        assertThat(store.outbox().pending()).isEmpty();
    }

    @Test
    void aPlanIsWrittenThoughAnswersOfTheChatGetLost() {
        for (int lost = 0; lost < 20; lost++) {
            chat.next(Method.POST, Answer.done(), Answer.doneButLost(), Answer.lost());
        }
        writePlan();

        assertThat(chat.texts()).last().asString().contains("Day 1 of 90");
        assertThat(chat.posted()).extracting(message -> message.intent().id()).doesNotHaveDuplicates();
    }

    @Test
    void aRestartGoesOnWhereTheLastProcessStopped() {
        chat.always(Method.POST, Answer.lost());
        deliver(Origin.CHAT, new Input.Command("/plan Acme Glass"));
        runtime.close();
        assertThat(chat.posted()).isEmpty();
        int pending = store.outbox().pending().size();
        assertThat(pending).isPositive();
        store.close();

        chat.always(Method.POST, Answer.done());
        store = Store.sqlite(folder.resolve("steward.db"));
        runtime = MemoryRuntime.of(chat, store, time, this::nextId);
        time.pass(Duration.ofMinutes(2));
        runtime.resume();
        time.pass(Duration.ofMinutes(1));
        assertThat(chat.texts()).hasSize(pending).last().asString().contains("headquarters");
    }

    @Test
    void aNudgeComesWhenItIsDueAndIsAnsweredInItsThread() {
        writePlan();
        Posted nudge = passUntilNudged();
        assertThat(LocalDate.ofInstant(time.instant(), CHICAGO)).as("Friday").isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(nudge.body().text()).contains("How long did Acme Glass get this week?");

        MessageRef parent = nudge.as().arrival().map(Arrival::message).orElseThrow();
        deliver(Origin.CHAT, new Input.Text("Acme Glass 2h30 site visit", chat.written(), Optional.of(parent)));
        assertThat(shown(parent.id())).contains("2 h 30 logged");
        assertThat(store.outbox().pending()).isEmpty();

        passUntil(time.instant().plus(Duration.ofHours(12)));
        assertThat(nudges()).as("it does not come again").hasSize(1);
    }

    @Test
    void aRepWhoLooksAtTheirHomeTabSeesItChange() {
        deliver(Origin.in(Surface.HOME, ""), new Input.LookedAtHome(1));
        writePlan();

        List<Call> published = chat.calls(Method.PUBLISH_HOME);
        assertThat(published.get(0).content()).doesNotContain("Acme Glass");
        assertThat(published.get(published.size() - 1).content()).contains("Acme Glass");
    }

    @Test
    void whoWantsToBeForgottenGetsAllThatIsKeptFirst() {
        writePlan();
        store.sessions().take(PRIYA, "forget", time.instant(), session -> {
            session.requestPersonalData(true);
            return session;
        });
        runtime.look();
        time.pass(Duration.ofMinutes(5));

        assertThat(chat.calls(Method.UPLOAD)).singleElement().satisfies(call -> {
            String file = call.content().substring(call.content().indexOf("\n{"));
            assertThat(JsonParser.parseString(file).toString()).contains("Toledo, Ohio", "Payback under a year");
        });
        assertThat(chat.texts()).last().asString().startsWith("It's all gone.");
        assertThat(store.sessions().look(PRIYA, time.instant(), RepSession::plans))
                .isEmpty();
        assertThat(chat.calls(Method.DELETE))
                .hasSameSizeAs(chat.posted().subList(1, chat.posted().size()));
    }

    // ── What the rep does ────────────────────────────────────────────────────────────────────────────────

    private void writePlan() {
        deliver(Origin.CHAT, new Input.Command("/plan Acme Glass"));
        ANSWERS.forEach(said -> deliver(Origin.CHAT, new Input.Text(said, chat.written(), Optional.empty())));
    }

    /** Does something, and lets a while pass in which all is sent. */
    private void deliver(Origin origin, Input input) {
        Delivery delivery = new Delivery(PRIYA, nextId(), Optional.of(ROOM), origin, input);
        runtime.turns().finish(runtime.turns().take(delivery));
        time.pass(Duration.ofMinutes(1));
    }

    private Posted passUntilNudged() {
        Instant end = time.instant().plus(Duration.ofDays(15));
        while (nudges().isEmpty() && time.instant().isBefore(end)) {
            passUntil(time.instant().plus(LOOK_EVERY));
        }
        assertThat(nudges()).hasSize(1);
        return nudges().get(0);
    }

    private void passUntil(Instant end) {
        while (time.instant().isBefore(end)) {
            runtime.look();
            time.pass(LOOK_EVERY);
        }
    }

    private List<Posted> nudges() {
        return chat.posted().stream()
                .filter(message -> message.intent().purpose() == Purpose.NUDGE)
                .toList();
    }

    // ── What there is then ───────────────────────────────────────────────────────────────────────────────

    private Plan plan() {
        return store.sessions().look(PRIYA, time.instant(), session -> {
            PlanCard card = session.plans().get(0);
            return session.plan(card.id()).orElseThrow();
        });
    }

    /** What a message shows by now that was posted with these words, or under this id. */
    private String shown(String posted) {
        String id = chat.posted().stream()
                .filter(message -> message.body().text().contains(posted))
                .flatMap(message -> message.as().arrival().stream())
                .map(arrival -> arrival.message().id())
                .findFirst()
                .orElse(posted);
        return chat.calls(Method.UPDATE).stream()
                .filter(call -> call.place().equals(id))
                .reduce((first, second) -> second)
                .map(call -> Body.of(call.content()).text())
                .orElseThrow();
    }
}
