package steward.sandbox.workspace;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import steward.sandbox.http.Json;

/**
 * The secrets that the app and the workspace share: made at random on the first start, kept in the data folder.
 *
 * <p>Random although nothing here is real: any web page open on this machine can send requests to a local port, and
 * must not be able to guess the token.
 */
public record Credentials(String botToken, String signingSecret, String verificationToken, String appToken) {

    public static Credentials in(Path data) {
        Path file = data.resolve("credentials.json");
        try {
            if (Files.exists(file)) {
                JsonObject saved = Json.parseObject(Files.readString(file));
                return new Credentials(
                        Json.string(saved, "bot_token"),
                        Json.string(saved, "signing_secret"),
                        Json.string(saved, "verification_token"),
                        "xapp-sandbox-" + Json.string(saved, "verification_token"));
            }
            Credentials fresh = fresh(new SecureRandom());
            Files.writeString(
                    file,
                    Json.write(Json.object(
                                    "bot_token", fresh.botToken,
                                    "signing_secret", fresh.signingSecret,
                                    "verification_token", fresh.verificationToken))
                            + "\n");
            return fresh;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The same app's in another workspace. */
    public Credentials elsewhere() {
        return new Credentials(
                "xoxb-sandbox-" + hex(new SecureRandom(), 12), signingSecret, verificationToken, appToken);
    }

    /** What the app shows when it asks for tokens. */
    public String clientSecret() {
        return "client-" + verificationToken;
    }

    private static Credentials fresh(SecureRandom random) {
        String verificationToken = hex(random, 12);
        return new Credentials(
                "xoxb-sandbox-" + hex(random, 12),
                hex(random, 16),
                verificationToken,
                "xapp-sandbox-" + verificationToken);
    }

    private static String hex(SecureRandom random, int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
