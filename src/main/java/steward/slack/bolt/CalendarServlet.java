package steward.slack.bolt;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.runtime.chat.LoggableError;
import steward.runtime.turns.CalendarFeed;

/** The calendars that reps subscribe to: each at an address that nobody can guess, and nothing at any other. */
final class CalendarServlet extends HttpServlet {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarServlet.class);

    private static final long serialVersionUID = 1;

    static final String PATH = "/calendar/*";

    private final transient CalendarFeed feed;

    CalendarServlet(CalendarFeed feed) {
        this.feed = feed;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Robots-Tag", "noindex");
        boolean isRead =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        String file = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        try {
            Optional<byte[]> calendar = isRead ? feed.read(file) : Optional.empty();
            if (calendar.isPresent()) {
                send(calendar.get(), request, response);
            } else {
                say(response, HttpServletResponse.SC_NOT_FOUND, "There is nothing here.");
            }
        } catch (RuntimeException e) {
            LOG.warn("A calendar could not be read", LoggableError.of(e));
            response.setHeader("Retry-After", "60");
            say(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Please come back in a minute.");
        }
    }

    /** It may have changed a moment later, and is for its rep alone: others keep nothing of it, and ask each time. */
    private static void send(byte[] calendar, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = '"' + tag(calendar) + '"';
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", tag);
        String known = Optional.ofNullable(request.getHeader("If-None-Match")).orElse("");
        if (known.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/calendar; charset=utf-8");
        response.setContentLength(calendar.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(calendar);
        }
    }

    private static void say(HttpServletResponse response, int status, String words) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain; charset=utf-8");
        response.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }

    private static String tag(byte[] calendar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(calendar), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
