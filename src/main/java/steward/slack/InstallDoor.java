package steward.slack;

import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.rep.Installation;
import steward.rep.Installations;
import steward.rep.PendingInstallations;

/**
 * Where somebody installs Steward in their workspace: sends them to Slack to allow it, and takes what they come back with.
 *
 * <p>Who comes back must have begun here, in the same browser, within ten minutes, and is let through once: otherwise a stranger's link
 * could install something that the person never asked for.
 */
final class InstallDoor {

    private static final Logger LOG = LoggerFactory.getLogger(InstallDoor.class);

    static final String COOKIE = "steward_install";
    static final Duration HANDSHAKE_MAX = Duration.ofMinutes(10);

    private static final Pattern BROWSER = Pattern.compile("[0-9a-z]{1,64}");

    private final OAuthApp app;
    private final Grants grants;
    private final Installations installations;
    private final PendingInstallations handshakes;
    private final InstallPages pages;
    private final URI slack;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /**
     * @param slack what Slack's pages are beside, ending in {@code /api/}
     * @param ids new, unique texts that nobody can guess
     */
    InstallDoor(
            OAuthApp app,
            Grants grants,
            Installations installations,
            PendingInstallations handshakes,
            URI slack,
            InstantSource clock,
            Supplier<String> ids) {
        this.app = app;
        this.grants = grants;
        this.installations = installations;
        this.handshakes = handshakes;
        this.pages = new InstallPages(app.installPage(), slack);
        this.slack = slack;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param cookie what this browser was given before, empty if nothing */
    Answer begin(String cookie) {
        // Of a browser that begins twice, both can be ended.
        String browser = BROWSER.matcher(cookie).matches() ? cookie : ids.get();
        String state = ids.get();
        try {
            if (!handshakes.begin(hash(state), hash(browser), clock.instant().plus(HANDSHAKE_MAX), clock.instant())) {
                return pages.tooMany();
            }
        } catch (RuntimeException e) {
            return failed(e);
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", app.clientId());
        query.put("scope", String.join(",", app.scopes()));
        query.put("state", state);
        query.put("redirect_uri", app.redirectPage().toString());
        return Answer.elsewhere(
                slack.resolve("../oauth/v2/authorize?" + Wire.form(query)).toString(), remember(browser));
    }

    private static Map<String, String> remember(String browser) {
        return Map.of(
                "Set-Cookie",
                COOKIE + "=" + browser + "; Max-Age=" + HANDSHAKE_MAX.toSeconds()
                        + "; Path=/; Secure; HttpOnly; SameSite=Lax",
                "Cache-Control",
                "no-store");
    }

    /**
     * @param query what Slack added to the address
     * @param cookie what this browser was given when it began, empty if nothing
     */
    CompletableFuture<Answer> end(String query, String cookie) {
        try {
            Map<String, String> fields = Strict.form(query);
            String state = fields.getOrDefault("state", "");
            boolean isOurs = !state.isEmpty() && handshakes.end(hash(state), hash(cookie), clock.instant());
            String error = fields.getOrDefault("error", "");
            String code = fields.getOrDefault("code", "");
            if (error.equals("access_denied")) {
                return CompletableFuture.completedFuture(pages.denied());
            }
            if (!isOurs) {
                return CompletableFuture.completedFuture(pages.notBegunHere());
            }
            return code.isEmpty()
                    ? CompletableFuture.completedFuture(pages.notConfirmed(error))
                    : grants.first(code).thenApply(this::granted).exceptionally(this::failed);
        } catch (Malformed e) {
            return CompletableFuture.completedFuture(pages.notBegunHere());
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(failed(e));
        }
    }

    private Answer granted(Reply reply) {
        return switch (reply.kind()) {
            case OK -> installed(reply.json());
            case REFUSED -> {
                LOG.warn("Slack did not confirm an installation: {}", reply.error());
                yield pages.notConfirmed(reply.error());
            }
            case LIMITED, UNKNOWN -> {
                LOG.warn("Slack did not answer whether an installation is confirmed: {}", reply.error());
                yield pages.notReached();
            }
        };
    }

    private Answer installed(JsonObject granted) {
        if (Json.isTrue(granted, "is_enterprise_install")) {
            return pages.oneWorkspaceAtATime();
        }
        Optional<Installation> installation = Grants.installation(granted, clock.instant());
        if (installation.isEmpty()) {
            return pages.notConfirmed("no workspace in the answer");
        }
        installations.install(installation.get(), clock.instant());
        LOG.info("Steward is installed in workspace {}", installation.get().team());
        return pages.installed(installation.get());
    }

    private Answer failed(Throwable failure) {
        String reference = ids.get();
        LOG.error("An installation failed, reference {}", reference, Trouble.of(failure));
        return pages.failed(reference);
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
