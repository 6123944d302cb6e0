package steward.sandbox.interactions;

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
import steward.sandbox.http.ApiError;
import steward.sandbox.http.Http;
import steward.sandbox.http.Json;
import steward.sandbox.workspace.ChannelMember;
import steward.sandbox.workspace.SandboxClock;

/**
 * The addresses given out with commands and clicks, where the app may answer without a token: {@value #USES_MAX} times
 * within thirty minutes.
 */
public final class ResponseUrls extends Handler.Abstract {

    static final int USES_MAX = 5;
    static final Duration VALID_FOR = Duration.ofMinutes(30);

    private static final String PATH = "/hooks/";

    /** An address given out; {@code ts} is the message that was clicked, empty for a command. */
    private static final class Ticket {

        final ChannelMember member;
        final String ts;
        final Instant validUntil;
        int usesLeft = USES_MAX;

        Ticket(ChannelMember member, String ts, Instant validUntil) {
            this.member = member;
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
    private final AppReplies replies;
    private final URI address;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

    public ResponseUrls(SandboxClock clock, AppReplies replies, URI address) {
        this.clock = clock;
        this.replies = replies;
        this.address = address;
    }

    String forCommand(ChannelMember member) {
        return issue("commands", member, "");
    }

    String forMessage(ChannelMember member, String ts) {
        return issue("actions", member, ts);
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
            replies.take(ticket.member, ticket.ts, Json.parseObject(body));
            Http.json(response, callback, 200, Json.object("ok", true));
        } catch (JsonParseException unreadable) {
            Http.send(response, callback, 400, "text/html", "invalid_payload");
        } catch (ApiError refusal) {
            Http.json(response, callback, 400, refusal.answer());
        }
    }

    private String issue(String kind, ChannelMember member, String ts) {
        Instant now = clock.instant();
        tickets.values().removeIf(ticket -> now.isAfter(ticket.validUntil));
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        String path =
                PATH + kind + "/" + member.channelId() + "/" + HexFormat.of().formatHex(secret);
        tickets.put(path, new Ticket(member, ts, now.plus(VALID_FOR)));
        return address.resolve(path).toString();
    }
}
