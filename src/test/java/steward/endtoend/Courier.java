package steward.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Brings deliveries to Steward, all signed for one instant. */
record Courier(URI steward, Instant now) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    int status(SignedDelivery delivery) throws IOException, InterruptedException {
        return send(delivery).statusCode();
    }

    HttpResponse<String> send(SignedDelivery delivery) throws IOException, InterruptedException {
        return HTTP.send(delivery.to(steward, now).build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(SignedDelivery delivery) {
        return HTTP.sendAsync(delivery.to(steward, now).build(), BodyHandlers.ofString());
    }

    int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString()).statusCode();
    }
}
