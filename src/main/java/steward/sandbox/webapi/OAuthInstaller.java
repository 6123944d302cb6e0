package steward.sandbox.webapi;

import static steward.sandbox.http.Json.field;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.FormEncoding;
import steward.sandbox.http.Http;
import steward.sandbox.http.Json;
import steward.sandbox.messages.TypedText;
import steward.sandbox.workspace.Organization;
import steward.sandbox.workspace.SandboxClock;
import steward.sandbox.workspace.Workspace;

/**
 * Lets people install the app in a workspace: the page that asks them, and the codes and tokens that the app then gets.
 *
 * <p>A code is good once, for ten minutes, and for the address that it was asked for. With rotation a token ends after twelve hours, and
 * what gets the next is good once. Safe for many threads.
 */
public final class OAuthInstaller {

    private static final String PAGE = "/oauth/v2/authorize";
    private static final String ALLOW = "/oauth/v2/allow";
    private static final String BASIC = "Basic ";
    private static final Duration CODE_VALID_FOR = Duration.ofMinutes(10);
    private static final Duration TOKEN_VALID_FOR = Duration.ofHours(12);

    private record Code(String team, String redirectUri, Instant validUntil) {}

    private record Token(String team, Instant endsAt) {}

    private final String clientId;
    private final String clientSecret;
    private final SandboxClock clock;
    private final SecureRandom random = new SecureRandom();

    /** By team. */
    private final Map<String, Workspace> workspaces = new LinkedHashMap<>();

    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();
    /** The teams of those that get the next token. */
    private final Map<String, String> refreshTokens = new HashMap<>();

    /** All codes and tokens, those too that are over. */
    private final Set<String> givenOut = new LinkedHashSet<>();

    private boolean rotates;
    private Optional<Organization> organization = Optional.empty();

    public OAuthInstaller(String clientId, String clientSecret, SandboxClock clock) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    public String clientId() {
        return clientId;
    }

    public String clientSecret() {
        return clientSecret;
    }

    /** All codes and tokens that were ever given out. */
    public synchronized Set<String> givenOut() {
        return Set.copyOf(givenOut);
    }

    /** From now on tokens end, and are followed by others. */
    public synchronized void rotateTokens() {
        rotates = true;
    }

    /** From now on all workspaces are in an organization, which can install the app too. */
    public synchronized void organize(Organization all) {
        organization = Optional.of(all);
    }

    /** The organization that all workspaces are in, if they are in one. */
    public synchronized Optional<Organization> organization() {
        return organization;
    }

    /** All tokens are over at once; what gets the next ones is not. */
    public synchronized void endTokens() {
        tokens.replaceAll((token, was) -> new Token(was.team(), Instant.MIN));
    }

    public synchronized void add(Workspace workspace) {
        workspaces.put(workspace.teamId(), workspace);
    }

    /** The workspace that a token was given out for. */
    synchronized Optional<String> team(String token) {
        return Optional.ofNullable(tokens.get(token)).map(Token::team);
    }

    /** Refuses a token that is over. */
    synchronized void check(String token) {
        Token known = tokens.get(token);
        if (known == null) {
            throw new ApiError("invalid_auth");
        }
        if (!clock.instant().isBefore(known.endsAt())) {
            throw new ApiError("token_expired");
        }
    }

    /** Takes away all that was given out for a workspace. */
    public synchronized void revoke(String team) {
        tokens.values().removeIf(token -> token.team().equals(team));
        refreshTokens.values().removeIf(team::equals);
    }

    // ── The page ─────────────────────────────────────────────────────────────────────────────────────────

    /** What serves the page. */
    public Handler handler() {
        return new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                return serve(request, response, callback);
            }
        };
    }

    private boolean serve(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        if (path.equals(PAGE)) {
            String query = request.getHttpURI().getQuery();
            Http.send(
                    response,
                    callback,
                    200,
                    "text/html; charset=utf-8",
                    page(FormEncoding.read(query == null ? "" : query)));
        } else if (path.equals(ALLOW)) {
            response.getHeaders().put(HttpHeader.LOCATION, decided(FormEncoding.read(Http.body(request))));
            Http.send(response, callback, 302, "text/plain; charset=utf-8", "");
        } else {
            return false;
        }
        return true;
    }

    private synchronized String page(JsonObject asked) throws IOException {
        String choices = workspaces.values().stream()
                .map(workspace -> "<option value=\"" + workspace.teamId() + "\">" + TypedText.escape(workspace.name())
                        + "</option>")
                .collect(Collectors.joining());
        String all = organization
                .map(each ->
                        "<option value=\"" + each.id() + "\">All of " + TypedText.escape(each.name()) + "</option>")
                .orElse("");
        return template()
                .replace("{{workspaces}}", choices + all)
                .replace("{{scope}}", attribute(asked, "scope").replace(",", ", "))
                .replace("{{redirect_uri}}", attribute(asked, "redirect_uri"))
                .replace("{{state}}", attribute(asked, "state"));
    }

    private static String template() throws IOException {
        try (InputStream file = OAuthInstaller.class.getResourceAsStream("authorize.html")) {
            if (file == null) {
                throw new IllegalStateException("authorize.html is missing from the program");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String attribute(JsonObject asked, String name) {
        return TypedText.escape(Json.string(asked, name)).replace("\"", "&quot;");
    }

    private synchronized String decided(JsonObject decision) {
        String redirectUri = Json.string(decision, "redirect_uri");
        String team = Json.string(decision, "team");
        Map<String, String> back = new LinkedHashMap<>();
        if (Json.string(decision, "decision").equals("allow") && isThere(team)) {
            String code = secret("");
            codes.put(code, new Code(team, redirectUri, clock.instant().plus(CODE_VALID_FOR)));
            back.put("code", code);
        } else {
            back.put("error", "access_denied");
        }
        back.put("state", Json.string(decision, "state"));
        return redirectUri + "?" + FormEncoding.write(back);
    }

    private boolean isThere(String team) {
        return workspaces.containsKey(team) || isOrganization(team);
    }

    private boolean isOrganization(String team) {
        return organization.filter(all -> all.id().equals(team)).isPresent();
    }

    // ── oauth.v2.access ──────────────────────────────────────────────────────────────────────────────────

    public synchronized JsonObject access(String authorization, Arguments arguments) {
        checkClient(authorization, arguments);
        return arguments.text("grant_type").filter("refresh_token"::equals).isPresent()
                ? next(arguments.require("refresh_token"))
                : first(
                        arguments.require("code"),
                        arguments.text("redirect_uri").orElse(""));
    }

    /** The app says who it is in the header, or, which Slack recommends less, in fields of the form. */
    private void checkClient(String authorization, Arguments arguments) {
        String id = arguments.text("client_id").orElse("");
        String secret = arguments.text("client_secret").orElse("");
        if (authorization.startsWith(BASIC)) {
            String[] both = decoded(authorization.substring(BASIC.length())).split(":", 2);
            id = both[0];
            secret = both.length == 2 ? both[1] : "";
        }
        if (!id.equals(clientId)) {
            throw new ApiError("invalid_client_id");
        }
        if (!secret.equals(clientSecret)) {
            throw new ApiError("bad_client_secret");
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            throw new ApiError("invalid_auth");
        }
    }

    private JsonObject first(String code, String redirectUri) {
        Code known = codes.remove(code);
        if (known == null || clock.instant().isAfter(known.validUntil())) {
            throw new ApiError("invalid_code");
        }
        if (!known.redirectUri().equals(redirectUri)) {
            throw new ApiError("bad_redirect_uri");
        }
        return granted(known.team());
    }

    private JsonObject next(String refreshToken) {
        String team = refreshTokens.remove(refreshToken);
        if (team == null) {
            throw new ApiError("invalid_refresh_token");
        }
        return granted(team);
    }

    private JsonObject granted(String team) {
        boolean isForAll = isOrganization(team);
        // Of an organization it is the same app in each of its workspaces.
        Workspace workspace = isForAll
                ? workspaces.values().iterator().next()
                : Optional.ofNullable(workspaces.get(team)).orElseThrow();
        String token = secret(rotates ? "xoxe.xoxb-" : "xoxb-");
        tokens.put(token, new Token(team, rotates ? clock.instant().plus(TOKEN_VALID_FOR) : Instant.MAX));
        JsonObject granted = Json.object(
                field("access_token", token),
                field("token_type", "bot"),
                field("bot_user_id", workspace.botUser().id()),
                field("app_id", workspace.appId()),
                field("team", isForAll ? null : Json.object("id", team, "name", workspace.name())),
                field(
                        "enterprise",
                        organization
                                .map(all -> Json.object("id", all.id(), "name", all.name()))
                                .orElse(null)),
                field("is_enterprise_install", isForAll));
        if (rotates) {
            String refreshToken = secret("xoxe-1-");
            refreshTokens.put(refreshToken, team);
            granted.addProperty("refresh_token", refreshToken);
            granted.addProperty("expires_in", TOKEN_VALID_FOR.toSeconds());
        }
        return granted;
    }

    private String secret(String prefix) {
        byte[] drawn = new byte[16];
        random.nextBytes(drawn);
        String secret = prefix + HexFormat.of().formatHex(drawn);
        givenOut.add(secret);
        return secret;
    }
}
