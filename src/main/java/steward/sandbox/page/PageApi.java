package steward.sandbox.page;

import com.google.gson.JsonParseException;
import java.time.DateTimeException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import steward.sandbox.http.Http;
import steward.sandbox.http.Json;
import steward.sandbox.workspace.Person;
import steward.sandbox.workspace.Workspace;

/**
 * The page's own endpoints under {@code /sandbox/}: what the person does there, and the stream of what happens.
 *
 * <p>{@code ?as=} says whose page it is.
 */
public final class PageApi extends Handler.Abstract {

    private static final String PATH = "/sandbox/";

    private final Workspace workspace;
    private final PageEndpoints endpoints;
    private final PageUpdates updates;
    private final EventStream stream;

    public PageApi(Workspace workspace, PageEndpoints endpoints, PageUpdates updates, EventStream stream) {
        this.workspace = workspace;
        this.endpoints = endpoints;
        this.updates = updates;
        this.stream = stream;
        updates.tell(stream);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(PATH)) {
            return false;
        }
        String name = path.substring(PATH.length());
        Optional<PageEndpoints.Endpoint> endpoint = endpoints.find(name);
        if (name.equals("stream") && request.getMethod().equals("GET")) {
            stream(viewer(request), response, callback);
        } else if (name.equals("everything") && request.getMethod().equals("GET")) {
            Http.json(response, callback, 200, updates.everything(viewer(request)));
        } else if (endpoint.isPresent() && request.getMethod().equals("POST")) {
            answer(endpoint.get(), request, response, callback);
        } else {
            refuse(response, callback, 404, "There is nothing here.");
        }
        return true;
    }

    private Person viewer(Request request) throws Exception {
        Fields query = Request.extractQueryParameters(request);
        String as = query.getValue("as");
        return workspace.human(as == null ? "" : as);
    }

    private void answer(PageEndpoints.Endpoint endpoint, Request request, Response response, Callback callback)
            throws Exception {
        try {
            Http.json(response, callback, 200, endpoint.done(Json.parseObject(Http.body(request))));
        } catch (JsonParseException unreadable) {
            refuse(response, callback, 400, "That was not JSON.");
        } catch (IllegalArgumentException | DateTimeException refused) {
            refuse(response, callback, 400, String.valueOf(refused.getMessage()));
        }
    }

    private static void refuse(Response response, Callback callback, int status, String why) {
        Http.json(response, callback, status, Json.object("ok", false, "error", why));
    }

    private void stream(Person viewer, Response response, Callback callback) throws Exception {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        stream.follow(Content.Sink.asOutputStream(response), () -> updates.everything(viewer));
        callback.succeeded();
    }
}
