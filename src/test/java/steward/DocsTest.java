package steward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents point at is there. */
class DocsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)\\)");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/docs/architecture.md", "src/bench/README.md"})
    void everyLinkToAFileLeadsThere(String document) throws IOException {
        Path file = Path.of(document);
        Path folder = file.resolveSibling("");

        assertThat(LINK.matcher(Files.readString(file)).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(folder.resolve(link)).exists());
    }
}
