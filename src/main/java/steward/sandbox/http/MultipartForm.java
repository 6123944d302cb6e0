package steward.sandbox.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;
import org.jspecify.annotations.Nullable;

/** Reads bodies of the kind {@code multipart/form-data}. */
public final class MultipartForm {

    /**
     * One part of such a body.
     *
     * @param name empty if it has none
     * @param fileName empty unless the part is a file
     */
    public record Part(String name, String fileName, ByteBuffer content) {}

    /** Nothing goes to a file. */
    private static final MultiPartConfig IN_MEMORY = new MultiPartConfig.Builder()
            .maxMemoryPartSize(-1)
            .maxPartSize(-1)
            .maxSize(-1)
            .build();

    private MultipartForm() {}

    public static boolean isOne(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /**
     * The parts in their order.
     *
     * @param contentType the header, which names what stands between two parts
     * @throws IllegalArgumentException if the body is not of that kind
     */
    public static List<Part> read(String contentType, byte[] body) {
        if (MultiPart.extractBoundary(contentType) == null) {
            throw new IllegalArgumentException("The header names no boundary.");
        }
        Content.Source source = Content.Source.from(ByteBuffer.wrap(body));
        try (MultiPartFormData.Parts parts =
                MultiPartFormData.getParts(source, new Attributes.Mapped(), contentType, IN_MEMORY)) {
            List<Part> all = new ArrayList<>();
            for (MultiPart.Part part : parts) {
                all.add(part(part));
            }
            return all;
        } catch (RuntimeException | IOException unreadable) {
            throw new IllegalArgumentException("The body is broken.", unreadable);
        }
    }

    private static Part part(MultiPart.Part part) throws IOException {
        ByteBuffer content =
                Content.Source.asByteBuffer(part.newContentSource(ByteBufferPool.SIZED_NON_POOLING, 0, -1));
        return new Part(
                Optional.ofNullable(part.getName()).orElse(""),
                Optional.ofNullable(part.getFileName()).orElse(""),
                content.asReadOnlyBuffer());
    }
}
