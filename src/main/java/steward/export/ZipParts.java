package steward.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The parts of a zip file that is held in memory, by the list at its end.
 *
 * <p>Java reads such a list from a file on disk only. Its reader of streams goes by what stands before and after each part, and gives up
 * on parts that are noted as if they might be larger than 4 GB, as those of workbooks are.
 */
final class ZipParts {

    private static final int END_BYTES = 22;
    private static final int ENTRY_BYTES = 46;
    private static final int HEADER_BYTES = 30;

    private final byte[] bytes;
    private final ByteBuffer zip;

    /** @param bytes a zip file without a comment, all of its parts deflated */
    ZipParts(byte[] bytes) {
        this.bytes = bytes;
        this.zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What each part holds as text in UTF-8, by its name, in their order. */
    Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        int end = bytes.length - END_BYTES;
        int count = zip.getShort(end + 10);
        int entry = zip.getInt(end + 16);
        for (int at = 0; at < count; at++) {
            int name = zip.getShort(entry + 28);
            texts.put(text(entry + ENTRY_BYTES, name), inflated(zip.getInt(entry + 42)));
            entry += ENTRY_BYTES + name + zip.getShort(entry + 30) + zip.getShort(entry + 32);
        }
        return texts;
    }

    private String inflated(int header) throws IOException {
        int data = header + HEADER_BYTES + zip.getShort(header + 26) + zip.getShort(header + 28);
        Inflater bare = new Inflater(true);
        try (InflaterInputStream part =
                new InflaterInputStream(new ByteArrayInputStream(bytes, data, bytes.length - data), bare)) {
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            bare.end();
        }
    }

    private String text(int from, int length) {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
}
