package steward.sandbox;

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

/**
 * The page's own endpoints under {@code /sandbox/}: what the person does there, and the stream of what happens.
 *
 * <p>{@code ?as=} says whose page it is.
 */
final class PageApi extends Handler.Abstract {

    private static final String PATH = "/sandbox/";

    private final Workspace workspace;
    private final PageDeeds deeds;
    private final PageNews news;
    private final Feed feed;

    PageApi(Workspace workspace, PageDeeds deeds, PageNews news, Feed feed) {
        this.workspace = workspace;
        this.deeds = deeds;
        this.news = news;
        this.feed = feed;
        news.tell(feed);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(PATH)) {
            return false;
        }
        String name = path.substring(PATH.length());
        Optional<PageDeeds.Deed> deed = deeds.find(name);
        if (name.equals("stream") && request.getMethod().equals("GET")) {
            stream(viewer(request), response, callback);
        } else if (name.equals("everything") && request.getMethod().equals("GET")) {
            Http.json(response, callback, 200, news.everything(viewer(request)));
        } else if (deed.isPresent() && request.getMethod().equals("POST")) {
            answer(deed.get(), request, response, callback);
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

    private void answer(PageDeeds.Deed deed, Request request, Response response, Callback callback) throws Exception {
        try {
            Http.json(response, callback, 200, deed.done(Json.parseObject(Http.body(request))));
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
        feed.follow(Content.Sink.asOutputStream(response), () -> news.everything(viewer));
        callback.succeeded();
    }
}
