package steward.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import steward.conversation.session.NudgeMessage;
import steward.message.About;
import steward.message.Intent;
import steward.message.Message;
import steward.message.Purpose;
import steward.message.Stamp;
import steward.nudges.NudgeKind;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.worksheet.Worksheet;

/** Where the cases of replies begin: three accounts run, it is Friday 13 March 2026, 9:00, and a nudge of the kind that a case names went out. */
final class ReplyFixtures {

    static final String ACME = "Acme Glass";

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Instant NOW = Instant.parse("2026-03-13T14:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 13);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private final List<Plan> plans;

    ReplyFixtures() {
        Chat written = new UnderstandingFixtures().chatAt("running");
        plans = written.sessions.plans().stream()
                .map(card -> written.sessions.plan(card.id()).orElseThrow())
                .toList();
    }

    /** A chat with the same plans, and what the rep says in it. */
    record Talk(Chat chat, Optional<Stamp> thread) {

        List<Message> say(String words) {
            return thread.map(stamp -> chat.typeInThread(words, stamp)).orElseGet(() -> chat.type(words));
        }

        Plan acme() {
            return plan(ACME);
        }

        Plan plan(String account) {
            return chat.sessions.livePlans().stream()
                    .filter(plan -> plan.account().equals(account))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Where a case begins. */
    Talk at(String place) {
        Chat chat = new Chat(NOW, ZONE);
        plans.forEach(plan -> {
            chat.sessions.start(plan.id(), plan.account(), plan.year(), NOW);
            chat.sessions.write(plan.id(), plan.entries());
        });
        Plan upkeep = chat.sessions.start(new PlanId("upkeep"), "UpKeep", TODAY.getYear(), NOW);
        chat.sessions.write(upkeep.id(), List.of(new Entry(Kind.CYCLE_STARTED, "", 0, TODAY.toString(), "", NOW)));
        Talk talk = new Talk(chat, Optional.empty());
        Plan acme = talk.acme();
        return switch (place) {
            case "chat", "slash" -> talk;
            case "question" -> asking(talk);
            case "action" -> under(talk, NudgeKind.ACTIONS, rows(acme, 1));
            case "actions" -> under(talk, NudgeKind.ACTIONS, rows(acme, 1, 2));
            case "opportunity" -> under(late(talk, 1), NudgeKind.OPPORTUNITY, rows(acme, 1));
            case "opportunities" -> under(late(talk, 1, 2), NudgeKind.OPPORTUNITY, rows(acme, 1, 2));
            case "renewal" -> under(renewal(late(talk, 1)), NudgeKind.OPPORTUNITY, rows(acme, 1));
            case "checkpoint" -> under(talk, NudgeKind.CHECKPOINT, rows(acme, 0));
            case "cycle" -> under(talk, NudgeKind.CYCLE_END, rows(acme, 0));
            case "week" ->
                under(
                        talk,
                        NudgeKind.TIME,
                        Stream.concat(rows(acme, 0).stream(), rows(talk.plan("Borealis"), 0).stream())
                                .toList());
            default -> throw new IllegalStateException("No fixture stands at " + place);
        };
    }

    /** A draft's question is open. */
    private static Talk asking(Talk talk) {
        talk.chat().type("/plan Meridian Health");
        return talk;
    }

    private static List<Subject> rows(Plan plan, int... rows) {
        return IntStream.of(rows).mapToObj(row -> new Subject(plan.id(), row)).toList();
    }

    private static Talk late(Talk talk, int... rows) {
        IntStream.of(rows).forEach(row -> answer(talk, Worksheet.TIMELINE.key(), row, YESTERDAY.toString()));
        return talk;
    }

    private static Talk renewal(Talk talk) {
        answer(talk, Worksheet.INCREASE.key(), 1, "keep");
        return talk;
    }

    private static void answer(Talk talk, String question, int row, String value) {
        Entry entry = new Entry(Kind.ANSWERED, question, row, value, value, NOW.minusSeconds(60));
        talk.chat().sessions.write(talk.acme().id(), List.of(entry));
    }

    private static Talk under(Talk talk, NudgeKind kind, List<Subject> subjects) {
        InMemorySessions sessions = talk.chat().sessions;
        Stamp stamp = talk.chat().nextStamp();
        sessions.claim(
                new NudgeMessage(new SentNudge(kind, TODAY, NOW.minusSeconds(30), subjects, false), "nudge", ""));
        sessions.send(new Intent(
                "nudge", talk.chat().rep.id(), Purpose.NUDGE, About.nudge(kind.metadataName()), kind.metadataName()));
        sessions.arrive("nudge", stamp);
        return new Talk(talk.chat(), Optional.of(stamp));
    }
}
