package steward.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.slack.oauth.OAuthApp;

/** What the environment may say, and the sentence about what it may not. */
class SettingsTest {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String TOKEN = "xoxb-17653672481-19874698323";

    private static final String CLIENT_SECRET = "b2d3c9a1e5f04477aa";
    private static final String APP_TOKEN = "xapp-1-A111-222-3b4c5d";

    @Test
    void theTwoSecretsAreEnough() {
        Settings settings = Settings.of(with(Map.of()));
        assertThat(settings.slack().host()).isEqualTo("127.0.0.1");
        assertThat(settings.slack().port()).isEqualTo(3000);
        assertThat(settings.metrics()).isEmpty();
        assertThat(settings.slack().signingSecret()).contains(SECRET);
        assertThat(settings.slack().botToken()).contains(TOKEN);
        assertThat(settings.slack().apiUrl()).isEqualTo(URI.create("https://slack.com/api/"));
        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.store())
                .hasToString(Path.of("data/steward.db").toAbsolutePath().toString());
        assertThat(settings.notation().currency()).isEqualTo(Currency.getInstance("USD"));
        assertThat(settings.notation().locale()).isEmpty();
    }

    @Test
    void secretsMayStandInFiles(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        Path token = Files.writeString(folder.resolve("token"), TOKEN);
        Map<String, String> files =
                Map.of("SLACK_SIGNING_SECRET_FILE", secret.toString(), "SLACK_BOT_TOKEN_FILE", token.toString());

        Settings settings = Settings.of(files);
        assertThat(settings.slack().signingSecret()).contains(SECRET);
        assertThat(settings.slack().botToken()).contains(TOKEN);

        assertThat(Settings.complaints(with(files)))
                .containsExactly(
                        "SLACK_SIGNING_SECRET is set, and so is SLACK_SIGNING_SECRET_FILE: set one of the two, not both.",
                        "SLACK_BOT_TOKEN is set, and so is SLACK_BOT_TOKEN_FILE: set one of the two, not both.");
    }

    @Test
    void aProxyIsTakenAsOtherProgramsTakeIt() {
        assertThat(Settings.of(with(Map.of())).slack().proxy()).isEmpty();
        Settings settings = Settings.of(with(Map.of("https_proxy", "proxy:3128", "no_proxy", "slack.com")));
        assertThat(settings.slack().proxy()).hasValueSatisfying(proxy -> {
            assertThat(proxy).hasToString("proxy:3128");
            assertThat(proxy.serves(settings.slack().apiUrl())).isFalse();
        });
        assertThat(Settings.complaints(with(Map.of("HTTPS_PROXY", "https://steward:hush@proxy:3128"))))
                .singleElement()
                .asString()
                .startsWith("HTTPS_PROXY must be")
                .doesNotContain("hush");
    }

    @Test
    void aSecretsFileThatCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
        Path nowhere = folder.resolve("nowhere");
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        assertThat(Settings.complaints(Map.of(
                        "SLACK_SIGNING_SECRET_FILE", nowhere.toString(), "SLACK_CLIENT_SECRET_FILE", empty.toString())))
                .contains(
                        "SLACK_SIGNING_SECRET_FILE " + nowhere
                                + " can't be read: check that it is there, and that Steward may read it.",
                        "SLACK_CLIENT_SECRET_FILE " + empty + " is empty.");
    }

    @Test
    void whatIsWrongAboutDocumentsIsSaid(@TempDir Path folder) throws IOException {
        Path logo = Files.writeString(folder.resolve("logo.gif"), "GIF89a");
        assertThat(Settings.complaints(with(Map.of(
                        "STEWARD_LOGO", logo.toString(),
                        "STEWARD_COLOUR", "bluish",
                        "STEWARD_FONTS", logo.toString()))))
                .containsExactly(
                        "STEWARD_LOGO must be a PNG or SVG file that can be read here; \"" + logo
                                + "\" is neither PNG nor SVG.",
                        "STEWARD_COLOUR must be a colour like #0b5fff, not \"bluish\".",
                        "STEWARD_FONTS must be a folder of fonts (.ttf, .otf), and \"" + logo + "\" is none.");
        assertThat(Settings.of(with(Map.of("STEWARD_COMPANY", " Northside ", "STEWARD_COLOUR", "#0B5FFF")))
                        .brand()
                        .company())
                .isEqualTo("Northside");
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> Settings.of(Map.of("PORT", "many")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContainingAll("PORT must", "SLACK_SIGNING_SECRET is not set", "SLACK_BOT_TOKEN is not set")
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).as("on one line").hasLineCount(1));
    }

    @Test
    void everythingCanBeSet() {
        Settings settings = Settings.of(with(Map.of(
                "HOST", "0.0.0.0",
                "PORT", "8080",
                "METRICS_HOST", "::1",
                "METRICS_PORT", "9090",
                "SLACK_API_URL", "http://127.0.0.1:4000/api/",
                "DATA_DIR", "/var/lib/steward",
                "STEWARD_CURRENCY", "EUR",
                "STEWARD_LOCALE", "de-DE")));
        assertThat(settings.slack().host()).isEqualTo("0.0.0.0");
        assertThat(settings.slack().port()).isEqualTo(8080);
        assertThat(settings.metrics()).contains(InetSocketAddress.createUnresolved("::1", 9090));
        assertThat(settings.slack().apiUrl()).isEqualTo(URI.create("http://127.0.0.1:4000/api/"));
        assertThat(settings.data()).isEqualTo(Path.of("/var/lib/steward"));
        assertThat(settings.notation().currency()).isEqualTo(Currency.getInstance("EUR"));
        assertThat(settings.notation().locale()).contains(Locale.GERMANY);
    }

    @Test
    void theStoreMayBeAPostgresqlDatabase() {
        Settings settings = Settings.of(
                with(Map.of("DATABASE_URL", "jdbc:postgresql://db.example.com/steward?user=steward&password=s3cret")));
        assertThat(settings.store()).hasToString("postgresql://db.example.com/steward");
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://steward:s3cret@localhost/steward",
                "jdbc:postgresql://steward:s3cret@localhost/steward",
                "jdbc:postgresql://localhost:port/steward?password=s3cret",
                "jdbc:mysql://localhost/steward?password=s3cret"
            })
    void aDatabaseThatCannotBeIsNotRepeatedForThePasswordInIt(String url) {
        assertRefused(with(Map.of("DATABASE_URL", url)), "DATABASE_URL");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> Settings.of(with(Map.of("DATABASE_URL", url))))
                .withMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SLACK_SIGNING_SECRET", "SLACK_BOT_TOKEN"})
    void aSecretThatIsMissingOrBlankIsNamed(String name) {
        Map<String, String> missing = with(Map.of());
        missing.remove(name);
        assertRefused(missing, name);
        assertRefused(with(Map.of(name, " ")), name);
    }

    @Test
    void anAppThatWorkspacesInstallTakesThePlaceOfAToken() {
        Settings settings = Settings.of(installable(Map.of("PUBLIC_URL", "https://steward.example.com/team/")));
        OAuthApp app = settings.slack().app().orElseThrow();
        assertThat(app.clientId()).isEqualTo("123.456");
        assertThat(app.clientSecret()).isEqualTo(CLIENT_SECRET);
        assertThat(app.publicUrl()).isEqualTo(URI.create("https://steward.example.com/team"));
        assertThat(app.scopes()).contains("chat:write");
        assertThat(settings.slack().botToken()).isEmpty();
        assertThat(settings.keyFile()).isEqualTo(Path.of("data", "key"));
        assertThat(Settings.of(installable(Map.of("STEWARD_KEY_FILE", "/run/secrets/steward")))
                        .keyFile())
                .isEqualTo(Path.of("/run/secrets/steward"));
        assertThat(Settings.of(installable(Map.of("PUBLIC_URL", "http://127.0.0.1:8080")))
                        .slack()
                        .app())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "PUBLIC_URL", "SLACK_SIGNING_SECRET"})
    void whatAnAppToInstallNeedsIsNamed(String name) {
        assertRefused(installable(Map.of(name, "")), name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "steward.example.com",
                "http://steward.example.com",
                "ftp://localhost",
                "https://steward.example.com/?a=b",
                "https://"
            })
    void anAddressThatBrowsersCannotUseIsNamed(String url) {
        assertRefused(installable(Map.of("PUBLIC_URL", url)), "PUBLIC_URL");
    }

    @Test
    void aTokenAndAnAppToInstallAreRefusedTogether() {
        assertRefused(installable(Map.of("SLACK_BOT_TOKEN", TOKEN)), "SLACK_BOT_TOKEN");
    }

    @Test
    void socketModeTakesThePlaceOfTheSigningSecret() {
        Settings settings = Settings.of(with(Map.of("SLACK_APP_TOKEN", APP_TOKEN, "SLACK_SIGNING_SECRET", "")));
        assertThat(settings.slack().appToken()).contains(APP_TOKEN);
        assertThat(settings.slack().signingSecret()).isEmpty();
        assertRefused(with(Map.of("SLACK_APP_TOKEN", TOKEN)), "SLACK_APP_TOKEN");
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, http",
        "PORT, -1",
        "HOST, http://127.0.0.1",
        "HOST, 127.0.0.1/24",
        "METRICS_HOST, every one",
        "PORT, 65536",
        "PORT, 99999999999",
        "SLACK_API_URL, slack.com/api/",
        "SLACK_API_URL, https://slack.com/api",
        "SLACK_API_URL, https://slack.com/",
        "SLACK_API_URL, ftp://slack.com/api/",
        "SLACK_API_URL, https://slack.com:port/api/",
        "SLACK_API_URL, https://sl%ack.com/api/",
        "SLACK_API_URL, https://[slack/api/",
        "STEWARD_CURRENCY, dollars",
        "STEWARD_CURRENCY, usd",
        "STEWARD_LOCALE, en_GB",
        "STEWARD_LOCALE, 1234",
        "STEWARD_LOCALE, german",
        "STEWARD_LOCALE, xx",
        "STEWARD_LOCALE, en-UK"
    })
    void aMalformedSettingIsNamedWithWhatItSays(String name, String value) {
        assertRefused(with(Map.of(name, value)), name);
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> Settings.of(with(Map.of(name, value))))
                .withMessageContaining("\"" + value + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en-GB", "pt-BR", "es-419", "zh-Hant-TW", "fil-PH", "en-DE"})
    void anyLocaleThatJavaKnowsIsTaken(String tag) {
        assertThat(Settings.of(with(Map.of("STEWARD_LOCALE", tag))).notation().locale())
                .contains(Locale.forLanguageTag(tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "xoxp-1", "xapp-1", "xoxb-1 2", "xoxb-1\n2", "xoxe.xoxp-1", "Bearer xoxb-1"})
    void aBotTokenOfAnotherKindIsNamedAndNotRepeated(String token) {
        assertRefused(with(Map.of("SLACK_BOT_TOKEN", token)), "SLACK_BOT_TOKEN");
        assertThat(Settings.complaints(with(Map.of("SLACK_BOT_TOKEN", token))))
                .singleElement()
                .asString()
                .contains("begins with xoxb-")
                .doesNotContain(" " + token + " ");
    }

    @Test
    void aBotTokenThatSlackRenewsIsTaken() {
        Settings settings = Settings.of(with(Map.of("SLACK_BOT_TOKEN", "xoxe.xoxb-1-abc")));
        assertThat(settings.slack().botToken()).contains("xoxe.xoxb-1-abc");
    }

    @Test
    void everythingThatIsWrongIsComplainedOfOnce() {
        Map<String, String> wrong = with(Map.of(
                "PORT", "http",
                "METRICS_PORT", "0x1",
                "LOG_FORMAT", "xml",
                "SLACK_API_URL", "slack.com",
                "SLACK_BOT_TOKEN", "foo",
                "DATA_DIR", "data\0",
                "STEWARD_CURRENCY", "dollars",
                "STEWARD_LOCALE", "german"));
        wrong.remove("SLACK_SIGNING_SECRET");
        assertThat(Settings.complaints(wrong))
                .extracting(complaint -> complaint.replaceFirst(" .*", ""))
                .containsExactlyInAnyOrder(
                        "PORT",
                        "METRICS_PORT",
                        "LOG_FORMAT",
                        "SLACK_API_URL",
                        "SLACK_SIGNING_SECRET",
                        "SLACK_BOT_TOKEN",
                        "DATA_DIR",
                        "STEWARD_CURRENCY",
                        "STEWARD_LOCALE");
        assertThat(Settings.complaints(installable(Map.of("SLACK_CLIENT_SECRET", "", "PUBLIC_URL", ""))))
                .extracting(complaint -> complaint.replaceFirst(" .*", ""))
                .containsExactlyInAnyOrder("SLACK_CLIENT_SECRET", "PUBLIC_URL");
        assertThat(Settings.complaints(with(Map.of()))).isEmpty();
    }

    @Test
    void aPathThatCannotBeIsNamed() {
        assertRefused(with(Map.of("DATA_DIR", "data\0")), "DATA_DIR");
        assertRefused(with(Map.of("STEWARD_KEY_FILE", "key\0")), "STEWARD_KEY_FILE");
    }

    @Test
    void whatIsBlankCountsAsNotSet() {
        assertThat(Settings.of(with(Map.of("PORT", " ", "DATABASE_URL", " ", "STEWARD_CURRENCY", ""))))
                .usingRecursiveComparison()
                .isEqualTo(Settings.of(with(Map.of())));
    }

    @Test
    void theSecretsAreNotPartOfItsText() {
        assertThat(Settings.of(with(Map.of())).toString())
                .doesNotContain(SECRET)
                .doesNotContain(TOKEN)
                .contains("3000");
        assertThat(Settings.of(installable(Map.of("SLACK_APP_TOKEN", APP_TOKEN)))
                        .toString())
                .doesNotContain(CLIENT_SECRET)
                .doesNotContain(APP_TOKEN)
                .contains("123.456");
    }

    private static void assertRefused(Map<String, String> environment, String name) {
        assertThat(Settings.complaints(environment)).anyMatch(complaint -> complaint.startsWith(name + " "));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> Settings.of(environment))
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .startsWith(name + " ")
                        .endsWith(".")
                        .doesNotContain("\n")
                        .doesNotContain(SECRET)
                        .doesNotContain(TOKEN)
                        .doesNotContain(CLIENT_SECRET));
    }

    /** A sound environment, but for these. */
    private static Map<String, String> with(Map<String, String> others) {
        Map<String, String> environment =
                new HashMap<>(Map.of("SLACK_SIGNING_SECRET", SECRET, "SLACK_BOT_TOKEN", TOKEN));
        environment.putAll(others);
        return environment;
    }

    /** A sound environment for an app that workspaces install, but for these. */
    private static Map<String, String> installable(Map<String, String> others) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SLACK_SIGNING_SECRET",
                SECRET,
                "SLACK_CLIENT_ID",
                "123.456",
                "SLACK_CLIENT_SECRET",
                CLIENT_SECRET,
                "PUBLIC_URL",
                "https://steward.example.com"));
        environment.putAll(others);
        return environment;
    }
}
