package steward.slack.oauth;

import com.slack.api.Slack;
import com.slack.api.app_backend.oauth.payload.VerificationCodePayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.OAuthCallbackRequest;
import com.slack.api.bolt.request.builtin.OAuthStartRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.service.builtin.oauth.OAuthV2AccessErrorHandler;
import com.slack.api.bolt.service.builtin.oauth.OAuthV2SuccessHandler;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.conversation.session.StoreUnavailable;
import steward.rep.Installation;
import steward.rep.Installations;
import steward.rep.SingleUse;
import steward.runtime.chat.LoggableError;
import steward.slack.api.SlackErrors;

/** The Bolt app by which workspaces install Steward: sends somebody to Slack to allow it, and takes what they come back with. */
public final class InstallApp {

    private static final Logger LOG = LoggerFactory.getLogger(InstallApp.class);

    /** So many wait for Slack at once; the others are asked to come again, so that they hold up no deliveries. */
    private static final int EXCHANGES_MAX = 4;

    private final OAuthApp app;
    private final OAuthStates states;
    private final Installations installations;
    private final InstallPages pages;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Semaphore exchanges = new Semaphore(EXCHANGES_MAX);
    private final App bolt;

    /**
     * @param apiUrl what Slack's pages are beside, ending in {@code /api/}
     * @param statesKey what signs the states of those who have begun
     * @param ids new, unique texts of lower-case letters and digits that nobody can guess
     */
    public InstallApp(
            OAuthApp app,
            Slack slack,
            URI apiUrl,
            SecretKey statesKey,
            Installations installations,
            InstantSource clock,
            Supplier<String> ids) {
        this.app = app;
        this.states = new OAuthStates(statesKey, installations, clock, ids);
        this.installations = installations;
        this.pages = new InstallPages(app.installPage(), apiUrl);
        this.clock = clock;
        this.ids = ids;
        this.bolt = bolt(slack, apiUrl);
    }

    private App bolt(Slack slack, URI apiUrl) {
        App bolt =
                new App(
                        config(slack),
                        new ArrayList<>(List.of((request, response, chain) -> guarded(request, chain)))) {
                    /** At the Slack that this program was told of. */
                    @Override
                    public String buildAuthorizeUrl(String state, @Nullable String nonce) {
                        return apiUrl.resolve("../oauth/v2/authorize") + "?client_id=" + encoded(app.clientId())
                                + "&scope="
                                + encoded(String.join(",", app.scopes())) + "&state=" + encoded(state)
                                + "&redirect_uri="
                                + encoded(app.redirectPage().toString());
                    }
                };
        OAuthV2SuccessHandler granted = (request, response, access) -> granted(request, access);
        OAuthV2AccessErrorHandler refused = (request, response, access) -> refused(access.getError());
        return bolt.asOAuthApp(true)
                .service(states)
                .oauthCallback(granted)
                .oauthCallbackAccessError(refused)
                // Only if it ended or was used up in this very moment.
                .oauthCallbackStateError((request, response) -> pages.worthless(states.worth(request)))
                .oauthCallbackException((request, response, failure) -> failed(failure));
    }

    private AppConfig config(Slack slack) {
        return AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(null)
                .signingSecret(null)
                .clientId(app.clientId())
                .clientSecret(app.clientSecret())
                .redirectUri(app.redirectPage().toString())
                .scope(String.join(",", app.scopes()))
                .userScope(null)
                .oauthCompletionUrl(null)
                .oauthCancellationUrl(null)
                .oAuthInstallPageRenderingEnabled(false)
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public AppConfig config() {
        return bolt.config();
    }

    /** Answers somebody who begins. */
    public Response begin(RequestHeaders headers) {
        return run(new OAuthStartRequest("", headers));
    }

    /**
     * Answers somebody who comes back from Slack.
     *
     * @param query what Slack added to the address
     */
    public Response end(Map<String, String> query, RequestHeaders headers) {
        Map<String, List<String>> fields = new HashMap<>();
        query.forEach((name, value) -> fields.put(name, List.of(value)));
        OAuthCallbackRequest request =
                new OAuthCallbackRequest(fields, "", VerificationCodePayload.from(fields), headers);
        request.getQueryString().putAll(fields);
        return run(request);
    }

    private Response run(Request<?> request) {
        try {
            return bolt.run(request);
        } catch (Exception e) {
            return failed(e);
        }
    }

    private Response guarded(Request<?> request, MiddlewareChain chain) throws Exception {
        if (request instanceof OAuthStartRequest) {
            return begun(request, chain);
        }
        if (request instanceof OAuthCallbackRequest callback) {
            return ended(callback, chain);
        }
        return chain.next(request);
    }

    private Response begun(Request<?> request, MiddlewareChain chain) throws Exception {
        OAuthStates.Issued issued = states.issue(request);
        request.getContext().getAdditionalValues().put(OAuthStates.COOKIE, issued.state());
        Response response = chain.next(request);
        Map<String, List<String>> headers = new HashMap<>(response.getHeaders());
        headers.put("Set-Cookie", List.of(issued.cookie()));
        headers.put("Cache-Control", List.of("no-store"));
        response.setHeaders(headers);
        return response;
    }

    private Response ended(OAuthCallbackRequest request, MiddlewareChain chain) throws Exception {
        VerificationCodePayload said = request.getPayload();
        if (text(said.getError()).equals("access_denied")) {
            return pages.denied();
        }
        OAuthStates.Worth worth = states.worth(request);
        if (worth != OAuthStates.Worth.GOOD) {
            return pages.worthless(worth);
        }
        if (said.getError() != null || text(said.getCode()).isEmpty()) {
            return pages.notConfirmed(text(said.getError()));
        }
        if (!exchanges.tryAcquire()) {
            return pages.tooMany();
        }
        try {
            return chain.next(request);
        } finally {
            exchanges.release();
        }
    }

    private Response granted(OAuthCallbackRequest request, OAuthV2AccessResponse access) {
        Optional<Installation> installation = installation(access);
        if (installation.isEmpty()) {
            return pages.notConfirmed("no_workspace_in_the_answer");
        }
        SingleUse through = states.signed(request).orElseThrow();
        if (!installations.install(installation.get(), through, clock.instant())) {
            return pages.worthless(OAuthStates.Worth.USED);
        }
        LOG.info("Steward is installed in {}", installation.get().place());
        return pages.installed(installation.get());
    }

    /** What Slack granted, to a workspace or to a whole organization; empty if it granted something else. */
    private Optional<Installation> installation(OAuthV2AccessResponse granted) {
        // Slack may name a workspace even where all are meant.
        return granted.isEnterpriseInstall()
                ? Optional.ofNullable(granted.getEnterprise())
                        .flatMap(all -> installation(granted, all.getId(), true, all.getName()))
                : Optional.ofNullable(granted.getTeam())
                        .flatMap(team -> installation(granted, team.getId(), false, team.getName()));
    }

    private Optional<Installation> installation(
            OAuthV2AccessResponse granted, @Nullable String id, boolean organization, @Nullable String name) {
        if (text(id).isEmpty() || text(granted.getAccessToken()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Installation(
                text(id),
                organization,
                text(name),
                text(granted.getAppId()),
                granted.getAccessToken(),
                TokenRequests.renewal(granted.getRefreshToken(), granted.getExpiresIn(), clock.instant()),
                0));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Response refused(@Nullable String error) {
        String code = error == null ? "" : error;
        if (SlackErrors.isTooMuch(code) || SlackErrors.isUndecided(code)) {
            LOG.warn("Slack did not answer whether an installation is confirmed: {}", code);
            return pages.notReached();
        }
        LOG.warn("Slack did not confirm an installation: {}", code);
        return pages.notConfirmed(code);
    }

    private Response failed(Exception failure) {
        if (failure instanceof IOException || failure instanceof SlackApiException) {
            LOG.warn(
                    "Slack did not answer whether an installation is confirmed: {}",
                    failure.getClass().getSimpleName());
            return pages.notReached();
        }
        if (failure instanceof StoreUnavailable outage) {
            return pages.failed(outage.reference());
        }
        String reference = ids.get();
        LOG.error("An installation failed, reference {}", reference, LoggableError.of(failure));
        return pages.failed(reference);
    }
}
