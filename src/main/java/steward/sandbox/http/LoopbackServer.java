package steward.sandbox.http;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A port of this machine that nobody else reaches: taken at once, served when all is ready. */
public final class LoopbackServer {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int THREADS_MAX = 64;

    private final Server server;
    private final URI address;

    private LoopbackServer(Server server, URI address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Takes the port.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException with one plain sentence if it can't be had
     */
    public static LoopbackServer listen(int port) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX);
        threads.setName("sandbox");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        try {
            connector.open();
        } catch (IOException failed) {
            throw new IllegalStateException(whyNot(port, failed), failed);
        }
        return new LoopbackServer(server, URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort() + "/"));
    }

    private static String whyNot(int port, IOException failed) {
        boolean taken = failed instanceof BindException || failed.getCause() instanceof BindException;
        return taken
                ? "Port " + port + " is in use; choose another with --port."
                : "The sandbox cannot listen on port " + port + ": " + failed.getMessage();
    }

    /** Where it is reached; ends with a slash. */
    public URI address() {
        return address;
    }

    /** What some handlers are made for. */
    public Server jetty() {
        return server;
    }

    /**
     * Begins to answer.
     *
     * @throws IllegalStateException with one plain sentence if it cannot start
     */
    public void serve(Handler handler) {
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception failed) {
            throw new IllegalStateException("The sandbox could not start: " + failed.getMessage(), failed);
        }
    }

    public void stop() throws Exception {
        server.stop();
    }
}
