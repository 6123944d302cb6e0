package steward.slack.oauth;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.service.OAuthStateService;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import steward.rep.Installations;
import steward.rep.SingleUse;

/**
 * The state parameters of OAuth: whoever comes back from Slack must have begun here, in the same browser, within ten minutes, and is let
 * through once. Otherwise a stranger's link could install something that the person never asked for.
 *
 * <p>Nothing is kept of one that has begun, so that nobody can fill anything up: a state says itself when it ends, and is signed together with
 * what its browser was given. Only that it has let somebody through is kept, with the installation.
 */
final class OAuthStates implements OAuthStateService {

    static final String COOKIE = "steward_install";
    static final Duration HANDSHAKE_MAX = Duration.ofMinutes(10);

    private static final String ALGORITHM = "HmacSHA256";

    private static final Pattern BROWSER = Pattern.compile("(?:^|;)\\s*" + COOKIE + "=([0-9a-z]{1,64})\\s*(?:;|$)");

    private static final Pattern STATE = Pattern.compile("([0-9a-z]{1,64})\\.([0-9]{1,15})\\.([0-9a-f]{64})");

    private final SecretKey key;
    private final Installations installations;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /**
     * @param key what signs the states, of this purpose alone
     * @param ids new, unique texts of lower-case letters and digits that nobody can guess
     */
    OAuthStates(SecretKey key, Installations installations, InstantSource clock, Supplier<String> ids) {
        this.key = key;
        this.installations = installations;
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

    /** What a state is worth to whoever comes back with it. */
    enum Worth {
        GOOD,
        /** Begun in another browser, or nowhere. */
        NOT_BEGUN_HERE,
        OVER,
        /** It has let somebody through. */
        USED
    }

    Issued issue(Request<?> request) {
        // Of a browser that begins twice, both can be ended.
        String browser = browser(request).orElseGet(ids);
        String id = ids.get();
        long end = clock.instant().plus(HANDSHAKE_MAX).toEpochMilli();
        return new Issued(
                id + "." + end + "." + HexFormat.of().formatHex(signature(id, String.valueOf(end), browser)), browser);
    }

    /** Looks only: what lets an installation through is used up together with it. */
    Worth worth(Request<?> request) {
        Optional<SingleUse> use = signed(request);
        if (use.isEmpty()) {
            return Worth.NOT_BEGUN_HERE;
        }
        if (!clock.instant().isBefore(use.get().endsAt())) {
            return Worth.OVER;
        }
        return installations.isUsed(use.get()) ? Worth.USED : Worth.GOOD;
    }

    /** What a state was issued as, in this browser; empty if it was not. */
    Optional<SingleUse> signed(Request<?> request) {
        String text = extractStateFromQueryString(request);
        Matcher state = STATE.matcher(text == null ? "" : text);
        Optional<String> browser = browser(request);
        if (browser.isEmpty() || !state.matches()) {
            return Optional.empty();
        }
        // Compared in a time that tells nothing of how much is right.
        return MessageDigest.isEqual(
                        signature(state.group(1), state.group(2), browser.get()),
                        HexFormat.of().parseHex(state.group(3)))
                ? Optional.of(new SingleUse(state.group(1), Instant.ofEpochMilli(Long.parseLong(state.group(2)))))
                : Optional.empty();
    }

    /** No part holds what stands between them, so that no two states are signed alike. */
    private byte[] signature(String id, String end, String browser) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((id + "." + end + "." + browser).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
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
    @SuppressWarnings("rawtypes")
    public boolean isValid(Request request) {
        return worth(request) == Worth.GOOD;
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
        // It is used up together with the installation.
    }

    @Override
    public void addNewStateToDatastore(String state) {
        // Nothing is kept of it.
    }

    @Override
    public boolean isAvailableInDatabase(String state) {
        return false;
    }

    @Override
    public void deleteStateFromDatastore(String state) {
        // Nothing was kept of it.
    }
}
