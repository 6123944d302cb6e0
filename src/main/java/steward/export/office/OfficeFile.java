package steward.export.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A file of an office program: a few XML files, its parts, in a zip (ECMA-376, Office Open XML).
 *
 * @param parts what is in each, by its name, in their order
 * @param pictures the same of the parts that are no text
 */
public record OfficeFile(Map<String, String> parts, Map<String, byte[]> pictures) {

    /** One without pictures. */
    public OfficeFile(Map<String, String> parts) {
        this(parts, Map.of());
    }

    /** The first that a zip can name, which stands for none: the same parts make the same file. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Reads one. Java can do so only from a disk: what reads a stream gives up on parts that are noted as if they might pass 4 GB. */
    public static OfficeFile of(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("steward", ".zip");
        try {
            Files.write(file, bytes);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return read(zip);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static OfficeFile read(ZipFile zip) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        List<ZipEntry> entries = zip.stream().<ZipEntry>map(entry -> entry).toList();
        for (ZipEntry entry : entries) {
            try (InputStream part = zip.getInputStream(entry)) {
                parts.put(entry.getName(), new String(part.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return new OfficeFile(parts);
    }

    public byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                add(zip, part.getKey(), part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
                add(zip, picture.getKey(), picture.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
    }
}
