package steward.slack.oauth;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.service.OAuthStateService;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.rep.PendingInstallations;

/**
 * The state parameters of OAuth: whoever comes back from Slack must have begun here, in the same browser, within ten minutes, and is let
 * through once. Otherwise a stranger's link could install something that the person never asked for.
 */
final class OAuthStates implements OAuthStateService {

    static final String COOKIE = "steward_install";
    static final Duration HANDSHAKE_MAX = Duration.ofMinutes(10);

    private static final Pattern BROWSER = Pattern.compile("(?:^|;)\\s*" + COOKIE + "=([0-9a-z]{1,64})\\s*(?:;|$)");

    private final PendingInstallations pendingInstallations;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /** @param ids new, unique texts that nobody can guess */
    OAuthStates(PendingInstallations pendingInstallations, InstantSource clock, Supplier<String> ids) {
        this.pendingInstallations = pendingInstallations;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * A state that has been issued.
     *
     * @param browser what the browser is to know itself by when it comes back
     */
    record Issued(String state, String browser) {

        String cookie() {
            return COOKIE + "=" + browser + "; Max-Age=" + HANDSHAKE_MAX.toSeconds()
                    + "; Path=/; Secure; HttpOnly; SameSite=Lax";
        }
    }

    /** Issues one; empty if too many have begun and none has ended. */
    Optional<Issued> issue(Request<?> request) {
        // Of a browser that begins twice, both can be ended.
        String browser = browser(request).orElseGet(ids);
        String state = ids.get();
        boolean begun = pendingInstallations.begin(
                hash(state), hash(browser), clock.instant().plus(HANDSHAKE_MAX), clock.instant());
        return begun ? Optional.of(new Issued(state, browser)) : Optional.empty();
    }

    /** True once for each state that was issued: what is asked is also ended. */
    @Override
    @SuppressWarnings("rawtypes")
    public boolean isValid(Request request) {
        String state = extractStateFromQueryString(request);
        return state != null
                && !state.isEmpty()
                && pendingInstallations.end(hash(state), hash(browser(request).orElse("")), clock.instant());
    }

    /** What a browser was given when it began; empty if nothing of ours. */
    private static Optional<String> browser(Request<?> request) {
        List<String> cookies = request.getHeaders().getMultipleValues("Cookie");
        return (cookies == null ? List.<String>of() : cookies)
                .stream()
                        .map(BROWSER::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                        .findFirst();
    }

    @Override
    public String getSessionCookieName() {
        return COOKIE;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public String issueNewState(Request request, Response response) {
        return String.valueOf(request.getContext().getAdditionalValues().get(COOKIE));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void consume(Request request, Response response) {
        // It was ended when it was asked for.
    }

    @Override
    public void addNewStateToDatastore(String state) {
        // It was noted when it was issued.
    }

    @Override
    public boolean isAvailableInDatabase(String state) {
        return false;
    }

    @Override
    public void deleteStateFromDatastore(String state) {
        // It was ended when it was asked for.
    }

    /** Whoever reads the store can't take up what somebody has begun. */
    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
