package steward.bench.peers;

import com.slack.api.app_backend.SlackSignature;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import steward.cli.InProcess;

/** The least that a Java program can do with a delivery: check its signature and answer 200. It posts nothing. */
public final class BareJetty extends Handler.Abstract {

    private final SlackSignature.Verifier verifier =
            new SlackSignature.Verifier(new SlackSignature.Generator(InProcess.SIGNING_SECRET));

    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new BareJetty());
        server.start();
        System.out.println("listens on port " + connector.getLocalPort());
        server.join();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String body = Content.Source.asString(request, StandardCharsets.UTF_8);
        boolean isSlacks = verifier.isValid(
                request.getHeaders().get("X-Slack-Request-Timestamp"),
                body,
                request.getHeaders().get("X-Slack-Signature"));
        response.setStatus(isSlacks ? 200 : 401);
        response.write(true, ByteBuffer.allocate(0), callback);
        return true;
    }
}
