package steward.sandbox;

import com.google.gson.JsonParseException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The addresses given out with commands and clicks, where the app may answer without a token: {@value #USES_MAX} times
 * within thirty minutes.
 */
final class ResponseUrls extends Handler.Abstract {

    static final int USES_MAX = 5;
    static final Duration VALID_FOR = Duration.ofMinutes(30);

    private static final String PATH = "/hooks/";

    /** An address given out; {@code ts} is the message that was clicked, empty for a command. */
    private static final class Ticket {

        final Seat seat;
        final String ts;
        final Instant validUntil;
        int usesLeft = USES_MAX;

        Ticket(Seat seat, String ts, Instant validUntil) {
            this.seat = seat;
            this.ts = ts;
            this.validUntil = validUntil;
        }

        synchronized boolean use() {
            if (usesLeft == 0) {
                return false;
            }
            usesLeft--;
            return true;
        }
    }

    private final SandboxClock clock;
    private final Replies replies;
    private final URI address;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

    ResponseUrls(SandboxClock clock, Replies replies, URI address) {
        this.clock = clock;
        this.replies = replies;
        this.address = address;
    }

    String forCommand(Seat seat) {
        return issue("commands", seat, "");
    }

    String forMessage(Seat seat, String ts) {
        return issue("actions", seat, ts);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(PATH)) {
            return false;
        }
        Ticket ticket = tickets.get(path);
        if (ticket == null || clock.instant().isAfter(ticket.validUntil)) {
            Http.json(response, callback, 404, Json.object("ok", false, "error", "expired_url"));
        } else if (!ticket.use()) {
            Http.json(response, callback, 404, Json.object("ok", false, "error", "used_url"));
        } else {
            answer(ticket, Http.body(request), response, callback);
        }
        return true;
    }

    private void answer(Ticket ticket, String body, Response response, Callback callback) {
        try {
            replies.take(ticket.seat, ticket.ts, Json.parseObject(body));
            Http.json(response, callback, 200, Json.object("ok", true));
        } catch (JsonParseException unreadable) {
            Http.send(response, callback, 400, "text/html", "invalid_payload");
        } catch (ApiError refusal) {
            Http.json(response, callback, 400, refusal.answer());
        }
    }

    private String issue(String kind, Seat seat, String ts) {
        Instant now = clock.instant();
        tickets.values().removeIf(ticket -> now.isAfter(ticket.validUntil));
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        String path =
                PATH + kind + "/" + seat.channelId() + "/" + HexFormat.of().formatHex(secret);
        tickets.put(path, new Ticket(seat, ts, now.plus(VALID_FOR)));
        return address.resolve(path).toString();
    }
}
