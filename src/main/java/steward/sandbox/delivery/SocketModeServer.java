package steward.sandbox.delivery;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.FormEncoding;
import steward.sandbox.http.Json;

/**
 * Socket Mode: the app asks for an address, connects to it, and is delivered there what would else come to its request URL.
 *
 * <p>Of several connections the newest is used. What is not acknowledged when its connection ends is told as such to whoever sent it.
 * Safe for many threads.
 */
public final class SocketModeServer {

    private static final String PATH = "/link/";

    private record Sent(Session session, CompletableFuture<Deliveries.Answer> answer) {}

    private record Waiting(JsonObject envelope, CompletableFuture<Deliveries.Answer> answer) {}

    private final String appToken;
    private final URI address;
    private final Faults faults;
    private final Set<String> tickets = new HashSet<>();
    /** The newest last. */
    private final List<Session> open = new ArrayList<>();

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Map<String, Sent> sent = new HashMap<>();
    private int opened;

    public SocketModeServer(String appToken, URI address, Faults faults) {
        this.appToken = appToken;
        this.address = address;
        this.faults = faults;
    }

    /** How often the app has connected. */
    public synchronized int opened() {
        return opened;
    }

    /** Tells the app that its connection will be closed soon, as Slack does every few hours. */
    public void refresh() {
        newest().forEach(session -> say(session, disconnect()));
    }

    /** Cuts the connection without a word. */
    public void drop() {
        newest().forEach(Session::disconnect);
    }

    /** Says something that no app can read. */
    public void babble() {
        newest().forEach(session -> session.sendText("{\"type\": \"hel", Callback.NOOP));
    }

    private synchronized List<Session> newest() {
        return open.isEmpty() ? List.of() : List.of(open.get(open.size() - 1));
    }

    private static JsonObject disconnect() {
        return Json.object(
                "type", "disconnect", "reason", "refresh_requested", "debug_info", Json.object("host", "sandbox"));
    }

    /** {@code apps.connections.open}. */
    public synchronized JsonObject open(String authorization) {
        if (!authorization.equals("Bearer " + appToken)) {
            throw new ApiError(authorization.isEmpty() ? "not_authed" : "invalid_auth");
        }
        String ticket = UUID.randomUUID().toString();
        tickets.add(ticket);
        return Json.object("url", "ws://" + address.getAuthority() + PATH + "?ticket=" + ticket + "&app_id=A06SANDBOX");
    }

    /** What answers the addresses that were given out; anything else is left to the handler inside. */
    public WebSocketUpgradeHandler handler(Server server) {
        return WebSocketUpgradeHandler.from(
                server,
                container -> container.addMapping(
                        PATH, (request, response, callback) -> isInvited(request) ? new Line() : null));
    }

    private synchronized boolean isInvited(ServerUpgradeRequest request) {
        String query = request.getHttpURI().getQuery();
        return query != null && tickets.remove(Json.string(FormEncoding.read(query), "ticket"));
    }

    /** Delivers something as soon as there is a connection; what comes of it is its acknowledgement, or that there was none. */
    CompletableFuture<Deliveries.Answer> deliver(String type, JsonObject payload, int retry, String reason) {
        JsonObject envelope = Json.object(
                "envelope_id",
                UUID.randomUUID().toString(),
                "type",
                type,
                "payload",
                payload,
                "accepts_response_payload",
                !type.equals("events_api"));
        if (type.equals("events_api")) {
            envelope.addProperty("retry_attempt", retry);
            envelope.addProperty("retry_reason", reason);
        }
        CompletableFuture<Deliveries.Answer> answer = new CompletableFuture<>();
        synchronized (this) {
            waiting.add(new Waiting(envelope, answer));
        }
        sendWaiting();
        return answer;
    }

    private void sendWaiting() {
        while (true) {
            Waiting next;
            Session session;
            synchronized (this) {
                if (open.isEmpty() || waiting.isEmpty()) {
                    return;
                }
                session = open.get(open.size() - 1);
                next = waiting.remove();
                sent.put(Json.string(next.envelope(), "envelope_id"), new Sent(session, next.answer()));
            }
            say(session, next.envelope());
        }
    }

    private static void say(Session session, JsonObject message) {
        session.sendText(Json.write(message), Callback.NOOP);
    }

    private void joined(Session session) {
        synchronized (this) {
            opened++;
        }
        say(session, Json.object("type", "hello", "num_connections", 1, "debug_info", Json.object("host", "sandbox")));
        synchronized (this) {
            open.add(session);
        }
        sendWaiting();
    }

    private void left(Session session) {
        List<CompletableFuture<Deliveries.Answer>> lost = new ArrayList<>();
        synchronized (this) {
            open.remove(session);
            sent.values().removeIf(each -> {
                boolean isLost = each.session().equals(session);
                if (isLost) {
                    lost.add(each.answer());
                }
                return isLost;
            });
        }
        lost.forEach(answer -> answer.complete(Deliveries.Answer.failed("connection_failed")));
    }

    private synchronized boolean isOpen(Session session) {
        return open.contains(session);
    }

    private void acknowledged(Session session, String text) {
        if (!isOpen(session)) {
            return;
        }
        if (faults.losesNextAcknowledgement()) {
            left(session);
            session.disconnect();
            return;
        }
        JsonObject acknowledgement = Json.parseObject(text);
        Sent done;
        synchronized (this) {
            done = sent.remove(Json.string(acknowledgement, "envelope_id"));
        }
        if (done != null) {
            String payload = acknowledgement.has("payload") ? Json.write(acknowledgement.get("payload")) : "";
            done.answer().complete(new Deliveries.Answer(200, "application/json", payload, ""));
        }
    }

    /** The sandbox's end of one connection. */
    public final class Line implements Session.Listener {

        private @Nullable Session session;

        @Override
        public void onWebSocketOpen(Session opened) {
            session = opened;
            joined(opened);
            opened.demand();
        }

        @Override
        public void onWebSocketText(String text) {
            Session here = session;
            if (here == null) {
                return;
            }
            try {
                acknowledged(here, text);
            } catch (JsonParseException unreadable) {
                here.disconnect();
            }
            here.demand();
        }

        @Override
        public void onWebSocketError(Throwable cause) {
            // The app is gone; that it is closed is told too.
        }

        @Override
        public void onWebSocketClose(int status, String reason, Callback callback) {
            Session here = session;
            if (here != null) {
                left(here);
            }
            callback.succeed();
        }
    }
}
