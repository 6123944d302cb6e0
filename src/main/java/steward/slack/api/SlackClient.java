package steward.slack.api;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.Methods;
import com.slack.api.util.http.SlackHttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * Slack's client library, set up for Steward: the one of the process, since each starts threads of its own.
 *
 * <p>It sends a request once, keeps no statistics, and takes no setting from the environment.
 */
public final class SlackClient {

    private static final Duration CALL_MAX = Duration.ofSeconds(10);
    /** A form opens within three seconds of the tap or not at all. */
    private static final Duration FORM_MAX = Duration.ofSeconds(3);

    private static final Duration UPLOAD_MAX = Duration.ofSeconds(60);
    private static final Duration IDLE_MAX = Duration.ofMinutes(4);

    private final Slack slack;
    private final SlackHttpClient methods;
    private final SlackHttpClient forms;
    private final OkHttpClient addresses;
    private final OkHttpClient uploads;
    private final OkHttpClient downloads;

    private SlackClient(OkHttpClient http, SlackConfig config) {
        this.addresses = http;
        this.methods = httpClient(http, config);
        this.slack = Slack.getInstance(config, methods);
        this.uploads = http.newBuilder().callTimeout(UPLOAD_MAX).build();
        this.downloads = http.newBuilder()
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        this.forms = httpClient(http.newBuilder().callTimeout(FORM_MAX).build(), config);
    }

    /**
     * A client that calls over the network.
     *
     * @param apiUrl the Web API's base, ending in {@code /api/}
     * @param proxy by whose way it calls, if by any
     * @param callsAtOnceMax how many connections to keep open
     */
    public static SlackClient over(URI apiUrl, Optional<OutgoingProxy> proxy, int callsAtOnceMax) {
        SlackConfig config = config(apiUrl);
        OkHttpClient.Builder http = okHttp(config)
                .connectionPool(new ConnectionPool(callsAtOnceMax, IDLE_MAX.toSeconds(), TimeUnit.SECONDS))
                .addInterceptor(new OneShotInterceptor());
        proxy.ifPresent(way -> way.use(http));
        return new SlackClient(http.build(), config);
    }

    /** One that calls by nobody's way. */
    public static SlackClient over(URI apiUrl, int callsAtOnceMax) {
        return over(apiUrl, Optional.empty(), callsAtOnceMax);
    }

    /** A client whose calls are answered by an interceptor, and go nowhere. */
    public static SlackClient answeredBy(URI apiUrl, Interceptor answering) {
        SlackConfig config = config(apiUrl);
        OkHttpClient http = okHttp(config)
                .addInterceptor(new OneShotInterceptor())
                .addInterceptor(answering)
                .build();
        return new SlackClient(http, config);
    }

    private static SlackConfig config(URI apiUrl) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(apiUrl.toString());
        config.setHttpClientCallTimeoutMillis((int) CALL_MAX.toMillis());
        config.setHttpClientReadTimeoutMillis((int) UPLOAD_MAX.toMillis());
        config.setHttpClientWriteTimeoutMillis((int) UPLOAD_MAX.toMillis());
        config.setProxyUrl(null);
        config.setStatsEnabled(false);
        // The setter above forgets this one; and only then are the threads of the statistics let go.
        config.getSCIM2Config().setStatsEnabled(false);
        config.synchronizeMetricsDatabases();
        return config;
    }

    private static OkHttpClient.Builder okHttp(SlackConfig config) {
        return SlackHttpClient.buildOkHttpClient(config).newBuilder().connectTimeout(CALL_MAX);
    }

    private static SlackHttpClient httpClient(OkHttpClient http, SlackConfig config) {
        SlackHttpClient client = new SlackHttpClient(http);
        client.setConfig(config);
        return client;
    }

    /** The library itself, for Bolt. */
    public Slack slack() {
        return slack;
    }

    /** Calls a method of the Web API; one that opens a form is given up on after three seconds. */
    SlackHttpClient http(String method) {
        return method.equals(Methods.VIEWS_OPEN) || method.equals(Methods.VIEWS_PUSH) ? forms : methods;
    }

    /** Posts to addresses that Slack gave out. */
    OkHttpClient addresses() {
        return addresses;
    }

    /** Gets files, and follows nobody elsewhere: the token goes along. */
    OkHttpClient downloads() {
        return downloads;
    }

    /** Uploads files, which takes longer. */
    OkHttpClient uploads() {
        return uploads;
    }
}
