package steward.sandbox.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Keeps other web pages open in the same browser away from the sandbox.
 *
 * <p>A host name other than this machine's own is refused, so that no foreign name can be pointed here; so is a request
 * that says it comes from another site's page.
 */
public final class SameOriginHandler extends Handler.Wrapper {

    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> SITES = Set.of("same-origin", "none");

    public SameOriginHandler(Handler inside) {
        super(inside);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (isOwn(request)) {
            return super.handle(request, response, callback);
        }
        Http.send(
                response, callback, 403, "text/plain; charset=utf-8", "Only the sandbox's own page may ask for this.");
        return true;
    }

    private static boolean isOwn(Request request) {
        String host = request.getHeaders().get(HttpHeader.HOST);
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        String site = request.getHeaders().get("Sec-Fetch-Site");
        boolean reading = request.getMethod().equals("GET");
        return host != null
                && HOSTS.contains(name(host))
                && (origin == null || isSame(origin, host))
                // Following a link to the page is fine, whatever site it stood on.
                && (site == null || SITES.contains(site) || (reading && origin == null));
    }

    private static String name(String host) {
        return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isSame(String origin, String host) {
        try {
            return host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
