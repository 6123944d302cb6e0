package steward.slack;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** Stands in for the network: whoever extends it says what comes back. */
public abstract class AnsweringInterceptor implements Interceptor {

    /** What Slack sends back. */
    public record Answered(int status, Map<String, String> headers, String body) {}

    /**
     * Answers a call; nothing if its answer is lost.
     *
     * @param path of the address
     */
    protected abstract Optional<Answered> answer(String path, String body);

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Buffer body = new Buffer();
        Objects.requireNonNull(request.body()).writeTo(body);
        Answered answered = answer(request.url().encodedPath(), body.readUtf8())
                .orElseThrow(() -> new IOException("the connection was closed"));
        Response.Builder response = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(answered.status())
                .message("")
                .body(ResponseBody.create(answered.body(), MediaType.get("application/json; charset=utf-8")));
        answered.headers().forEach(response::header);
        return response.build();
    }
}
