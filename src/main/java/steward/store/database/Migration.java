package steward.store.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** One step that brings a database from nothing, or from the step before, to its next version: SQL statements, run in order. */
record Migration(List<String> statements) {

    /** A semicolon before an empty line: a trigger has semicolons inside. */
    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\R\\R");

    private static final Pattern COMMENT = Pattern.compile("--.*");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** The statements of files beside this class. */
    static Migration of(Dialect dialect, String... files) {
        return new Migration(Arrays.stream(files)
                .flatMap(file -> statements(text(file)))
                .map(dialect::said)
                .toList());
    }

    private static Stream<String> statements(String text) {
        return Arrays.stream(END_OF_STATEMENT.split(text));
    }

    private static String text(String file) {
        try (InputStream in = Migration.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("No such file of the schema: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void run(Handle handle) {
        statements.forEach(handle::execute);
    }

    /** Tells this migration from one that makes anything else: a hash of the statements, whatever their comments and line breaks are. */
    String fingerprint() {
        String all = statements.stream().map(Migration::bare).collect(Collectors.joining(";"));
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(hash.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String bare(String statement) {
        String words = COMMENT.matcher(statement).replaceAll(" ");
        return SPACE.matcher(words).replaceAll(" ").strip();
    }
}
