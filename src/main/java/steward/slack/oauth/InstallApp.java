package steward.slack.oauth;

import com.google.gson.JsonObject;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.rep.Installation;
import steward.rep.Installations;
import steward.rep.PendingInstallations;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.LoggableError;
import steward.slack.blocks.JsonFields;

/**
 * How workspaces install Steward: sends somebody to Slack to allow it, and takes what they come back with.
 *
 * <p>In place of Bolt's own, which knows one address of Slack's, and gives a state up only after it has asked for the token.
 */
public final class InstallApp {

    private static final Logger LOG = LoggerFactory.getLogger(InstallApp.class);

    /** So many wait for Slack at once; the others are asked to come again, so that they hold up no deliveries. */
    private static final int EXCHANGES_MAX = 4;

    private static final int FOUND = 302;

    private final OAuthApp app;
    private final TokenRequests requests;
    private final URI apiUrl;
    private final OAuthStates states;
    private final Installations installations;
    private final InstallPages pages;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Semaphore exchanges = new Semaphore(EXCHANGES_MAX);

    /**
     * @param apiUrl what Slack's pages are beside, ending in {@code /api/}
     * @param ids new, unique texts that nobody can guess
     */
    public InstallApp(
            OAuthApp app,
            TokenRequests requests,
            URI apiUrl,
            Installations installations,
            PendingInstallations pendingInstallations,
            InstantSource clock,
            Supplier<String> ids) {
        this.app = app;
        this.requests = requests;
        this.apiUrl = apiUrl;
        this.states = new OAuthStates(pendingInstallations, clock, ids);
        this.installations = installations;
        this.pages = new InstallPages(app.installPage(), apiUrl);
        this.clock = clock;
        this.ids = ids;
    }

    /** Answers somebody who begins. */
    public Response begin(RequestHeaders headers) {
        return guarded(() -> states.issue(headers).map(this::toSlack).orElseGet(pages::tooMany));
    }

    private Response toSlack(OAuthStates.Issued issued) {
        String authorize = apiUrl.resolve("../oauth/v2/authorize") + "?client_id=" + encoded(app.clientId())
                + "&scope=" + encoded(String.join(",", app.scopes()))
                + "&state=" + encoded(issued.state())
                + "&redirect_uri=" + encoded(app.redirectPage().toString());
        return Response.builder()
                .statusCode(FOUND)
                .headers(Map.of(
                        "Location", List.of(authorize),
                        "Set-Cookie", List.of(issued.cookie()),
                        "Cache-Control", List.of("no-store")))
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Answers somebody who comes back from Slack.
     *
     * @param query what Slack added to the address
     */
    public Response end(Map<String, String> query, RequestHeaders headers) {
        return guarded(() -> {
            String error = query.getOrDefault("error", "");
            String code = query.getOrDefault("code", "");
            boolean isOurs = states.end(query.getOrDefault("state", ""), headers);
            if (error.equals("access_denied")) {
                return pages.denied();
            }
            if (!isOurs) {
                return pages.notBegunHere();
            }
            return error.isEmpty() && !code.isEmpty() ? exchanged(code) : pages.notConfirmed(error);
        });
    }

    private Response exchanged(String code) {
        if (!exchanges.tryAcquire()) {
            return pages.tooMany();
        }
        try {
            ChatResult<JsonObject> granted = requests.first(code);
            if (granted.isDone()) {
                return granted(granted.get());
            }
            LOG.warn("Slack did not confirm an installation: {}", granted.error());
            return granted.kind() == ChatResult.Kind.REFUSED ? pages.notConfirmed(granted.error()) : pages.notReached();
        } finally {
            exchanges.release();
        }
    }

    private Response granted(JsonObject access) {
        if (JsonFields.isTrue(access, "is_enterprise_install")) {
            return pages.oneWorkspaceAtATime();
        }
        Optional<Installation> installation = TokenRequests.installation(access, clock.instant());
        if (installation.isEmpty()) {
            return pages.notConfirmed("no workspace in the answer");
        }
        installations.install(installation.get(), clock.instant());
        LOG.info("Steward is installed in workspace {}", installation.get().team());
        return pages.installed(installation.get());
    }

    private Response guarded(Supplier<Response> answer) {
        try {
            return answer.get();
        } catch (RuntimeException e) {
            String reference = ids.get();
            LOG.error("An installation failed, reference {}", reference, LoggableError.of(e));
            return pages.failed(reference);
        }
    }
}
