package steward.export.document;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import steward.export.office.Xml;

/** The templates of documents. What is filled in is escaped, and stands there as it was typed. */
final class Templates {

    private final String folder;
    private final String extension;
    private final Mustache.Compiler compiler;

    /**
     * @param folder where they are, with a slash at its end
     * @param extension how their names end
     * @param escaper of what is filled in
     */
    Templates(String folder, String extension, Mustache.Escaper escaper) {
        this.folder = folder;
        this.extension = extension;
        this.compiler = Mustache.compiler()
                .emptyStringIsFalse(true)
                .withEscaper(text -> escaper.escape(Unbroken.figures(Xml.legal(text))))
                .withLoader(this::read);
    }

    /** A template with something filled in. */
    String filled(String name, Object content) {
        return filled(name, content, Map.of());
    }

    /** The same, with what else the template asks for. */
    String filled(String name, Object content, Map<String, Object> besides) {
        StringWriter filled = new StringWriter();
        try (Reader template = read(name)) {
            compiler.compile(template).execute(content, besides, filled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return filled.toString();
    }

    private Reader read(String name) {
        String file = folder + name + extension;
        InputStream template =
                Objects.requireNonNull(Templates.class.getResourceAsStream(file), () -> "no template " + file);
        return new InputStreamReader(template, StandardCharsets.UTF_8);
    }
}
