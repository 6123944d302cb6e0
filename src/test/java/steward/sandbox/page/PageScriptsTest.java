package steward.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's scripts import each other as they are, and never in a circle. */
class PageScriptsTest {

    private static final Pattern IMPORT = Pattern.compile("\\bimport\\b[^;]*?['\"]\\./([\\w.-]+)['\"]");

    @Test
    void importsGoInNoCircle() throws Exception {
        Map<String, List<String>> imports = imports(folder());
        assertThat(imports).containsKeys("main.js", "blocks.js").hasSizeGreaterThan(20);
        assertThat(imports.keySet())
                .containsAll(imports.values().stream().flatMap(List::stream).toList());
        Set<String> seen = new HashSet<>();
        imports.keySet()
                .forEach(script -> assertThat(circle(script, imports, new ArrayList<>(), seen))
                        .as("a circle of imports")
                        .isEmpty());
    }

    @Test
    void aCircleIsFound() {
        Map<String, List<String>> imports =
                Map.of("a.js", List.of("b.js"), "b.js", List.of("c.js"), "c.js", List.of("b.js"));
        assertThat(circle("a.js", imports, new ArrayList<>(), new HashSet<>())).containsExactly("b.js", "c.js", "b.js");
    }

    /** The first circle to be met on the way; empty if there is none. */
    private static List<String> circle(
            String script, Map<String, List<String>> imports, List<String> way, Set<String> seen) {
        int before = way.indexOf(script);
        way.add(script);
        if (before >= 0) {
            return List.copyOf(way.subList(before, way.size()));
        }
        if (seen.add(script)) {
            for (String next : imports.getOrDefault(script, List.of())) {
                List<String> circle = circle(next, imports, way, seen);
                if (!circle.isEmpty()) {
                    return circle;
                }
            }
        }
        way.remove(way.size() - 1);
        return List.of();
    }

    private static Map<String, List<String>> imports(Path folder) throws IOException {
        Map<String, List<String>> imports = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".js")).toList()) {
                imports.put(file.getFileName().toString(), imports(Files.readString(file)));
            }
        }
        return imports;
    }

    private static List<String> imports(String script) {
        return IMPORT.matcher(script).results().map(found -> found.group(1)).toList();
    }

    private static Path folder() throws Exception {
        URI main =
                Objects.requireNonNull(PageFiles.class.getResource("main.js")).toURI();
        return Objects.requireNonNull(Path.of(main).getParent(), "a file is in a folder");
    }
}
