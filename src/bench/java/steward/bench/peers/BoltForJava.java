package steward.bench.peers;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import com.slack.api.model.event.MessageEvent;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import steward.cli.InProcess;

/** Bolt for Java as its guide has it: acknowledges a message, and posts the same words. It keeps nothing. */
public final class BoltForJava {

    private BoltForJava() {}

    public static void main(String[] arguments) throws Exception {
        SlackConfig slack = new SlackConfig();
        slack.setMethodsEndpointUrlPrefix(arguments[0]);
        App app = new App(AppConfig.builder()
                .slack(Slack.getInstance(slack))
                .signingSecret(InProcess.SIGNING_SECRET)
                .singleTeamBotToken(InProcess.BOT_TOKEN)
                .build());
        app.event(MessageEvent.class, (payload, context) -> {
            context.say(payload.getEvent().getText());
            return context.ack();
        });
        app.command("/roti", (request, context) -> context.ack("Your time is worth most at Acme Glass."));
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler handler = new ServletContextHandler();
        handler.addServlet(new SlackAppServlet(app), "/slack/events");
        server.setHandler(handler);
        server.start();
        System.out.println("listens on port " + connector.getLocalPort());
        server.join();
    }
}
