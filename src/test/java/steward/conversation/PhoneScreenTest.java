package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import steward.conversation.fixtures.Transcript;
import steward.conversation.plans.PlanHelp;
import steward.message.Message;
import steward.message.Part;
import steward.message.PlainText;

/** What a rep reads on a phone between two calls: how much of it there is, and how many replies it takes. */
class PhoneScreenTest {

    /** What a phone shows of a message at a time: lines, and the characters in one. */
    private static final int LINES = 31;

    private static final int CHARACTERS = 44;

    private static final int SMALL_CHARACTERS = 50;

    private static final Path FOLDER = Path.of("src/test/resources/transcripts");

    @Test
    void aPlanTakesAtMost45RepliesForWhoReadsNothingButTheScreen() throws IOException {
        long replies = Files.readString(FOLDER.resolve("61-only-what-the-screen-says.txt"))
                .lines()
                .takeWhile(line -> !line.equals("(replies so far)"))
                .filter(line -> line.startsWith("Priya"))
                .count();

        assertThat(replies).isBetween(30L, 45L);
    }

    @Test
    void theSummaryOfALargePlanIsUnderTwoScreens() throws IOException {
        Transcript transcript = new Transcript();
        transcript.play(Files.readString(FOLDER.resolve("19-few-replies.txt")));

        List<Message> said = transcript.chat().type("summary");

        assertThat(lines(said.get(0))).isLessThan(2 * LINES);
    }

    @Test
    void helpIsOneScreen() {
        assertThat(lines(PlanHelp.message())).isLessThanOrEqualTo(LINES);
    }

    private static long lines(Part part) {
        int characters = part instanceof Part.Quiet ? SMALL_CHARACTERS : CHARACTERS;
        return PlainText.of(Message.of(part))
                .lines()
                .mapToLong(line -> 1 + (line.length() - 1) / characters)
                .sum();
    }

    private static long lines(Message message) {
        return message.parts().stream().mapToLong(PhoneScreenTest::lines).sum();
    }
}
