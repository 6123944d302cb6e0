package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import steward.conversation.fixtures.Chat;
import steward.conversation.fixtures.MeaningNotation;
import steward.conversation.fixtures.UnderstandingFixtures;
import steward.conversation.understanding.Cases;
import steward.conversation.understanding.Cases.Case;
import steward.conversation.understanding.Cases.Line;
import steward.conversation.understanding.Understanding;

/**
 * What reps mean, case by case.
 *
 * <p>Nothing but an answer may be saved as one, and nothing done that was not meant; most of the rest has to be understood. The figures are
 * printed.
 */
class UnderstandingTest {

    private static final double UNDERSTOOD_MIN = 0.9;
    private static final double LOOKALIKES_ASKED_MAX = 0.1;
    private static final int WARM_UPS = 3;

    /** What changes something, though the rep may not have meant it. */
    private static final Set<String> DEEDS = Set.of(
            "correct",
            "fill",
            "more",
            "same",
            "time",
            "done",
            "snooze",
            "add",
            "move",
            "drop",
            "won",
            "lost",
            "chance",
            "still_open",
            "plan",
            "side",
            "command edit",
            "command remove");

    private final UnderstandingFixtures fixtures = new UnderstandingFixtures();

    @Test
    void understandsWhatIsNoAnswer() {
        List<String> misread = new ArrayList<>();
        List<String> savedWrongly = new ArrayList<>();
        List<String> doneWrongly = new ArrayList<>();
        int notAnswers = 0;
        int understood = 0;
        for (Case each : Cases.all()) {
            Line line = each.lines().get(0);
            String meant = meant(each, line);
            boolean isRight = isSame(line.meaning(), meant);
            String told = each + " “" + line.words() + "”: " + line.meaning() + ", but read as: " + meant;
            if (!isRight) {
                misread.add(told);
            }
            if (!line.meaning().startsWith("answer")) {
                notAnswers++;
                understood += isRight ? 1 : 0;
                if (meant.startsWith("answer")) {
                    savedWrongly.add(told);
                }
            }
            if (!isRight && DEEDS.stream().anyMatch(meant::startsWith)) {
                doneWrongly.add(told);
            }
        }
        misread.forEach(System.out::println);
        System.out.printf(
                "Understood: %d of %d that are no answers (%.1f %%). Saved wrongly: %d. Done wrongly: %d.%n",
                understood, notAnswers, 100.0 * understood / notAnswers, savedWrongly.size(), doneWrongly.size());
        assertThat(savedWrongly).isEmpty();
        assertThat(doneWrongly).isEmpty();
        assertThat(understood).isGreaterThanOrEqualTo((int) Math.ceil(UNDERSTOOD_MIN * notAnswers));
    }

    /** Where a message goes on from the one before it, the chat is held. */
    @Test
    void understandsWhatFollows() {
        List<String> misread = new ArrayList<>();
        List<String> savedWrongly = new ArrayList<>();
        List<String> doneWrongly = new ArrayList<>();
        int followed = 0;
        for (Case each : Cases.all().stream()
                .filter(found -> found.lines().size() > 1 && !found.at().startsWith("acme-de"))
                .toList()) {
            Chat chat = fixtures.chatAt(each.at());
            for (Line line : each.lines()) {
                String meant = MeaningNotation.of(
                        Understanding.of(line.words(), UnderstandingFixtures.now(chat)), line.words());
                followed++;
                if (!isSame(line.meaning(), meant)) {
                    String told = each + " “" + line.words() + "”: " + line.meaning() + ", but read as: " + meant;
                    misread.add(told);
                    if (meant.startsWith("answer") && !line.meaning().startsWith("answer")) {
                        savedWrongly.add(told);
                    }
                    if (DEEDS.stream().anyMatch(meant::startsWith)) {
                        doneWrongly.add(told);
                    }
                }
                chat.type(line.words());
            }
        }
        misread.forEach(System.out::println);
        System.out.printf(
                "Of conversations, understood: %d of %d messages. Saved wrongly: %d. Done wrongly: %d.%n",
                followed - misread.size(), followed, savedWrongly.size(), doneWrongly.size());
        assertThat(savedWrongly).isEmpty();
        assertThat(doneWrongly).isEmpty();
        assertThat(misread).isEmpty();
    }

    @Test
    void takesOrdinaryAnswersAsTheyAre() {
        List<String> plain = new ArrayList<>();
        List<String> lookalikes = new ArrayList<>();
        List<String> doneWrongly = new ArrayList<>();
        long lookalikeCount = 0;
        for (Case each : Cases.ordinary()) {
            Line line = each.lines().get(0);
            String meant = meant(each, line);
            boolean isPlain = line.meaning().equals("plain");
            lookalikeCount += isPlain ? 0 : 1;
            if (!meant.startsWith("answer")) {
                String told = each + " “" + line.words() + "” read as: " + meant;
                (isPlain ? plain : lookalikes).add(told);
                if (!meant.startsWith("ask")) {
                    doneWrongly.add(told);
                }
            }
        }
        System.out.printf(
                "Ordinary answers asked about: %d of the plain ones, %d of %d that look like something else.%n",
                plain.size(), lookalikes.size(), lookalikeCount);
        assertThat(plain).isEmpty();
        assertThat(doneWrongly).isEmpty();
        assertThat(lookalikes).hasSizeLessThanOrEqualTo((int) (LOOKALIKES_ASKED_MAX * lookalikeCount));
    }

    /** Measured, not asserted: the machine may have other things to do. */
    @Test
    void takesALittleTime() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round <= WARM_UPS; round++) {
            nanos.clear();
            for (Case each : Cases.all()) {
                Line line = each.lines().get(0);
                var state = fixtures.state(each.at());
                long before = threads.getCurrentThreadCpuTime();
                Understanding.of(line.words(), state);
                nanos.add(threads.getCurrentThreadCpuTime() - before);
            }
        }
        Collections.sort(nanos);
        System.out.printf(
                "One reading: p50 %.3f ms, p99 %.3f ms of processor time.%n",
                nanos.get(nanos.size() / 2) / 1e6, nanos.get(nanos.size() * 99 / 100) / 1e6);
        assertThat(nanos).isNotEmpty();
    }

    private String meant(Case each, Line line) {
        return MeaningNotation.of(Understanding.of(line.words(), fixtures.state(each.at())), line.words());
    }

    /** Of what is asked, the likeliest has to be right; a button beside an answer changes nothing. */
    private static boolean isSame(String expected, String meant) {
        if (expected.startsWith("ask") && meant.startsWith("ask ") && !expected.equals("ask which")) {
            return expected.equals("ask") || likeliest(expected).equals(likeliest(meant));
        }
        return expected.equals(meant)
                || (expected.equals("answer") && meant.startsWith("answer beside"))
                || (expected.startsWith("slash ") && meant.startsWith("slash "));
    }

    private static String likeliest(String asked) {
        return asked.substring("ask ".length()).split("\\|", 2)[0];
    }
}
