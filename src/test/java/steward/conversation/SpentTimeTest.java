package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import steward.conversation.fixtures.ReplyFixtures;
import steward.conversation.fixtures.ReplyFixtures.Talk;
import steward.conversation.understanding.Cases;
import steward.conversation.understanding.Cases.Case;
import steward.conversation.understanding.Cases.Line;
import steward.plan.Plan;
import steward.plan.TimeEntry;

/** Time as reps write it: it is logged as it was spent, and what only mentions a time is not logged. */
class SpentTimeTest {

    private static final double UNDERSTOOD_MIN = 0.95;

    private final ReplyFixtures fixtures = new ReplyFixtures();

    @Test
    void nothingIsLoggedThatWasNotSpent() {
        List<String> misread = new ArrayList<>();
        List<String> doneWrongly = new ArrayList<>();
        int lines = 0;
        for (Case each : Cases.replies("time.tsv")) {
            Talk talk = fixtures.at(each.at());
            for (Line line : each.lines()) {
                lines++;
                String before = log(talk);
                talk.say((each.at().equals("slash") ? "/time " : "") + line.words());
                String log = log(talk);
                if (!isSame(line.meaning(), log)) {
                    String told = each + " “" + line.words() + "”: " + line.meaning() + ", but: " + log;
                    misread.add(told);
                    if (!log.equals(before)) {
                        doneWrongly.add(told);
                    }
                }
            }
        }
        misread.forEach(System.out::println);
        System.out.printf(
                "Time understood: %d of %d. Done wrongly: %d.%n", lines - misread.size(), lines, doneWrongly.size());
        assertThat(doneWrongly).isEmpty();
        assertThat(misread).hasSizeLessThanOrEqualTo((int) ((1 - UNDERSTOOD_MIN) * lines));
    }

    private static boolean isSame(String meaning, String log) {
        return log.equals(meaning) || (log.equals("none") && meaning.equals("ask"));
    }

    /** All that stands in the log, in the order in which it was spoken of. */
    private static String log(Talk talk) {
        String log = talk.chat().sessions.plans().stream()
                .flatMap(card -> talk.chat().sessions.plan(card.id()).stream())
                .flatMap(plan -> plan.timeLog().stream().map(entry -> new Logged(plan, entry)))
                .sorted(Comparator.comparing(logged -> logged.text()))
                .map(Logged::text)
                .collect(Collectors.joining(" + "));
        return log.isEmpty() ? "none" : log;
    }

    private record Logged(Plan plan, TimeEntry entry) {

        String text() {
            return Stream.of(
                            plan.account().split(" ", 2)[0],
                            String.valueOf(entry.time().minutes()),
                            entry.day().toString(),
                            entry.upkeep() ? "upkeep" : "")
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }
    }
}
