package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import steward.conversation.fixtures.Chat;
import steward.conversation.fixtures.ReplyFixtures;
import steward.conversation.fixtures.ReplyFixtures.Talk;
import steward.conversation.understanding.Cases;
import steward.conversation.understanding.Cases.Case;
import steward.conversation.understanding.Cases.Line;
import steward.message.Message;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.worksheet.Worksheet;

/** What became of actions and opportunities, as reps write it: nothing is done that was not said, and most of what was said is. */
class VerdictsTest {

    private static final double UNDERSTOOD_MIN = 0.95;

    private final ReplyFixtures fixtures = new ReplyFixtures();

    @Test
    void nothingIsDoneThatWasNotSaid() {
        List<String> misread = new ArrayList<>();
        List<String> doneWrongly = new ArrayList<>();
        List<Case> cases = Cases.replies("verdicts.tsv");
        for (Case each : cases) {
            Line line = each.lines().get(0);
            String came = cameOf(each.at(), line.words());
            if (!isSame(line.meaning(), came)) {
                String told = each + " “" + line.words() + "”: " + line.meaning() + ", but: " + came;
                misread.add(told);
                if (!isWords(came)) {
                    doneWrongly.add(told);
                }
            }
        }
        misread.forEach(System.out::println);
        System.out.printf(
                "Verdicts understood: %d of %d. Done wrongly: %d.%n",
                cases.size() - misread.size(), cases.size(), doneWrongly.size());
        assertThat(doneWrongly).isEmpty();
        assertThat(misread).hasSizeLessThanOrEqualTo((int) ((1 - UNDERSTOOD_MIN) * cases.size()));
    }

    private static boolean isWords(String came) {
        return came.equals("say") || came.startsWith("ask");
    }

    private static boolean isSame(String meaning, String came) {
        return came.equals(meaning) || (meaning.equals("ask") && came.startsWith("ask"));
    }

    /** What was written into the journals; else whether something can be tapped. */
    private String cameOf(String at, String words) {
        Talk talk = fixtures.at(at);
        List<Plan> before = talk.chat().sessions.livePlans();
        List<Message> said = talk.say(words);
        List<String> deeds = before.stream()
                .flatMap(plan -> deeds(plan, talk.plan(plan.account())))
                .toList();
        if (!deeds.isEmpty()) {
            // By its new day it is still open.
            return String.join(" + ", deeds).replaceAll("still (\\d+) \\+ (?=by \\1 )", "");
        }
        Optional<String> posed = before.stream()
                .flatMap(plan -> written(plan, talk.plan(plan.account())))
                .filter(entry -> entry.kind() == Kind.POSED)
                .map(entry -> "ask " + entry.question() + " " + entry.row())
                .findFirst();
        boolean isAsked = said.stream().anyMatch(message -> !Chat.taps(message).isEmpty());
        return posed.orElse(isAsked ? "ask" : "say");
    }

    private static Stream<Entry> written(Plan before, Plan after) {
        return after.entries().stream().skip(before.entries().size());
    }

    private static Stream<String> deeds(Plan before, Plan after) {
        String account = before.account().equals(ReplyFixtures.ACME) ? "" : before.account() + " ";
        return written(before, after)
                .flatMap(entry -> deed(entry, before).stream())
                .map(deed -> account + deed);
    }

    private static Optional<String> deed(Entry entry, Plan plan) {
        String value = entry.value();
        return switch (entry.kind()) {
            case WON -> deed("won", entry, String.valueOf(Long.parseLong(value) / 100));
            case LOST -> deed("lost", entry, value);
            case STILL_OPEN -> plan.outcome(entry.row()).isOpen() ? deed("still", entry, "") : Optional.empty();
            case DONE -> deed("done", entry, "");
            case DROPPED -> deed("drop", entry, value);
            case SNOOZED -> deed("later", entry, value);
            case CARRIED -> deed("carry", entry, "");
            case ROW_REMOVED -> deed("remove", entry, "");
            case LOGGED -> Optional.of("log " + value.replaceFirst("^\\S+ \\S+ (\\d+).*", "$1"));
            case ANSWERED -> answered(entry);
            default -> Optional.empty();
        };
    }

    private static Optional<String> answered(Entry entry) {
        if (entry.question().equals(Worksheet.TIMELINE.key())) {
            return deed("by", entry, entry.value());
        }
        if (entry.question().equals(Worksheet.PROBABILITY.key())) {
            return deed("chance", entry, entry.value());
        }
        return deed(
                entry.question().equals(Worksheet.ACTION_DUE.key()) ? "due" : entry.question(), entry, entry.value());
    }

    private static Optional<String> deed(String verb, Entry entry, String value) {
        return Optional.of((verb + " " + entry.row() + " " + value).strip());
    }
}
