package steward.slack.bolt;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.runtime.ChatRuntime;
import steward.runtime.chat.Renderer;
import steward.slack.api.Tokens;
import steward.slack.bolt.requests.TapRequest;
import steward.slack.oauth.HomeWorkspaces;

/**
 * The Bolt app: routes what Slack delivers to its handler, whichever way it came.
 *
 * <p>Whatever Slack can send is answered 200, with one exception: an event whose turn could not be written down is answered 503, since
 * Slack then delivers it again, and a rep's answer is not lost.
 */
final class StewardApp {

    private static final Logger LOG = LoggerFactory.getLogger(StewardApp.class);

    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private final App app;
    private final FailureLog failures;
    private final InteractionHandlers interactions;

    StewardApp(
            Slack slack,
            ChatRuntime runtime,
            Renderer renderer,
            Tokens tokens,
            HomeWorkspaces homes,
            Supplier<String> ids) {
        failures = new FailureLog(ids);
        interactions = new InteractionHandlers(runtime, renderer, failures);
        InstalledWorkspaces installed = new InstalledWorkspaces(tokens, homes, renderer);
        // With a list of its own, Bolt adds nothing: no second check of the signature, no auth.test.
        List<Middleware> middleware = new ArrayList<>();
        middleware.add((request, response, chain) -> orDeliveredAgain(request, chain));
        middleware.add((request, response, chain) -> installed.apply(request, chain));
        middleware.add((request, response, chain) -> taps(request, chain));
        app = new App(config(slack), middleware);

        new EventHandlers(runtime, tokens, failures).register(app);
        app.viewSubmission(ANY, (request, context) -> interactions.form(request));
        app.command(ANY, (request, context) -> interactions.command(request.getPayload()));
    }

    /** Nothing is left to the environment, where Bolt looks for what it is not told. */
    private static AppConfig config(Slack slack) {
        return AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(null)
                .signingSecret(null)
                .clientId(null)
                .clientSecret(null)
                .redirectUri(null)
                .scope(null)
                .userScope(null)
                .allEventsApiAutoAckEnabled(true)
                .unmatchedRequestHandler(unmatched -> Response.ok())
                .build();
    }

    AppConfig config() {
        return app.config();
    }

    /** Has a request handled; never throws. */
    Response run(Request<?> request) {
        try {
            return app.run(request);
        } catch (Exception e) {
            throw new IllegalStateException("The outermost middleware throws nothing", e);
        }
    }

    /**
     * What is answered in place of a turn that is not over in time; what comes of it is told once it is. Slack delivers events again, and to the
     * rest a rep is told that nobody knows yet; a tap leaves nothing open before the rep.
     */
    Response late(Request<?> request) {
        String reference = failures.late();
        return switch (request.getRequestType()) {
            case Event -> EventHandlers.deliverAgain(reference);
            case Command -> interactions.failed(reference);
            case ViewSubmission -> interactions.failed((ViewSubmissionRequest) request, reference);
            default -> Acknowledgement.taken();
        };
    }

    /** Outermost: an event that is not taken is delivered again, and what can't be read won't be better next time. */
    private Response orDeliveredAgain(Request<?> request, MiddlewareChain chain) {
        try {
            return chain.next(request);
        } catch (EventHandlers.NotTaken e) {
            return e.deliverAgain();
        } catch (JsonParseException e) {
            LOG.warn("Slack delivered a {} of a shape that is not known", request.getRequestType());
            return Acknowledgement.taken();
        } catch (Exception e) {
            return new EventHandlers.NotTaken(failures.log(e), () -> {}).deliverAgain();
        }
    }

    /** Innermost: Bolt would dispatch a payload with one tap alone. */
    private Response taps(Request<?> request, MiddlewareChain chain) throws Exception {
        return request instanceof TapRequest tapped ? interactions.taps(tapped.json()) : chain.next(request);
    }
}
