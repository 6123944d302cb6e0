package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import steward.plan.PlanCard;
import steward.runtime.InMemory;
import steward.slack.StewardFixture.Called;
import steward.slack.StewardFixture.Heard;
import steward.slack.blocks.BlockId;
import steward.slack.blocks.JsonFields;
import steward.slack.blocks.Limits;
import steward.slack.events.SubmittedForm;
import steward.store.PostgresServer;
import steward.store.Store;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Step;

/**
 * Whatever is typed wherever something can be typed, in both kinds of store: it is taken or kindly refused, what Steward then says keeps
 * Slack's limits and does no harm, and what was kept can be read.
 */
class HostileWordsTest {

    /** Before all that anybody writes, so that what they write comes after the question it answers. */
    private static final Instant NOW = Instant.parse("2023-11-06T15:00:00Z");

    /** A rep who only skips is through by then. */
    private static final int TURNS_MAX = 150;

    /** As far as most get: a few questions in. */
    private static final int TURNS_OF_MOST = 8;

    private static final int ONE_IN_SO_MANY = 15;

    private static final List<String> COMMANDS = List.of(
            "/plan",
            "/plan new",
            "/plan brief",
            "/plan show",
            "/plan form",
            "/plan close",
            "/plan won",
            "/plan won Acme",
            "/plan undo",
            "/plan settings",
            "/roti",
            "/roti next",
            "/roti Acme",
            "/time",
            "/time Acme 1h",
            "/actions",
            "/actions add Acme",
            "/actions move",
            "/nudge");

    private static final List<String> IN_MID_PLAN = List.of(
            "edit", "remove", "add", "margin", "margin opportunity 1", "switch", "resume", "answer:", "brief", "undo");

    private static final List<String> VIEWS =
            List.of("plans", "answers", "contacts", "opportunities", "actions", "time_log", "roti");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    /** The questions that were answered like this, as they were asked or in a form. */
    private final Set<String> answered = new HashSet<>();

    private int deliveries;

    @TempDir(factory = InMemory.class)
    Path folder;

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        root.detachAppender(log);
    }

    @Test
    void inSqlite() {
        Path file = folder.resolve("steward.db");
        harmless(Store.sqlite(file), Jdbi.create("jdbc:sqlite:" + file));
    }

    @Test
    void inPostgresql() {
        String database = PostgresServer.freshDatabase();
        harmless(Store.open(PostgresServer.place(database)), Jdbi.create(database));
    }

    private void harmless(Store store, Jdbi outside) {
        List<String> words = HostileWords.all();
        try (StewardFixture doorway = new StewardFixture(store, NOW)) {
            for (int i = 0; i < words.size(); i++) {
                Somebody rep = new Somebody("T1", "U" + i);
                answersQuestions(doorway, rep, words.get(i), i % ONE_IN_SO_MANY == 0 ? TURNS_MAX : TURNS_OF_MOST);
                typesEverywhere(doorway, rep, words.get(i));
                readable(store, rep, doorway.now());
            }
        }
        assertThat(answered)
                .containsAll(Worksheet.STEPS.stream()
                        .flatMap(Step::questions)
                        .<String>map(Question::key)
                        .toList());
        for (String view : VIEWS) {
            List<Map<String, Object>> rows = outside.withHandle(handle ->
                    handle.createQuery("select * from " + view).mapToMap().list());
            assertThat(rows).as(view).isNotNull();
        }
        assertThat(log.list.stream().filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN)))
                .isEmpty();
    }

    // ── What a rep does ──────────────────────────────────────────────────────────────────────────────────

    /** Answers each question with the words, once, and goes on by a skip where they are not taken, and in further rows. */
    private void answersQuestions(StewardFixture doorway, Somebody rep, String words, int turnsMax) {
        Set<String> tried = new HashSet<>();
        String open = question(heard(doorway, rep.commands("/plan new Acme", next())), "");
        for (int turn = 0; turn < turnsMax && !open.isEmpty(); turn++) {
            boolean isNew = tried.add(open);
            answered.add(open);
            String after = question(heard(doorway, rep.writes(isNew ? words : goingOn(open), next())), open);
            if (!isNew && after.equals(open)) {
                // The 90 days don't begin with as little as that.
                return;
            }
            open = after;
        }
    }

    private static String goingOn(String open) {
        return open.startsWith("summary.") ? "yes" : open.endsWith(".another") ? "no" : "skip";
    }

    /** The question that was asked last. */
    private static String question(Heard heard, String before) {
        return heard.calls().stream()
                .map(call -> JsonFields.object(JsonFields.object(call.body(), "metadata"), "event_payload"))
                .filter(payload -> payload.has("question"))
                .map(payload -> JsonFields.text(payload, "question"))
                .reduce(before, (earlier, later) -> later);
    }

    private void typesEverywhere(StewardFixture doorway, Somebody rep, String words) {
        for (String begun : IN_MID_PLAN) {
            heard(doorway, rep.writes(begun + " " + words, next()));
        }
        for (String command : COMMANDS) {
            heard(doorway, rep.commands(command + " " + words, next()));
        }
        heard(doorway, rep.replies(words, Somebody.ts(NOW.toEpochMilli() * 1000 + 2), next()));
        heard(doorway, rep.edits(rep.room(), Somebody.ts(deliveries - 60), words, next()));
        heard(doorway, rep.deletes(rep.room(), Somebody.ts(deliveries - 50)));
        Stream.of("/plan new", "/plan settings form", "/plan form Acme 1", "/plan form Acme 2", "/plan form Acme 3")
                .flatMap(command -> heard(doorway, rep.commands(command, next())).calls().stream())
                .filter(call -> call.method().equals("views.open"))
                .toList()
                .forEach(call -> {
                    JsonObject sent = UsableElements.filled(JsonFields.object(call.body(), "view"));
                    heard(doorway, rep.sends(filledWith(sent, words), next()));
                    taps(doorway, rep, call, words);
                });
    }

    /** What no client of Slack's sends, from each place that could be tapped. */
    private void taps(StewardFixture doorway, Somebody rep, Called form, String words) {
        for (String blockId : JsonFields.object(
                        JsonFields.object(UsableElements.filled(JsonFields.object(form.body(), "view")), "state"),
                        "values")
                .keySet()) {
            for (String place : List.of(blockId, words, words + "|mission|0|1")) {
                JsonObject action = new JsonObject();
                action.addProperty("block_id", place);
                action.addProperty("action_id", "0");
                action.addProperty("value", words);
                heard(doorway, rep.tap(action, false, next()));
            }
            return;
        }
    }

    private JsonObject filledWith(JsonObject sent, String words) {
        JsonObject values = JsonFields.object(JsonFields.object(sent, "state"), "values");
        values.entrySet().forEach(field -> {
            JsonObject value = field.getValue().getAsJsonObject().getAsJsonObject(SubmittedForm.ACTION_ID);
            if (value.has("value")) {
                value.addProperty("value", words);
                BlockId.read(field.getKey())
                        .ifPresent(place -> answered.add(place.about().question()));
            }
        });
        return sent;
    }

    private int next() {
        deliveries++;
        return deliveries;
    }

    // ── What must hold ───────────────────────────────────────────────────────────────────────────────────

    private static Heard heard(StewardFixture doorway, Gesture gesture) {
        Heard heard = doorway.deliver(gesture);
        assertThat(heard.answer().status()).isEqualTo(200);
        if (!heard.answer().body().isEmpty()) {
            shown(JsonParser.parseString(heard.answer().body()).getAsJsonObject());
        }
        heard.calls().forEach(call -> shown(call.body()));
        return heard;
    }

    private static void shown(JsonObject json) {
        if (json.has("view")) {
            JsonObject view = JsonFields.object(json, "view");
            if (JsonFields.text(view, "type").equals("modal")) {
                Limits.holdInModal(view);
            }
        } else if (json.has("blocks")) {
            Limits.hold(json);
        }
        harmless(json);
    }

    /** No text in it is markup that a rep wrote, none turns others around, and none is said to be our mistake. */
    private static void harmless(JsonElement json) {
        if (json.isJsonArray()) {
            json.getAsJsonArray().forEach(HostileWordsTest::harmless);
        } else if (json.isJsonObject()) {
            JsonObject object = json.getAsJsonObject();
            object.entrySet().stream().map(Map.Entry::getValue).forEach(HostileWordsTest::harmless);
            boolean isMarkup = JsonFields.text(object, "type").equals("mrkdwn") || object.has("blocks");
            if (isMarkup) {
                assertThat(JsonFields.text(object, "text")).doesNotContain("<", ">");
            }
            if (JsonFields.text(object, "type").equals("mrkdwn")) {
                assertThat(JsonFields.text(object, "text")).doesNotContain("evil.example", ":boom:");
            }
        } else if (json.isJsonPrimitive()) {
            String text = json.getAsString();
            assertThat(text.codePoints()
                            .filter(c -> Character.getType(c) == Character.SURROGATE
                                    || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                                    || (c >= '\u202a' && c <= '\u202e')
                                    || (c >= '\u2066' && c <= '\u2069')))
                    .as(() -> escaped(text))
                    .isEmpty();
            assertThat(text).doesNotContain("went wrong on my side");
        }
    }

    /** As it may be printed anywhere: what controls a terminal could end the channel by which a failure is reported. */
    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> c >= ' ' && c <= '~' ? Character.toString(c) : "\\u{%x}".formatted(c))
                .collect(Collectors.joining());
    }

    private static void readable(Store store, Somebody rep, Instant now) {
        int plans = store.sessions()
                .look(
                        rep.id(),
                        now,
                        desk -> desk.plans().stream()
                                .map(PlanCard::id)
                                .map(desk::plan)
                                .mapToInt(plan -> plan.orElseThrow().entries().size() > 0 ? 1 : 0)
                                .sum());
        assertThat(plans).isPositive();
    }
}
