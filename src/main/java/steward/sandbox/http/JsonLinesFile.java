package steward.sandbox.http;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that only grows, one JSON object a line.
 *
 * <p>A last line torn by a crash is cut off when the file is opened; a damaged line further up stops the start, rather
 * than lose what follows it. Not safe for many threads.
 */
public final class JsonLinesFile implements AutoCloseable {

    private final FileChannel file;
    private final List<JsonObject> saved;

    public JsonLinesFile(Path path) {
        try {
            byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
            int whole = endOfLastLine(bytes);
            saved = parse(path, new String(bytes, 0, whole, StandardCharsets.UTF_8));
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            file.truncate(whole);
            file.position(whole);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the file held when it was opened. */
    public List<JsonObject> saved() {
        return saved;
    }

    public void append(JsonObject line) {
        ByteBuffer bytes = ByteBuffer.wrap((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int endOfLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static List<JsonObject> parse(Path path, String text) {
        List<JsonObject> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                lines.add(parseLine(path, line, number));
            }
        }
        return lines;
    }

    private static JsonObject parseLine(Path path, String line, int number) {
        try {
            return Json.parseObject(line);
        } catch (JsonParseException damaged) {
            throw new IllegalStateException(
                    "Line " + number + " of " + path + " is damaged; delete the file to start afresh.", damaged);
        }
    }
}
