package steward.sandbox.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import steward.sandbox.http.Http;

/** Serves the page itself: {@code /} and the scripts, styles and pictures beside it on the class path. */
public final class PageFiles extends Handler.Abstract {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    /** Only what the page brings along may run; pictures in messages may come from anywhere. */
    private static final String POLICY = "default-src 'self'; img-src 'self' data: https: http:; style-src 'self';"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        String name = path.equals("/") ? "index.html" : path.substring(1);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        String content = type == null || !name.matches("[a-z-]+\\.[a-z]+") ? null : read(name);
        if (content == null || type == null) {
            Http.send(response, callback, 404, "text/plain; charset=utf-8", "There is nothing here.");
        } else {
            response.getHeaders().put("Content-Security-Policy", POLICY);
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            response.getHeaders().put("Referrer-Policy", "no-referrer");
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
            Http.send(response, callback, 200, type, content);
        }
        return true;
    }

    private static @Nullable String read(String name) throws IOException {
        try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
