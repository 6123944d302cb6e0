package steward.slack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * An HTTP proxy that leads out of a network where no name outside is known: it tunnels for those who know its password. Behind it, what is
 * outside seems to speak TLS.
 */
public final class TunnelProxy implements AutoCloseable {

    /** What was asked for: the first line of each request. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    private final SSLContext outside;
    private final String login;
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket server;

    /** @param outside what those outside show who they are by */
    public TunnelProxy(String user, String password, SSLContext outside) {
        this.outside = outside;
        login = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Where somebody outside really is. */
    public TunnelProxy leads(String hostAndPort, int localPort) {
        ports.put(hostAndPort, localPort);
        return this;
    }

    private void listen() {
        try {
            while (true) {
                Socket caller = server.accept();
                open.add(caller);
                threads.execute(() -> serve(caller));
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            List<String> head = head(caller.getInputStream());
            asked.add(head.get(0));
            String[] request = head.get(0).split(" ", 3);
            Integer port = ports.get(request[1]);
            if (head.stream().noneMatch(line -> line.equalsIgnoreCase("Proxy-Authorization: " + login))) {
                answer(caller, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"out\"");
            } else if (!request[0].equals("CONNECT") || port == null) {
                answer(caller, "502 Bad Gateway");
            } else {
                try (Socket called = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    open.add(called);
                    answer(caller, "200 Connected");
                    Socket tunnel = outside.getSocketFactory().createSocket(caller, null, true);
                    open.add(tunnel);
                    threads.execute(() -> pass(called, tunnel));
                    pass(tunnel, called);
                }
            }
        } catch (IOException e) {
            // One of the two has gone.
        }
    }

    /** Byte by byte, so that none is taken that is for the other side. */
    private static List<String> head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.append((char) next);
        }
        return head.toString().lines().toList();
    }

    private static void answer(Socket caller, String status) throws IOException {
        OutputStream out = caller.getOutputStream();
        String refused = status.startsWith("200") ? "" : "Content-Length: 0\r\nConnection: close\r\n";
        out.write(("HTTP/1.1 " + status + "\r\n" + refused + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One of the two has gone.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
