package steward.slack.api;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Keeps OkHttp from sending a request twice, which it would do by itself after a dropped connection and after a 503 with {@code Retry-After:
 * 0}: a message would be posted twice.
 *
 * <p>Tells also whether a failed call was ever sent: {@link NotSentException} if surely not.
 */
final class OneShotInterceptor implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        if (body == null) {
            return chain.proceed(request);
        }
        OneShotBody once = new OneShotBody(body);
        try {
            return chain.proceed(
                    request.newBuilder().method(request.method(), once).build());
        } catch (IOException e) {
            throw once.begun ? e : new NotSentException(e);
        }
    }

    /** The call failed before any of its body was written. */
    static final class NotSentException extends IOException {

        private static final long serialVersionUID = 1;

        private final String name;

        NotSentException(IOException cause) {
            super(cause);
            this.name = cause.getClass().getSimpleName();
        }

        /** What kind of failure it was. */
        @Override
        public String getMessage() {
            return name;
        }
    }

    private static final class OneShotBody extends RequestBody {

        private final RequestBody body;
        private volatile boolean begun;

        OneShotBody(RequestBody body) {
            this.body = body;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            begun = true;
            body.writeTo(sink);
        }
    }
}
