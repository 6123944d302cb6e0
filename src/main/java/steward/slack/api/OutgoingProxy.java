package steward.slack.api;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxy by which Slack is called from a network that lets nothing else out. Only what is encrypted goes by it, through a tunnel; what
 * is on this machine never does.
 *
 * @param user and password, if the proxy asks who comes
 * @param direct domains that are called without it; {@code *} for all
 */
public record OutgoingProxy(String host, int port, Optional<Login> user, List<String> direct) {

    private static final List<String> ENCRYPTED = List.of("https", "wss");

    /** Java's own sockets tell no proxy a password unless this is empty. */
    private static final String SCHEMES_NOT_TOLD = "jdk.http.auth.tunneling.disabledSchemes";

    /** What the proxy lets in. */
    public record Login(String name, String password) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * Reads it as environment variables usually have it.
     *
     * @param address like {@code http://user:password@proxy.example.com:3128}
     * @param exceptions domains with commas between them
     * @throws IllegalArgumentException if it is no address of an HTTP proxy; the message does not repeat it
     */
    public static OutgoingProxy of(String address, String exceptions) {
        URI proxy;
        try {
            proxy = URI.create(address.contains("://") ? address : "http://" + address);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no address", null);
        }
        boolean isProxy = "http".equals(proxy.getScheme())
                && proxy.getHost() != null
                && proxy.getPort() > 0
                && (proxy.getPath().isEmpty() || proxy.getPath().equals("/"));
        if (!isProxy) {
            throw new IllegalArgumentException("no address of an HTTP proxy with its port");
        }
        return new OutgoingProxy(
                proxy.getHost(),
                proxy.getPort(),
                Optional.ofNullable(proxy.getRawUserInfo()).map(OutgoingProxy::login),
                Stream.of(exceptions.toLowerCase(Locale.ROOT).split("[,\\s]+", 0))
                        .map(domain -> domain.replaceFirst("^\\*?\\.", "").replaceFirst(":[0-9]+$", ""))
                        .filter(domain -> !domain.isEmpty())
                        .toList());
    }

    private static Login login(String userInfo) {
        String[] parts = userInfo.split(":", 2);
        return new Login(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Whether an address is called by way of it. */
    public boolean serves(URI address) {
        String called = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return ENCRYPTED.contains(address.getScheme())
                && !isThisMachine(called)
                && direct.stream().noneMatch(domain -> domain.equals("*") || ("." + called).endsWith("." + domain));
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    /** Has a client call by way of it. */
    OkHttpClient.Builder use(OkHttpClient.Builder client) {
        client.proxy(null).proxySelector(selector());
        user.ifPresent(login -> client.proxyAuthenticator((route, response) ->
                response.request().header("Proxy-Authorization") != null
                        // It was told already, and is none that the proxy lets in.
                        ? null
                        : response.request()
                                .newBuilder()
                                .header("Proxy-Authorization", Credentials.basic(login.name(), login.password()))
                                .build()));
        return client;
    }

    private ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                return List.of(serves(address) ? proxy() : Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
                // The call fails, and says so.
            }
        };
    }

    private Proxy proxy() {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    /** The proxy as Java's own sockets take it; if it asks who comes, Java tells it, and nobody else. */
    public Proxy forSockets() {
        user.ifPresent(this::introduce);
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port));
    }

    private void introduce(Login login) {
        System.setProperty(SCHEMES_NOT_TOLD, "");
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                boolean isThisProxy = getRequestorType() == RequestorType.PROXY
                        && getRequestingPort() == port
                        && host.equalsIgnoreCase(getRequestingHost());
                return isThisProxy
                        ? new PasswordAuthentication(
                                login.name(), login.password().toCharArray())
                        : null;
            }
        });
    }

    /** Without its password: this may end up in a log. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
