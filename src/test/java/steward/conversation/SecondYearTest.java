package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import steward.conversation.fixtures.Transcript;

/** How many replies the second year takes when nothing has changed, counted over its transcript. */
class SecondYearTest {

    private static final Path TRANSCRIPT = Path.of("src/test/resources/transcripts/70-second-year.txt");

    private static final int REPLIES_MAX = 12;

    @Test
    void takesFewRepliesFromTheFirstWordToTheRunningPlan() throws IOException {
        List<String> played =
                new Transcript().play(Files.readString(TRANSCRIPT)).lines().toList();
        int from = played.indexOf("Priya: /plan Acme 2027");
        int to = played.indexOf("Steward: Acme Glass is running");
        while (to < from) {
            to += 1 + played.subList(to + 1, played.size()).indexOf("Steward: Acme Glass is running");
        }
        assertThat(played.subList(from, to).stream().filter(line -> line.startsWith("Priya")))
                .hasSizeBetween(2, REPLIES_MAX);
    }
}
