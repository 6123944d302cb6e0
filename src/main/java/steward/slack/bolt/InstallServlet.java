package steward.slack.bolt;

import com.slack.api.bolt.jakarta_servlet.SlackAppServletAdapter;
import com.slack.api.bolt.request.RequestHeaders;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steward.slack.bolt.requests.MalformedRequest;
import steward.slack.bolt.requests.StrictJson;
import steward.slack.oauth.InstallApp;

/** The pages by which workspaces install Steward: {@value #BEGIN} sends to Slack, and {@value #END} is where Slack sends back. */
final class InstallServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    static final String BEGIN = "/slack/install";
    static final String END = "/slack/oauth_redirect";

    private final transient InstallApp app;
    private final transient SlackAppServletAdapter adapter;

    InstallServlet(InstallApp app) {
        this.app = app;
        this.adapter = new SlackAppServletAdapter(app.config());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestHeaders headers = HttpServer.headers(request);
        HttpServer.write(
                response,
                adapter,
                request.getServletPath().equals(BEGIN)
                        ? app.begin(headers)
                        : app.end(query(request.getQueryString()), headers));
    }

    /** What can't be read was not written by Slack, and says nothing. */
    private static Map<String, String> query(@Nullable String query) {
        try {
            return StrictJson.form(query == null ? "" : query);
        } catch (MalformedRequest e) {
            return Map.of();
        }
    }
}
