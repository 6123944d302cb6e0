package steward.sandbox.http;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Reading requests and writing answers with Jetty. */
public final class Http {

    /** Larger bodies are cut off: no message comes near this. */
    public static final int BODY_BYTES_MAX = 4 << 20;

    private Http() {}

    public static String body(Request request) throws IOException {
        return new String(bytes(request, BODY_BYTES_MAX), StandardCharsets.UTF_8);
    }

    /** The first so many bytes of the body. */
    public static byte[] bytes(Request request, int bytesMax) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            return in.readNBytes(bytesMax);
        }
    }

    public static void json(Response response, Callback callback, int status, JsonElement body) {
        send(response, callback, status, "application/json; charset=utf-8", Json.write(body));
    }

    public static void send(Response response, Callback callback, int status, String type, String body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }

    /** Begins an answer and cuts the connection in the middle of it: the caller learns nothing of the outcome. */
    public static void hangUp(Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 2);
        Callback cut = Callback.from(
                () -> callback.failed(new QuietException.RuntimeException("The connection is cut, as asked.")),
                callback::failed);
        response.write(false, ByteBuffer.wrap(new byte[] {'{'}), cut);
    }
}
