package steward.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.encryption.EncryptedInstallations;
import steward.encryption.KeyFile;
import steward.encryption.TokenCipher;
import steward.rep.Installation;
import steward.rep.SingleUse;
import steward.sandbox.Sandbox;
import steward.sandbox.workspace.InstalledApp;
import steward.sandbox.workspace.SandboxClock;
import steward.settings.Manifest;
import steward.slack.StubSlack;
import steward.store.Store;

/** What the doctor finds, with the pretend Slack in place of the real one. */
class DoctorTest {

    private static final Instant INSTALLED = Instant.parse("2026-03-02T15:00:00Z");
    private static final String SIGNING_SECRET = "signing-secret-of-the-tests";

    @TempDir
    Path folder;

    private Sandbox slack;
    private Map<String, String> environment;

    @BeforeEach
    void open() {
        serve(Set.of());
    }

    private void serve(Set<String> withoutScopes) {
        InstalledApp app = Manifest.read().installed();
        Set<String> scopes = new HashSet<>(app.scopes());
        scopes.removeAll(withoutScopes);
        Path data = folder.resolve("slack" + withoutScopes.size());
        slack = Sandbox.start(
                0,
                data,
                new SandboxClock(InstantSource.system(), data),
                new InstalledApp(
                        app.name(),
                        scopes,
                        app.events(),
                        app.commands(),
                        app.homeTab(),
                        app.messagesTab(),
                        app.socketMode()));
        environment = new HashMap<>(Map.of(
                "SLACK_SIGNING_SECRET", SIGNING_SECRET,
                "SLACK_BOT_TOKEN", slack.botToken(),
                "SLACK_API_URL", slack.api().toString(),
                "DATA_DIR", folder.resolve("data").toString()));
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void allIsWellBeforeTheFirstStartAndNothingIsMade() {
        assertThat(findings())
                .allSatisfy(finding ->
                        assertThat(finding.isWell()).as(finding.line()).isTrue());
        assertThat(findings())
                .extracting(Finding::about)
                .containsExactly(
                        "settings", "Slack", "SLACK_BOT_TOKEN", "scopes", "clock", "database", "letters", "time zones");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aStoreThatIsThereIsLookedAtWhileItIsInUse() {
        try (Store store = Store.sqlite(folder.resolve("data/steward.db"))) {
            assertThat(store.isReady()).isTrue();
            assertThat(words("database")).endsWith("steward.db is whole, 0 plans");
        }
    }

    @Test
    void aDamagedStoreIsNamed() throws Exception {
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("data/steward.db"), "This is no database, and never was one.".repeat(9));
        assertThat(wrong("database")).contains("steward.db").contains("not a SQLite database");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamedWithoutItsPassword() {
        environment.put("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/steward?user=steward&password=hush");
        assertThat(wrong("database")).contains("nobody answers there").doesNotContain("hush");
    }

    @Test
    void aDatabaseThatCannotBeIsNamedOnce() {
        environment.put("DATABASE_URL", "mysql://steward:hush@db/steward");
        assertThat(findings())
                .filteredOn(finding -> finding.line().contains("DATABASE_URL"))
                .singleElement()
                .matches(Finding::isWrong)
                .extracting(Finding::line)
                .asString()
                .doesNotContain("hush");
        assertThat(of(findings(), "database").line()).startsWith("?      database: not known");
    }

    @Test
    void everyWrongSettingIsNamedAndWhatCanBeSeenIsLookedAt() {
        environment.remove("SLACK_SIGNING_SECRET");
        environment.putAll(Map.of("SLACK_BOT_TOKEN", "hush", "PORT", "http"));
        assertThat(findings())
                .extracting(Finding::about)
                .containsExactly(
                        "settings", "settings", "settings", "Slack", "clock", "database", "letters", "time zones");
        assertThat(findings())
                .filteredOn(finding -> finding.about().equals("settings"))
                .allMatch(Finding::isWrong)
                .noneMatch(finding -> finding.line().contains("hush"))
                .extracting(finding -> finding.words().replaceFirst(" .*", ""))
                .containsExactly("PORT", "SLACK_SIGNING_SECRET", "SLACK_BOT_TOKEN");
        environment.put("SLACK_API_URL", "slack.com");
        assertThat(of(findings(), "clock").line()).startsWith("?      clock: not known");
    }

    @Test
    void aMissingSettingIsNamed() {
        environment.remove("SLACK_SIGNING_SECRET");
        assertThat(wrong("settings")).contains("SLACK_SIGNING_SECRET is not set");
        assertThat(words("database")).endsWith("is made at the first start");
    }

    @Test
    void aTokenThatSlackRefusesIsNamedAndNotRepeated() {
        environment.put("SLACK_BOT_TOKEN", "xoxb-of-another-app");
        assertThat(wrong("SLACK_BOT_TOKEN")).contains("invalid_auth").contains("OAuth & Permissions");
        assertThat(findings())
                .allSatisfy(finding -> assertThat(finding.line())
                        .doesNotContain("xoxb-of-another-app")
                        .doesNotContain(SIGNING_SECRET));
    }

    @Test
    void missingScopesAreNamed() {
        slack.close();
        serve(Set.of("im:write", "users:read"));
        assertThat(wrong("scopes")).contains("im:write").contains("users:read").contains("install the app again");
    }

    @Test
    void slackOutOfReachIsNamed() {
        environment.put("SLACK_API_URL", "http://127.0.0.1:1/api/");
        assertThat(wrong("Slack")).contains("nobody answers at http://127.0.0.1:1/api/");
        assertThat(of(findings(), "clock").line()).startsWith("?      clock: not known");
    }

    @Test
    void anAppTokenIsTried() {
        environment.put("SLACK_APP_TOKEN", "xapp-wrong");
        assertThat(wrong("SLACK_APP_TOKEN")).contains("connections:write");
    }

    @Test
    void anAddressThatLeadsNowhereIsNamed() {
        environment.remove("SLACK_BOT_TOKEN");
        environment.putAll(
                Map.of("SLACK_CLIENT_ID", "1.2", "SLACK_CLIENT_SECRET", "hush", "PUBLIC_URL", "http://127.0.0.1:1"));
        assertThat(wrong("PUBLIC_URL")).contains("http://127.0.0.1:1/healthz does not answer");
    }

    // ── Workspaces that have installed it ──

    @Test
    void beforeAnybodyInstallsItWhereToGoIsSaid() {
        installable();

        assertThat(words("installations")).isEqualTo("none yet; send people to http://127.0.0.1:1/slack/install");
    }

    @Test
    void eachWorkspaceThatInstalledItIsNamedAndItsTokenTried() {
        installable();
        install("T1", false, "North", slack.botToken(), Optional.empty());
        install("T2", false, "South", "xoxb-gone", Optional.empty());
        install("E1", true, "Globex", slack.botToken(), Optional.empty());

        assertThat(words("workspace North (T1)")).isEqualTo("installed on 2026-03-02, and Slack takes its token");
        assertThat(words("organization Globex (E1)")).startsWith("installed on 2026-03-02");
        assertThat(wrong("workspace South (T2)"))
                .isEqualTo(
                        "installed on 2026-03-02; Slack refuses its token (invalid_auth): install Steward there again,"
                                + " at http://127.0.0.1:1/slack/install");
        assertThat(findings()).noneMatch(finding -> finding.line().contains("xoxb"));
    }

    @Test
    void aTokenThatEndedIsGotAnewByServing() {
        installable();
        try (StubSlack stub = new StubSlack()
                .always("api.test", "{\"ok\":true}")
                .always("auth.test", "{\"ok\":false,\"error\":\"token_expired\"}")) {
            environment.put("SLACK_API_URL", stub.api().toString());
            install("T1", false, "North", "xoxe.xoxb-1", Optional.of(new Installation.Renewal("xoxe-1", INSTALLED)));

            assertThat(wrong("workspace North (T1)"))
                    .contains("ended on 2026-03-02", "gets the next one while it serves");
        }
    }

    @Test
    void withSlackOutOfReachNobodyIsAskedAboutTokens() {
        installable();
        install("T1", false, "North", "xoxb-1", Optional.empty());
        environment.put("SLACK_API_URL", "http://127.0.0.1:1/api/");

        assertThat(words("workspace North (T1)")).contains("installed on 2026-03-02", "run this again");
    }

    @Test
    void aKeyThatOpensNothingIsSaidOnce() throws Exception {
        installable();
        install("T1", false, "North", "xoxb-1", Optional.empty());
        Files.delete(folder.resolve("data/key"));

        assertThat(wrong("key file")).contains("is not there");
        assertThat(words("installations")).contains("not known until the key");
    }

    private void installable() {
        environment.remove("SLACK_BOT_TOKEN");
        environment.putAll(
                Map.of("SLACK_CLIENT_ID", "1.2", "SLACK_CLIENT_SECRET", "hush", "PUBLIC_URL", "http://127.0.0.1:1"));
    }

    private void install(
            String team, boolean organization, String name, String token, Optional<Installation.Renewal> renewal) {
        try (Store store = Store.sqlite(folder.resolve("data/steward.db"))) {
            TokenCipher cipher = new TokenCipher(KeyFile.open(folder.resolve("data/key")));
            new EncryptedInstallations(store.installations(), cipher)
                    .install(
                            new Installation(team, organization, name, "A1", token, renewal, 0),
                            new SingleUse("state of " + team, INSTALLED),
                            INSTALLED);
        }
    }

    @Test
    void aClockThatIsOffIsNamed() {
        InstantSource ahead = () -> Instant.now().plusSeconds(7 * 60);
        assertThat(of(new Doctor(environment, ahead).findings(), "clock"))
                .matches(Finding::isWrong)
                .extracting(Finding::words)
                .asString()
                .contains("minutes ahead");
    }

    @Test
    void timeZonesOfLongAgoAreNamed() {
        InstantSource inTenYears = () -> Instant.now().plusSeconds(10L * 366 * 24 * 60 * 60);
        assertThat(of(new Doctor(environment, inTenYears).findings(), "time zones"))
                .matches(Finding::isWrong);
    }

    private List<Finding> findings() {
        return new Doctor(environment, InstantSource.system()).findings();
    }

    private String words(String about) {
        return of(findings(), about).words();
    }

    private String wrong(String about) {
        Finding finding = of(findings(), about);
        assertThat(finding.isWrong()).as(finding.line()).isTrue();
        return finding.words();
    }

    private static Finding of(List<Finding> findings, String about) {
        return findings.stream()
                .filter(finding -> finding.about().equals(about))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing about " + about + " in " + findings));
    }
}
