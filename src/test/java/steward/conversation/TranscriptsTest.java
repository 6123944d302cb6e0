package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import steward.conversation.fixtures.Transcript;

/**
 * Whole conversations, word for word. {@code -Dtranscripts.update=true} rewrites what Steward says in them, and fails the run all the
 * same, so that somebody reads the difference.
 */
class TranscriptsTest {

    private static final Path FOLDER = Path.of("src/test/resources/transcripts");

    @TestFactory
    List<DynamicTest> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> plays(file)))
                    .toList();
        }
    }

    private static void plays(Path file) throws IOException {
        String written = Files.readString(file);
        String played = new Transcript().play(written);
        if (Boolean.getBoolean("transcripts.update")) {
            Files.writeString(file, played);
        }
        assertThat(played).isEqualTo(written);
    }
}
