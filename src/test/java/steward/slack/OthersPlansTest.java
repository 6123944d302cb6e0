package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.conversation.Conversation;
import steward.conversation.Played;
import steward.conversation.session.NudgeMessage;
import steward.message.Form;
import steward.message.Intent;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Outbox.Arrival;
import steward.message.Stamp;
import steward.plan.Plan;
import steward.rep.RepId;
import steward.runtime.InMemory;
import steward.runtime.chat.Origin;
import steward.slack.StewardFixture.Heard;
import steward.slack.blocks.BlockKit;
import steward.slack.blocks.JsonFields;
import steward.slack.blocks.RenderedMessage;
import steward.slack.surfaces.ModalView;
import steward.slack.surfaces.SlackRenderer;
import steward.store.Store;

/**
 * Nobody reaches another rep's plan, whatever they send: it is to them as if there were none.
 *
 * <p>Each transcript is one rep's life with Steward. All that Steward showed in it is collected from the JSON that Slack would get, and
 * used by others: a rep of the same workspace, and a namesake (the same user id) in another. Beside each of them stands a twin who sends the same with
 * made-up ids and names. The two must hear the same, and the rep's own rows must stay as they are.
 */
class OthersPlansTest {

    /** What a command may say, rightly or by a slip, though an account has the word in its name too. */
    private static final Set<String> COMMANDS = Set.of("forget", "statsu", "what", "roti", "export");

    private static final String TEAM = "T1";
    /** Where a word begins, in JSON after a line's end too. */
    private static final String BEGINS = "(?:(?<=\\\\n)|\\b)";

    private static final Pattern ID = Pattern.compile(BEGINS + "[tu]\\d+i\\d+\\b");
    private static final Pattern MADE = Pattern.compile(BEGINS + StewardFixture.ID_PREFIX + "\\d+\\b");

    /** What messages there are: one of each is enough to reply to. */
    private static final Set<String> KINDS = new HashSet<>();

    private static final Map<Somebody, List<Stamp>> ARRIVED = new HashMap<>();

    private static List<Played> transcripts;
    private static Set<String> verbs;
    private static Path file;
    private static StewardFixture doorway;

    private static int deliveries;

    @BeforeAll
    static void open(@TempDir(factory = InMemory.class) Path folder) {
        transcripts = Played.all();
        verbs = verbs();
        file = folder.resolve("steward.db");
        Store store = Store.sqlite(file);
        for (int i = 0; i < transcripts.size(); i++) {
            own(store, owner(i), transcripts.get(i));
        }
        doorway = new StewardFixture(store, latest());
    }

    @AfterAll
    static void close() {
        doorway.close();
    }

    private static Instant latest() {
        return transcripts.stream().map(Played::end).max(Instant::compareTo).orElseThrow();
    }

    private static Somebody owner(int transcript) {
        return new Somebody(TEAM, "U" + (transcript + 1));
    }

    /** Puts onto a rep's desk what a transcript left on its rep's. */
    private static void own(Store store, Somebody owner, Played played) {
        store.outbox().room(owner.id(), owner.room());
        store.sessions().take(owner.id(), "message " + owner.room() + " " + Somebody.ts(0), played.end(), desk -> {
            for (Plan plan : played.plans()) {
                desk.start(plan.id(), plan.account(), plan.year(), played.end());
                desk.write(plan.id(), plan.entries());
            }
            played.intents().forEach(intent -> desk.send(to(owner.id(), intent)));
            for (NudgeMessage nudged : played.nudges()) {
                desk.claim(nudged);
            }
            return true;
        });
        for (Intent intent : played.intents()) {
            Stamp stamp = played.arrivals().get(intent.id());
            if (stamp != null
                    && KINDS.add(intent.purpose() + " " + intent.about().question())) {
                MessageRef message = new MessageRef(owner.room(), Somebody.ts(stamp.order()));
                store.outbox().sent(to(owner.id(), intent), Optional.of(new Arrival(message, stamp)));
                ARRIVED.computeIfAbsent(owner, any -> new ArrayList<>()).add(stamp);
            }
        }
    }

    private static Intent to(RepId rep, Intent intent) {
        return new Intent(intent.id(), rep, intent.purpose(), intent.about(), intent.body(), intent.channel());
    }

    // ── What the others do ───────────────────────────────────────────────────────────────────────────────

    @Test
    void whatCanBeTappedIsNobodyElses() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < transcripts.size(); i++) {
            Played played = transcripts.get(i);
            List<Use> uses = new ArrayList<>();
            for (JsonObject action : taps(played.messages().stream().map(RenderedMessage::of))) {
                uses.add((who, naming, number) -> who.tap(renamed(action, naming), false, number));
            }
            for (JsonObject action : taps(played.homes().stream().map(OthersPlansTest::home))) {
                uses.add((who, naming, number) -> who.tap(renamed(action, naming), true, number));
            }
            for (JsonObject action : taps(played.forms().stream().map(ModalView::of))) {
                uses.add((who, naming, number) -> who.tap(renamed(action, naming), false, number));
            }
            walk(i, uses, seen);
        }
        assertThat(seen).hasSizeGreaterThan(300);
    }

    @Test
    void whatIsSentBackFromAFormIsNobodyElses() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < transcripts.size(); i++) {
            List<Use> uses = new ArrayList<>();
            for (Form form : transcripts.get(i).forms()) {
                for (Origin.Surface surface : List.of(Origin.Surface.CHAT, Origin.Surface.HOME)) {
                    JsonObject view = ModalView.of(form, Origin.in(surface, ""));
                    if (view.has("submit")) {
                        JsonObject sent = UsableElements.filled(view);
                        uses.add((who, naming, number) -> who.sends(renamed(sent, naming), number));
                    }
                }
            }
            walk(i, uses, seen);
        }
        assertThat(seen).hasSizeGreaterThan(20);
        assertThat(transcripts.stream()
                        .flatMap(played -> played.forms().stream())
                        .map(Form::token))
                .as("a form of every kind is opened in some transcript")
                .satisfies(tokens -> assertThat(kindsOfForms())
                        .allMatch(kind -> tokens.stream().anyMatch(token -> token.startsWith(kind))));
    }

    /** What the token of each kind of form begins with, wherever in the conversation that is written down. */
    private static List<String> kindsOfForms() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackagesOf(Conversation.class).stream()
                        .filter(type -> type.tryGetField("TOKEN").isPresent())
                        .map(JavaClass::reflect)
                        .flatMap(type -> token(type).stream())
                        .toList();
    }

    private static Optional<String> token(Class<?> form) {
        try {
            Field token = form.getDeclaredField("TOKEN");
            token.setAccessible(true);
            return Optional.of(token.get(null)).filter(String.class::isInstance).map(String.class::cast);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("A form's token can't be read", e);
        }
    }

    @Test
    void whatIsTypedAfterASlashFindsNobodyElses() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < transcripts.size(); i++) {
            List<Use> uses = new ArrayList<>();
            for (String command : commands(transcripts.get(i))) {
                uses.add(new Typing(command));
            }
            walk(i, uses, seen);
        }
        assertThat(seen).hasSizeGreaterThan(100);
    }

    /** What was typed, every command with a plan's name, and every command with a plan's id in place of one. */
    private static Set<String> commands(Played played) {
        Set<String> commands = new LinkedHashSet<>(played.commands());
        for (Plan plan : played.plans()) {
            for (String verb : verbs) {
                commands.add(verb + " " + plan.account());
                commands.add(verb + " " + plan.id().text());
                commands.add(verb + " " + plan.id().text() + ".1");
            }
        }
        return commands;
    }

    /** The first words of all that was ever typed after a slash, or said so by a button. */
    private static Set<String> verbs() {
        Pattern verb = Pattern.compile("/[a-z]+(?: [a-z]+)?");
        Set<String> verbs = new TreeSet<>(Set.of("/plan", "/roti", "/time", "/actions", "/nudge"));
        for (Played played : transcripts) {
            Stream<String> said = taps(played.messages().stream().map(RenderedMessage::of)).stream()
                    .map(action -> JsonFields.text(action, "value"));
            Stream.concat(played.commands().stream(), said)
                    .flatMap(text -> verb.matcher(text).results())
                    .filter(found -> found.start() == 0)
                    .map(MatchResult::group)
                    .forEach(verbs::add);
        }
        return verbs;
    }

    @Test
    void messagesOfOthersCannotBeRepliedToEditedOrDeleted() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < transcripts.size(); i++) {
            Somebody owner = owner(i);
            List<Use> uses = new ArrayList<>();
            for (Stamp stamp : ARRIVED.getOrDefault(owner, List.of())) {
                for (String said : List.of("250k", "done", "won 66k", "resume", "2h")) {
                    uses.add((who, naming, number) -> who.replies(said, thread(stamp, naming), number));
                }
            }
            uses.add((who, naming, number) -> who.edits(
                    owner.room(), naming.apply("t0i0").equals("t0i0") ? Somebody.ts(0) : "1.000001", "9M", number));
            uses.add((who, naming, number) ->
                    who.deletes(owner.room(), naming.apply("t0i0").equals("t0i0") ? Somebody.ts(0) : "1.000001"));
            walk(i, uses, seen);
        }
        assertThat(KINDS).hasSizeGreaterThan(40);
    }

    /** When a message arrived; by a made-up name, when none did. */
    private static String thread(Stamp stamp, UnaryOperator<String> naming) {
        boolean isReal = naming.apply("t0i0").equals("t0i0");
        return Somebody.ts(isReal ? stamp.order() : stamp.order() + 5_000_000_000L);
    }

    // ── Walking ──────────────────────────────────────────────────────────────────────────────────────────

    /** Something to do, by whoever does it, with every name and id in it as {@code naming} has it. */
    private interface Use {
        Gesture by(Somebody who, UnaryOperator<String> naming, int number);

        default boolean startsPlans() {
            return false;
        }
    }

    private record Typing(String command) implements Use {

        @Override
        public Gesture by(Somebody who, UnaryOperator<String> naming, int number) {
            return who.commands(naming.apply(command), number);
        }

        @Override
        public boolean startsPlans() {
            return true;
        }
    }

    /** A rep and their twin. */
    private record Twins(Somebody real, Somebody madeUp) {}

    private static void walk(int transcript, List<Use> uses, Set<String> seen) {
        Played played = transcripts.get(transcript);
        UnaryOperator<String> madeUp = text -> accounts(played, ids(text), OthersPlansTest::shifted);
        List<Use> unseen = uses.stream()
                .filter(use -> seen.add(kind(
                        played, use.by(owner(0), UnaryOperator.identity(), 0).body())))
                .toList();
        Map<String, List<String>> before = rows();
        List<Twins> busy = others(transcript);
        busy.stream()
                .flatMap(twins -> Stream.of(twins.real(), twins.madeUp()))
                .forEach(other -> doorway.deliver(other.commands("/plan Quixley Mills", ++deliveries)));
        for (Use use : unseen) {
            // What somebody starts by a command of an account's name would be found by the next.
            List<Twins> others = use.startsPlans() ? others(transcript) : busy;
            others.forEach(twins -> same(madeUp, use, twins));
        }
        assertThat(rows()).isEqualTo(before);
    }

    /** Somebody else in the rep's workspace, and a namesake in another, each with a twin. */
    private static List<Twins> others(int transcript) {
        deliveries++;
        Somebody colleague = new Somebody(TEAM, "X" + deliveries);
        Somebody namesake =
                new Somebody("N" + deliveries, owner(transcript).id().user());
        return Stream.of(colleague, namesake)
                .map(real -> new Twins(real, new Somebody(real.id().team(), "Y" + deliveries)))
                .toList();
    }

    private static void same(UnaryOperator<String> madeUp, Use use, Twins twins) {
        deliveries++;
        Gesture real = use.by(twins.real(), UnaryOperator.identity(), deliveries);
        String heard = told(doorway.deliver(real), twins.real());
        String shouldBe = told(doorway.deliver(use.by(twins.madeUp(), madeUp, deliveries)), twins.madeUp());
        // Steward's own examples name accounts too.
        assertThat(madeUp.apply(heard)).as(real.body()).isEqualTo(madeUp.apply(shouldBe));
    }

    private static String told(Heard heard, Somebody by) {
        String told = heard.answer().status() + " " + heard.answer().body() + " " + heard.calls();
        return ids(MADE.matcher(told).replaceAll("ID"))
                .replace("\"" + by.room() + "\"", "\"room\"")
                .replace(by.id().user(), "user")
                .replaceAll("\"(thread_)?ts\":\"[0-9.]+\"", "at some moment")
                // Ids that are made up do not make a file smaller by the same.
                .replaceAll("\"length\":\"[0-9]+\"", "of some length");
    }

    private static JsonObject renamed(JsonObject json, UnaryOperator<String> naming) {
        return JsonParser.parseString(naming.apply(json.toString())).getAsJsonObject();
    }

    private static String ids(String text) {
        return ID.matcher(text).replaceAll(id -> "u" + id.group().substring(1));
    }

    /** What is said alike of any plan: whatever its account and its ids are, with what has become of it. */
    private static String kind(Played played, String said) {
        return accounts(played, ids(said), word -> "name").replaceAll("\\d+i\\d+", "ID")
                + played.plans().stream().map(Plan::status).toList();
    }

    /** Every word of an account's name, by another. */
    private static String accounts(Played played, String text, UnaryOperator<String> other) {
        String said = text;
        for (Plan plan : played.plans()) {
            for (String word : plan.account().split("[^\\p{L}]+", 0)) {
                if (word.length() > 2 && !COMMANDS.contains(word.toLowerCase(Locale.ROOT))) {
                    said = Pattern.compile(BEGINS + word, Pattern.CASE_INSENSITIVE)
                            .matcher(said)
                            .replaceAll(found -> other.apply(found.group()));
                }
            }
        }
        return said;
    }

    private static String shifted(String word) {
        return word.chars()
                .map(letter -> letter >= 'a' && letter <= 'z'
                        ? 'a' + (letter - 'a' + 13) % 26
                        : letter >= 'A' && letter <= 'Z' ? 'A' + (letter - 'A' + 13) % 26 : letter)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static List<JsonObject> taps(Stream<JsonObject> shown) {
        return shown.flatMap(json -> UsableElements.taps(json.getAsJsonArray("blocks")).stream())
                .distinct()
                .toList();
    }

    private static JsonObject home(Message message) {
        JsonObject view = new JsonObject();
        JsonArray blocks = RenderedMessage.blocks(BlockKit.inView(message, SlackRenderer.HOME_BLOCKS_MAX));
        view.add("blocks", blocks);
        return view;
    }

    // ── What is the owners' ──────────────────────────────────────────────────────────────────────────────

    /** All rows of the reps whose plans these are. */
    private static Map<String, List<String>> rows() {
        Map<String, String> tables = Map.of(
                "plan", "owner_id",
                "intent", "owner_id",
                "nudge", "user_id",
                "rep", "user_id",
                "entry", "(select owner_id from plan p where p.team_id = entry.team_id and p.plan_id = entry.plan_id)");
        return Jdbi.create("jdbc:sqlite:" + file).withHandle(handle -> {
            Map<String, List<String>> rows = new TreeMap<>();
            tables.forEach((table, owner) -> rows.put(
                    table,
                    handle.createQuery("select * from " + table + " where team_id = '" + TEAM + "' and " + owner
                                    + " like 'U%'")
                            .mapToMap()
                            .map(Map::toString)
                            .list()));
            return rows;
        });
    }
}
