package steward.export.fonts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lets Java draw letters on a machine that has no fonts. It first looks for those of the machine, and gives up where there is nothing that
 * lists them, as in most containers; told of one font, it looks for no others, and is ready in half the time.
 */
final class JavaFonts {

    private static final String LIST = "sun.awt.fontconfig";
    private static final List<String> FAMILIES = List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput");
    private static final List<String> STYLES = List.of("plain", "bold", "italic", "bolditalic");

    private JavaFonts() {}

    /** Counts only before the first font is read. */
    static synchronized void withoutThoseOfTheMachine(Supplier<InputStream> font) {
        if (System.getProperty(LIST) != null) {
            return;
        }
        try (InputStream letters = font.get()) {
            Path file = Files.createTempFile("steward", ".ttf");
            Path list = Files.createTempFile("steward", ".properties");
            file.toFile().deleteOnExit();
            list.toFile().deleteOnExit();
            Files.copy(letters, file, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(list, listOf(file));
            System.setProperty(LIST, list.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Java's "Font Configuration Files" has it. */
    private static String listOf(Path font) {
        StringBuilder list = new StringBuilder("version=1\nsequence.allfonts=latin-1\n");
        FAMILIES.forEach(family -> STYLES.forEach(
                style -> list.append(family).append('.').append(style).append(".latin-1=-steward\n")));
        return list.append("filename.-steward=").append(font).append('\n').toString();
    }
}
