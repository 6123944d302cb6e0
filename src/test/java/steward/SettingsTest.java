package steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the environment may say, and the sentence about what it may not. */
class SettingsTest {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String TOKEN = "xoxb-17653672481-19874698323";

    @Test
    void theTwoSecretsAreEnough() {
        Settings settings = Settings.of(with(Map.of()));
        assertThat(settings.slack().port()).isEqualTo(3000);
        assertThat(settings.slack().signingSecret()).isEqualTo(SECRET);
        assertThat(settings.slack().botToken()).isEqualTo(TOKEN);
        assertThat(settings.slack().apiUrl()).isEqualTo(URI.create("https://slack.com/api/"));
        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.store())
                .hasToString(Path.of("data/steward.db").toAbsolutePath().toString());
        assertThat(settings.notation().currency()).isEqualTo(Currency.getInstance("USD"));
        assertThat(settings.notation().locale()).isEmpty();
    }

    @Test
    void everythingCanBeSet() {
        Settings settings = Settings.of(with(Map.of(
                "PORT", "8080",
                "SLACK_API_URL", "http://127.0.0.1:4000/api/",
                "DATA_DIR", "/var/lib/steward",
                "STEWARD_CURRENCY", "EUR",
                "STEWARD_LOCALE", "de-DE")));
        assertThat(settings.slack().port()).isEqualTo(8080);
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
        assertThatExceptionOfType(Unusable.class)
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

    @ParameterizedTest
    @CsvSource({
        "PORT, http",
        "PORT, -1",
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
        "STEWARD_LOCALE, 1234"
    })
    void aMalformedSettingIsNamedWithWhatItSays(String name, String value) {
        assertRefused(with(Map.of(name, value)), name);
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> Settings.of(with(Map.of(name, value))))
                .withMessageContaining("\"" + value + "\"");
    }

    @Test
    void aPathThatCannotBeIsNamed() {
        assertRefused(with(Map.of("DATA_DIR", "data\0")), "DATA_DIR");
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
    }

    private static void assertRefused(Map<String, String> environment, String name) {
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> Settings.of(environment))
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .startsWith(name + " ")
                        .endsWith(".")
                        .doesNotContain("\n")
                        .doesNotContain(SECRET)
                        .doesNotContain(TOKEN));
    }

    /** A sound environment, but for these. */
    private static Map<String, String> with(Map<String, String> others) {
        Map<String, String> environment =
                new HashMap<>(Map.of("SLACK_SIGNING_SECRET", SECRET, "SLACK_BOT_TOKEN", TOKEN));
        environment.putAll(others);
        return environment;
    }
}
