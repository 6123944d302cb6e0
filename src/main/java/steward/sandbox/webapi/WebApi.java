package steward.sandbox.webapi;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import steward.sandbox.delivery.Faults;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.Http;
import steward.sandbox.http.Json;

/**
 * Slack's Web API, {@code /api/<method>}: checks the token and the scope, then calls the method.
 *
 * <p>A refusal is a 200 with {@code ok: false}, as Slack has it; only rate limits and faults have a status of their own.
 */
public final class WebApi extends Handler.Abstract {

    public static final String PATH = "/api/";

    private record App(Encoding encoding, AppMethod method) {}

    private final String teamId;
    private final String botToken;
    private final OAuthInstaller installer;
    private final Set<String> scopes;
    private final Faults faults;
    private final Map<String, ApiMethod> methods = new HashMap<>();
    private final Map<String, App> appMethods = new HashMap<>();
    /** Those of other workspaces, by team. */
    private final Map<String, WebApi> neighbours = new ConcurrentHashMap<>();

    /** @param botToken good for this workspace besides those that were given out when the app was installed */
    public WebApi(String teamId, String botToken, OAuthInstaller installer, Set<String> scopes, Faults faults) {
        this.teamId = teamId;
        this.botToken = botToken;
        this.installer = installer;
        this.scopes = new TreeSet<>(scopes);
        this.faults = faults;
    }

    public WebApi offer(Map<String, ApiMethod> more) {
        methods.putAll(more);
        return this;
    }

    public WebApi offerApp(String name, Encoding encoding, AppMethod method) {
        appMethods.put(name, new App(encoding, method));
        return this;
    }

    /** Calls with a token for that workspace go there. */
    public void introduce(WebApi neighbour) {
        neighbours.put(neighbour.teamId, neighbour);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(PATH)) {
            return false;
        }
        String name = path.substring(PATH.length());
        // Read to its end even if it will be refused: a connection with an unread body is closed, and the next call on
        // it fails.
        ApiRequest call = new ApiRequest(request, Http.bytes(request, Http.BODY_BYTES_MAX));
        Faults.Fault fault = faults.next(name);
        switch (fault.kind()) {
            case NONE -> Http.json(response, callback, 200, answer(name, call, response));
            case TOO_MANY_REQUESTS -> {
                response.getHeaders()
                        .put(HttpHeader.RETRY_AFTER, fault.retryAfter().toSeconds());
                Http.json(response, callback, 429, Json.object("ok", false, "error", "ratelimited"));
            }
            case SERVER_ERROR ->
                Http.json(response, callback, 500, Json.object("ok", false, "error", "internal_error"));
            case LOST_REPLY -> {
                answer(name, call, response);
                Http.hangUp(response, callback);
            }
        }
        return true;
    }

    private JsonObject answer(String name, ApiRequest call, Response response) {
        try {
            App app = appMethods.get(name);
            if (app != null) {
                return succeeded(app.method().call(call.authorization(), call.arguments(app.encoding())), call);
            }
            WebApi theirs = installer.team(call.token()).map(neighbours::get).orElse(null);
            if (theirs != null) {
                return theirs.answer(name, call, response);
            }
            ApiMethod method = methods.get(name);
            if (method == null) {
                throw new ApiError("unknown_method");
            }
            Arguments arguments = call.arguments(method.encoding());
            checkToken(call.token());
            checkScope(method, response);
            return succeeded(method.call().apply(arguments), call);
        } catch (ApiError refusal) {
            return refusal.answer();
        }
    }

    private void checkToken(String token) {
        if (token.isEmpty()) {
            throw new ApiError("not_authed");
        }
        if (!token.equals(botToken)) {
            installer.check(token);
        }
    }

    private void checkScope(ApiMethod method, Response response) {
        String provided = String.join(",", scopes);
        response.getHeaders().put("X-OAuth-Scopes", provided);
        response.getHeaders().put("X-Accepted-OAuth-Scopes", method.scope());
        if (!method.scope().isEmpty() && !scopes.contains(method.scope())) {
            throw ApiError.missingScope(method.scope(), provided);
        }
    }

    private static JsonObject succeeded(JsonObject result, ApiRequest call) {
        JsonObject answer = Json.object("ok", true);
        result.entrySet().forEach(entry -> answer.add(entry.getKey(), entry.getValue()));
        if (call.lacksCharset()) {
            answer.addProperty("warning", "missing_charset");
            JsonObject metadata = Json.child(answer, "response_metadata");
            metadata.add("warnings", Json.array("missing_charset"));
            answer.add("response_metadata", metadata);
        }
        return answer;
    }
}
