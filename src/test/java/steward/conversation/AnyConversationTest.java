package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import steward.conversation.fixtures.Chat;
import steward.dashboard.Abouts;
import steward.message.Form;
import steward.message.PlainText;
import steward.message.Stamp;
import steward.plan.AskedQuestion;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.Status;
import steward.worksheet.Worksheet;

/**
 * Whatever a rep does, in whatever order: no answer is lost or taken twice, the question asked is the one that is open, and a rep who
 * wants to finish always can. The seed is in the name of the test that failed.
 */
class AnyConversationTest {

    private static final int SEEDS = 150;
    private static final int WILD_TURNS = 120;
    private static final int HELPFUL_TURNS_MAX = 400;

    private static final List<String> ANYTHING = List.of(
            "back",
            "skip",
            "help",
            "why?",
            "edit 1",
            "edit 3",
            "edit 12",
            "edit coach",
            "edit nothing at all",
            "status",
            "summary",
            "pause",
            "resume",
            "cancel",
            "keep",
            "yes",
            "no",
            "ok",
            "thanks",
            "switch acme",
            "switch delta",
            "?",
            "n/a",
            "tbd",
            "answer: skip",
            "\"back\"",
            "Toledo, Ohio",
            "1.2M",
            "250k",
            "20%",
            "0.6",
            "next Friday",
            "in 2 weeks",
            "3/4",
            "3h a week",
            "56h",
            "Dana Wu, CFO",
            "dana",
            "Win the resin order for line 2",
            "resin",
            "a lot",
            "",
            "   ",
            "x".repeat(2_001),
            "🎉",
            "<!channel> *x* `y`",
            "line one\nline two",
            "/plan Acme Glass",
            "/plan Delta Foods",
            "/plan acme",
            "/plan",
            "/plan help",
            "add contact",
            "add coach",
            "add opportunity",
            "add action",
            "remove dana",
            "remove opportunity 2",
            "remove coach",
            "undo",
            "margin opportunity 1 60%",
            "form",
            "same",
            "Lee Marsh\nsame\nHear who bids",
            "Win line 4\nnone\n25k\n50\nCall Lee\nQ3",
            "/plan close delta done with it",
            "/plan close acme",
            "/plan resume delta",
            "/plan new Acme Glass 2027",
            "/plan won acme resin 66k",
            "/plan won acme",
            "/plan won delta as planned",
            "/plan lost acme resin price",
            "/plan lost acme line 4",
            "/plan reopen acme resin in 3 weeks",
            "/plan reopen acme",
            "/plan outcome acme",
            "/plan undo",
            "/plan brief acme",
            "/plan brief acme dana",
            "/plan asked acme 1",
            "brief acme",
            "brief acme dana",
            "brief dana on the trial",
            "brief me",
            "/plan new",
            "/plan show",
            "/plan show acme",
            "/plan health acme",
            "/plan settings",
            "/plan settings form",
            "/actions",
            "/actions acme",
            "/actions help",
            "/actions add acme Call Dana by Friday",
            "/actions add delta Send the study",
            "/actions add Book a room",
            "/actions done acme dana",
            "/actions later dana",
            "/actions move call",
            "/actions drop trial",
            "done dana",
            "12",
            "7.",
            "2h Acme",
            "Delta 45m yesterday, 2h Acme upkeep QBR prep",
            "1h30",
            "/time",
            "/time help",
            "/time acme",
            "/time last week",
            "/time Acme 2h Tue, Delta 1h30 yesterday, nobody 1h, acme 25h",
            "/time 45m upkeep",
            "/time delete nothing.1");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holds(long seed) {
        Random random = new Random(seed);
        Chat chat = new Chat(Instant.parse("2026-03-02T15:00:00Z"), ZoneId.of("America/Chicago"));
        Map<String, Integer> numbers = new HashMap<>();
        chat.type("/plan Acme Glass");
        for (int turn = 0; turn < WILD_TURNS; turn++) {
            Map<String, Integer> lengths = lengths(chat);
            act(chat, random);
            check(chat, numbers, lengths);
            chat.moveOn(Duration.ofMinutes(random.nextInt(600)));
        }
        finish(chat, random, numbers);
    }

    // ── A rep who does anything ──────────────────────────────────────────────────────────────────────────

    private static void act(Chat chat, Random random) {
        switch (random.nextInt(15)) {
            case 0 -> chat.redeliver();
            case 1, 2 -> tapAnything(chat, random);
            case 3 ->
                chat.typeInThread(
                        pick(ANYTHING, random), pick(chat.lines, random).stamp());
            case 4 ->
                chat.typeAt(
                        pick(ANYTHING, random),
                        new Stamp(pick(chat.lines, random).stamp().order() + 1));
            case 5 -> chat.sendFile();
            case 14 -> chat.home(1 + random.nextInt(3));
            case 6 -> chat.restart();
            case 9 -> editOrDelete(chat, random);
            case 10 -> fillAForm(chat, random);
            case 11 -> tellAFate(chat, random);
            case 7, 8 -> answerWell(chat, random);
            default -> chat.type(pick(ANYTHING, random));
        }
    }

    private static void tapAnything(Chat chat, Random random) {
        List<Chat.Tap> taps = new ArrayList<>();
        chat.everSaid.forEach(message -> taps.addAll(Chat.taps(message)));
        Chat.Tap tap = pick(taps, random);
        chat.tap(tap.about(), tap.says().isEmpty() ? "2026-03-20" : tap.says());
    }

    /** Fills in some of the form behind the open question, now and then with something said in the chat meanwhile. */
    private static void fillAForm(Chat chat, Random random) {
        Optional<Blank> open = current(chat).flatMap(Plan::open).filter(blank -> !blank.isApart());
        if (open.isEmpty()) {
            return;
        }
        Form form = chat.open(Abouts.of(current(chat).orElseThrow(), open.get()), "form");
        Map<String, String> changed = new HashMap<>();
        form.fields().stream()
                .filter(field -> random.nextInt(3) == 0)
                .forEach(field -> changed.put(field.about().question(), pick(ANYTHING, random)));
        if (random.nextInt(3) == 0) {
            answerWell(chat, random);
        }
        chat.trySubmit(form, changed);
    }

    /** Fills in some of the forms that ask what became of an opportunity. */
    private static void tellAFate(Chat chat, Random random) {
        Optional<Plan> plan = current(chat)
                .filter(found -> found.status() != Status.CLOSED)
                .filter(found -> !found.rows(Worksheet.OPPORTUNITIES).isEmpty());
        if (plan.isPresent()) {
            Form form = chat.open(Abouts.of(plan.get()), "/plan outcome");
            chat.trySubmit(form, Map.of("fate.ending", pick(List.of("won", "lost", "open"), random)));
            Form details = chat.everOpened.get(chat.everOpened.size() - 1);
            chat.trySubmit(
                    details,
                    Map.of(
                            "opportunity.won",
                            pick(List.of("", "66k", "a lot"), random),
                            "opportunity.probability",
                            pick(List.of("", "90%", "?"), random)));
        }
    }

    private static void editOrDelete(Chat chat, Random random) {
        List<String> typed = chat.lines.stream()
                .filter(line -> line.who().equals("rep"))
                .map(line -> PlainText.of(line.message()))
                .toList();
        if (typed.isEmpty()) {
            return;
        }
        if (random.nextInt(4) == 0) {
            chat.delete(pick(typed, random));
        } else {
            chat.edit(pick(typed, random), pick(ANYTHING, random));
        }
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    // ── A rep who wants to finish ────────────────────────────────────────────────────────────────────────

    private static void finish(Chat chat, Random random, Map<String, Integer> numbers) {
        for (int turn = 0; turn < HELPFUL_TURNS_MAX; turn++) {
            if (current(chat)
                    .filter(plan ->
                            plan.status() == Status.RUNNING && plan.open().isEmpty())
                    .isPresent()) {
                return;
            }
            Map<String, Integer> lengths = lengths(chat);
            answerWell(chat, random);
            check(chat, numbers, lengths);
        }
        throw new AssertionError(
                "A helpful rep did not finish: " + current(chat).flatMap(Plan::open));
    }

    private static void answerWell(Chat chat, Random random) {
        Optional<Plan> plan = current(chat);
        if (plan.isEmpty() || plan.get().status() == Status.CLOSED) {
            chat.type("/plan new Echo Paper " + (2026 + random.nextInt(4)));
            if (current(chat).filter(now -> now.status() == Status.CLOSED).isPresent()) {
                chat.tap(Abouts.of(current(chat).orElseThrow()), "resume");
            }
        } else if (plan.get().isPaused()) {
            chat.type("resume");
        } else {
            plan.get().open().ifPresent(open -> chat.type(goodAnswer(plan.get(), open)));
        }
    }

    private static String goodAnswer(Plan plan, Blank open) {
        boolean due = open.question().key().equals("action.due");
        return switch (open.question().key()) {
            case "revenue_goal", "opportunity.last_year", "opportunity.increase" -> "250k";
            case "opportunity.probability", "gross_margin" -> "50%";
            case "opportunity.timeline", "action.due" -> due ? "in 2 weeks" : "in 5 weeks";
            case "time_spent" -> "3h a week";
            case "hours_required", "more_hours" -> "56h";
            case "opportunity.won" -> plan.get(Worksheet.INCREASE, open.row()).isPresent() ? "as planned" : "66k";
            case "action.contact", "cancel", "close", "opportunity.lost" -> "skip";
            case "opportunity.what" -> "Win the resin order for line 2 in Toledo";
            case "opportunity.activity", "action.what" -> "Run a trial on line 2 with Dana Wu";
            case "summary.4" -> lacking(plan);
            default -> open.isSummary() ? "yes" : open.question().answer().isYesNo() ? "no" : "Dana Wu, CFO";
        };
    }

    /** What "looks right?" at the end may still need: an opportunity's increase, an action's date. */
    private static String lacking(Plan plan) {
        return plan.blanks()
                .filter(blank -> List.of("opportunity.what", "opportunity.increase", "action.what", "action.due")
                        .contains(blank.question().key()))
                .filter(plan::isSkipped)
                .findFirst()
                .map(blank -> "edit " + plan.number(blank).orElseThrow())
                .orElse("yes");
    }

    // ── What must hold ───────────────────────────────────────────────────────────────────────────────────

    private static void check(Chat chat, Map<String, Integer> numbers, Map<String, Integer> lengths) {
        for (PlanCard card : chat.sessions.plans()) {
            Plan plan = chat.sessions.plan(card.id()).orElseThrow();
            assertThat(plan.entries())
                    .hasSizeGreaterThanOrEqualTo(lengths.getOrDefault(card.id().text(), 0));
            plan.blanks().forEach(blank -> numberStays(plan, blank, numbers));
        }
        current(chat).ifPresent(plan -> {
            if (!plan.isPaused()) {
                assertThat(plan.asking().map(AskedQuestion::blank)).isEqualTo(plan.open());
            }
        });
    }

    private static void numberStays(Plan plan, Blank blank, Map<String, Integer> numbers) {
        plan.number(blank).ifPresent(number -> {
            Integer before = numbers.putIfAbsent(plan.id().text() + " " + blank, number);
            assertThat(before).isIn(null, number);
            assertThat(plan.numbered(number)).contains(blank);
        });
    }

    private static Map<String, Integer> lengths(Chat chat) {
        Map<String, Integer> lengths = new HashMap<>();
        chat.sessions
                .plans()
                .forEach(card -> lengths.put(
                        card.id().text(),
                        chat.sessions.plan(card.id()).orElseThrow().entries().size()));
        return lengths;
    }

    private static Optional<Plan> current(Chat chat) {
        return chat.sessions.current().flatMap(chat.sessions::plan);
    }
}
