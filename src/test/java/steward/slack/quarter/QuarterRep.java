package steward.slack.quarter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.conversation.session.RepSession;
import steward.nudges.ManyZones;
import steward.nudges.NudgeKind;
import steward.nudges.Oracle;
import steward.nudges.Oracle.ActionFacts;
import steward.nudges.Oracle.OpportunityFacts;
import steward.nudges.Oracle.PlanFacts;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Action;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.Status;
import steward.slack.Gesture;
import steward.slack.quarter.FakeSlack.Person;
import steward.slack.quarter.FakeSlack.Posted;

/**
 * A rep who reads what comes into their DM, answers it in place or does something else. An oracle is told what they did, and what they
 * saw is held against what it expects.
 */
final class QuarterRep {

    /** A nudge may be on its way for so long. */
    static final Duration ON_ITS_WAY = Duration.ofMinutes(15);

    private static final List<NudgeKind> KINDS = List.of(NudgeKind.values());
    /** What the message says that tells of all that fell due while they were away. */
    private static final String AFTER_ABSENCE = "all that has waited for you";

    /** What the message says that is of several kinds. */
    private static final String TOGETHER = " today, in one message";

    private static final int PLANS_MAX = 5;
    private static final int ROWS_MAX = 7;
    private static final int DIARY_SHOWN = 40;

    final Person person;
    final Oracle oracle;
    private final Random random;
    final Quarter quarter;
    private final NudgeTaps answers;
    private final Map<String, Subject> plansByWord = new LinkedHashMap<>();
    private final Map<String, Subject> actionsByWord = new LinkedHashMap<>();
    private final Map<String, Subject> opportunitiesByWord = new LinkedHashMap<>();
    private final Map<NudgeKind, Integer> seen = new HashMap<>();
    private final Set<String> intents = new HashSet<>();
    /** What they did and saw, for whoever has to find out what went wrong. */
    private final List<String> diary = new ArrayList<>();

    private Instant lastAct = Instant.MIN;

    QuarterRep(int number, Random random, Quarter quarter) {
        this.random = random;
        this.quarter = quarter;
        this.answers = new NudgeTaps(this, random);
        String zone = ManyZones.ALL.get(number % ManyZones.ALL.size());
        this.oracle = new Oracle(ZoneId.of(zone));
        this.person = quarter.join("U" + (100 + number), oracle.zone);
        for (int plans = random.nextInt(3); plans >= 0; plans--) {
            startDraft();
            begin();
        }
    }

    // ── What they see ────────────────────────────────────────────────────────────────────────────────────

    /** A message has come. */
    void sees(Posted posted) {
        assertThat(intents.add(posted.intent()))
                .as(() -> "%s was told twice: %s".formatted(person.id, posted.first))
                .isTrue();
        if (posted.nudge().isEmpty()) {
            return;
        }
        NudgeKind kind = KINDS.stream()
                .filter(any -> any.metadataName().equals(posted.nudge()))
                .findFirst()
                .orElseThrow();
        if (posted.first.contains(AFTER_ABSENCE) || posted.first.contains(TOGETHER)) {
            seesTogether(posted, kind);
            return;
        }
        Set<Subject> told = told(kind, posted);
        Set<Subject> now = oracle.expected(posted.at).getOrDefault(kind, Set.of());
        Set<Subject> before = oracle.expected(posted.at.minus(ON_ITS_WAY)).getOrDefault(kind, Set.of());
        assertThat(told)
                .as(() -> "%s saw of %s at %s%s".formatted(person.id, kind, moment(posted.at), diary()))
                .isIn(now, before)
                .isNotEmpty();
        note("saw", kind, told);
        oracle.log.add(new SentNudge(kind, moment(posted.at).toLocalDate(), posted.at, List.copyOf(told), false));
        seen.merge(kind, 1, Integer::sum);
    }

    /** One message of several kinds: it tells of all that was to be told, and nothing twice. */
    private void seesTogether(Posted posted, NudgeKind first) {
        Map<NudgeKind, Set<Subject>> now = oracle.expected(posted.at);
        Map<NudgeKind, Set<Subject>> expected =
                new EnumMap<>(now.containsKey(first) ? now : oracle.expected(posted.at.minus(ON_ITS_WAY)));
        assertThat(expected)
                .as(() -> "%s saw together at %s%s".formatted(person.id, moment(posted.at), diary()))
                .containsKey(first)
                .hasSizeGreaterThan(1);
        expected.forEach((kind, subjects) -> {
            assertThat(told(kind, posted)).containsAll(subjects);
            note("saw", kind, subjects);
            oracle.log.add(
                    new SentNudge(kind, moment(posted.at).toLocalDate(), posted.at, List.copyOf(subjects), false));
            seen.merge(kind, 1, Integer::sum);
        });
    }

    /** What of a kind a message may tell of: all of that kind that it names. */
    private Set<Subject> told(NudgeKind kind, Posted posted) {
        Set<Subject> told = new HashSet<>();
        words(kind).forEach((word, subject) -> {
            if (posted.first.contains(word)) {
                told.add(subject);
            }
        });
        return told;
    }

    private Map<String, Subject> words(NudgeKind kind) {
        return switch (kind) {
            case ACTIONS -> actionsByWord;
            case OPPORTUNITY -> opportunitiesByWord;
            case IDLE -> {
                Map<String, Subject> words = new LinkedHashMap<>(actionsByWord);
                plansByWord.forEach((word, plan) -> {
                    words.put(word + "* has had nothing to do", plan);
                    words.put(word + " 2025* has had nothing to do", plan);
                });
                yield words;
            }
            case TIME, CHECKPOINT, CYCLE_END, UNFINISHED -> plansByWord;
        };
    }

    int seen(NudgeKind kind) {
        return seen.getOrDefault(kind, 0);
    }

    /** No answer of theirs is lost. */
    void findsAllAsSaid(RepSession desk) {
        oracle.plans.forEach((name, facts) -> {
            Plan plan = desk.plan(new PlanId(name)).orElseThrow();
            assertThat(plan.status() == Status.CLOSED).as(name).isEqualTo(facts.closed);
            facts.actions.forEach((row, action) -> {
                Action kept = plan.action(row).orElseThrow();
                assertThat(kept.isOpen()).as("%s %d", name, row).isEqualTo(action.open);
                assertThat(kept.due()).as("%s %d", name, row).contains(action.due);
            });
            facts.opportunities.forEach(
                    (row, opportunity) -> assertThat(plan.outcome(row).isOpen())
                            .as("%s %d", name, row)
                            .isEqualTo(opportunity.open));
        });
    }

    /** Nothing is missing that could have come. */
    void missesNothing(Instant now, Instant quietSince) {
        Instant quiet = Stream.of(lastAct, person.trouble, quietSince)
                .max(Instant::compareTo)
                .orElseThrow();
        if (quiet.plus(Duration.ofMinutes(40)).isBefore(now)) {
            Map<NudgeKind, Set<Subject>> missing = oracle.expected(now);
            if (!missing.isEmpty()) {
                missing.keySet()
                        .retainAll(oracle.expected(now.minus(ON_ITS_WAY)).keySet());
            }
            assertThat(missing)
                    .as(() -> "%s misses at %s%s".formatted(person.id, moment(now), diary()))
                    .isEmpty();
        }
    }

    private String diary() {
        return diary.subList(Math.max(0, diary.size() - DIARY_SHOWN), diary.size()).stream()
                .collect(Collectors.joining("\n  ", "; before that:\n  ", "\n"));
    }

    private void note(Object... words) {
        diary.add(moment(now()) + " " + Arrays.toString(words));
    }

    private LocalDateTime moment(Instant at) {
        return LocalDateTime.ofInstant(at, oracle.zone);
    }

    LocalDate today() {
        return moment(quarter.time.instant()).toLocalDate();
    }

    // ── What they do ─────────────────────────────────────────────────────────────────────────────────────

    /** Does one thing or another. */
    void act() {
        if (person.gone) {
            comeBack();
            return;
        }
        switch (random.nextInt(32)) {
            case 0 -> startDraft();
            case 1 -> begin();
            case 2, 3, 4 -> onSome(PlanFacts::isRunning, (name, plan) -> write(name, paper -> addAction(paper, plan)));
            case 5 -> onSome(PlanFacts::isRunning, (name, plan) -> write(name, paper -> addOpportunity(paper, plan)));
            case 6 -> pauseOrResume();
            case 7 -> onSome(PlanFacts::isRunning, this::logTime);
            case 8 -> onOpportunity(this::tellFate);
            case 9 -> closeOne();
            case 10 -> settings();
            case 11 -> travel();
            case 12 -> leave();
            case 13 ->
                onSome(PlanFacts::isDraft, (name, plan) -> {
                    write(name, Paper::draft);
                    plan.touched = now();
                });
            default -> answers.answer();
        }
        lastAct = now();
    }

    void deliver(Gesture gesture) {
        note(URLDecoder.decode(gesture.body(), StandardCharsets.UTF_8));
        quarter.deliver(gesture);
    }

    Instant now() {
        return quarter.time.instant();
    }

    // ── Plans ────────────────────────────────────────────────────────────────────────────────────────────

    private void startDraft() {
        if (oracle.plans.size() >= PLANS_MAX) {
            return;
        }
        String word = quarter.words.next();
        PlanId id = new PlanId("p" + word);
        PlanFacts plan = new PlanFacts();
        plan.touched = now();
        oracle.plans.put(id.text(), plan);
        plansByWord.put(word, new Subject(id, 0));
        quarter.atDesk(person, desk -> {
            desk.start(id, word, today().getYear(), now());
            Paper paper = new Paper(desk, id, now());
            paper.draft();
            for (int rows = random.nextInt(3); rows >= 0; rows--) {
                addAction(paper, plan);
                addOpportunity(paper, plan);
            }
        });
    }

    private void begin() {
        onSome(PlanFacts::isDraft, (name, plan) -> {
            write(name, paper -> paper.begin(today()));
            plan.begun = now();
            plan.stopped = now();
            plan.cycleStart = today();
        });
    }

    private void addAction(Paper paper, PlanFacts plan) {
        int row = plan.actions.size() + 1;
        if (row <= ROWS_MAX) {
            String word = quarter.words.next();
            ActionFacts action = new ActionFacts();
            action.due = today().plusDays(random.nextInt(random.nextInt(3) == 0 ? 60 : 10));
            action.written = now();
            plan.actions.put(row, action);
            plan.touched = now();
            actionsByWord.put(word, new Subject(paper.plan(), row));
            paper.action(row, "Call " + word + " about the trial", action.due);
        }
    }

    private void addOpportunity(Paper paper, PlanFacts plan) {
        int row = plan.opportunities.size() + 1;
        if (row <= ROWS_MAX) {
            String word = quarter.words.next();
            OpportunityFacts opportunity = new OpportunityFacts();
            opportunity.timeline = today().plusDays(random.nextInt(80));
            opportunity.first = now();
            opportunity.written = now();
            plan.opportunities.put(row, opportunity);
            plan.touched = now();
            opportunitiesByWord.put(word, new Subject(paper.plan(), row));
            paper.opportunity(row, "Win the " + word + " order", opportunity.timeline);
        }
    }

    private void tellFate(String name, int row) {
        OpportunityFacts opportunity =
                Optional.ofNullable(plan(name).opportunities.get(row)).orElseThrow();
        String which = word(name) + " " + word(opportunitiesByWord, new Subject(new PlanId(name), row));
        String said = random.nextBoolean() ? "won " + which + " 10k" : "lost " + which + " price";
        deliver(PersonGestures.command(person, "/plan", said, now()));
        opportunity.open = false;
    }

    private void logTime(String name, PlanFacts plan) {
        boolean today = random.nextBoolean();
        deliver(PersonGestures.command(person, "/time", word(name) + (today ? " 2h" : " 1h yesterday"), now()));
        answers.logged(plan, today ? today() : today().minusDays(1));
    }

    private void pauseOrResume() {
        onSome(PlanFacts::isRunning, (name, plan) -> {
            plan.paused = !plan.paused && random.nextInt(3) == 0;
            write(name, plan.paused ? Paper::pause : Paper::resume);
        });
    }

    private void closeOne() {
        if (random.nextInt(4) == 0) {
            onSome(plan -> !plan.closed, (name, plan) -> {
                deliver(PersonGestures.command(person, "/plan", "close " + word(name) + " moved away", now()));
                plan.closed = true;
            });
        }
    }

    // ── Themselves ───────────────────────────────────────────────────────────────────────────────────────

    private void settings() {
        switch (random.nextInt(3)) {
            case 0 -> oracle.back = random.nextInt(3) == 0 ? LocalDate.EPOCH : today().plusDays(random.nextInt(9));
            case 1 -> changeWeek();
            default -> {
                oracle.muted.clear();
                if (random.nextInt(3) == 0) {
                    oracle.muted.add(KINDS.get(random.nextInt(KINDS.size())));
                }
            }
        }
        boolean isBack = oracle.back.isBefore(today());
        Map<String, JsonObject> fields = new LinkedHashMap<>();
        fields.put(
                "|working_days|0|1",
                ticked(oracle.week.days().stream().map(DayOfWeek::name).toList()));
        fields.put("|works_from|0|2", field("value", oracle.from.toString()));
        fields.put("|works_to|0|3", field("value", oracle.to.toString()));
        fields.put(
                "|nudges|0|4",
                ticked(KINDS.stream()
                        .filter(kind -> !oracle.muted.contains(kind))
                        .map(NudgeKind::metadataName)
                        .toList()));
        fields.put("|away_until|0|5", isBack ? new JsonObject() : field("selected_date", oracle.back.toString()));
        deliver(PersonGestures.form(person, "settings:", fields, now()));
    }

    private void changeWeek() {
        oracle.week = Oracle.WEEKS.get(random.nextInt(3) == 0 ? random.nextInt(Oracle.WEEKS.size()) : 0);
        boolean isEarly = random.nextInt(4) == 0;
        oracle.from = isEarly ? LocalTime.of(6, 30) : LocalTime.of(9, 0);
        oracle.to = isEarly ? LocalTime.of(15, 0) : LocalTime.of(17, 0);
        oracle.asking = isEarly ? LocalTime.of(14, 0) : LocalTime.of(16, 0);
    }

    private static JsonObject field(String name, String value) {
        JsonObject field = new JsonObject();
        field.addProperty(name, value);
        return field;
    }

    private static JsonObject ticked(List<String> values) {
        JsonArray options = new JsonArray();
        values.forEach(value -> options.add(field("value", value)));
        JsonObject field = new JsonObject();
        field.add("selected_options", options);
        return field;
    }

    private void travel() {
        if (random.nextInt(3) == 0) {
            oracle.zone = ZoneId.of(ManyZones.ALL.get(random.nextInt(ManyZones.ALL.size())));
            person.zone = oracle.zone;
            deliver(PersonGestures.changed(person));
        }
    }

    /** Leaves the workspace. Steward hears of it at once, or finds out by itself. */
    private void leave() {
        if (random.nextBoolean()) {
            note("leaves");
            person.gone = true;
            oracle.gone = true;
            if (random.nextInt(3) == 0) {
                deliver(PersonGestures.changed(person));
            }
        }
    }

    private void comeBack() {
        if (random.nextInt(4) == 0) {
            note("comes back");
            person.gone = false;
            oracle.gone = false;
            deliver(PersonGestures.changed(person));
            lastAct = now();
        }
    }

    // ── Which one ────────────────────────────────────────────────────────────────────────────────────────

    private void write(String name, Consumer<Paper> lines) {
        note("writes on", name);
        quarter.atDesk(person, desk -> lines.accept(new Paper(desk, new PlanId(name), now())));
    }

    PlanFacts plan(String name) {
        return Optional.ofNullable(oracle.plans.get(name)).orElseThrow();
    }

    String word(String name) {
        return word(plansByWord, new Subject(new PlanId(name), 0));
    }

    private static String word(Map<String, Subject> words, Subject subject) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equals(subject))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void onOpportunity(BiConsumer<String, Integer> deed) {
        onSome(PlanFacts::isRunning, (name, plan) -> {
            List<Integer> open = plan.opportunities.entrySet().stream()
                    .filter(entry -> entry.getValue().open)
                    .map(Map.Entry::getKey)
                    .toList();
            if (!open.isEmpty()) {
                deed.accept(name, open.get(random.nextInt(open.size())));
            }
        });
    }

    void onSome(Predicate<PlanFacts> those, BiConsumer<String, PlanFacts> deed) {
        List<String> names = oracle.plans.entrySet().stream()
                .filter(entry -> those.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!names.isEmpty()) {
            String name = names.get(random.nextInt(names.size()));
            deed.accept(name, plan(name));
        }
    }
}
