package steward.slack.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.rep.Installation;
import steward.slack.StubSlack;
import steward.slack.api.SlackCalls;
import steward.slack.api.SlackClient;
import steward.slack.api.SlackMetrics;
import steward.slack.api.Tokens;
import steward.slack.api.WorkspaceCalls;
import steward.slack.blocks.JsonFields;

/** In which workspace somebody is of whom Slack says only the organization. */
class HomeWorkspacesTest {

    private final StubSlack slack = new StubSlack();
    private final MemoryInstallations store = new MemoryInstallations();
    private final HomeWorkspaces homes = new HomeWorkspaces(
            store,
            new WorkspaceCalls(
                    new SlackCalls(
                            SlackClient.over(slack.api(), 1), slack.api(), new SlackMetrics(new SimpleMeterRegistry())),
                    Tokens.always("xoxb-org")),
            InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z")));

    @BeforeEach
    void install() {
        store.install(new Installation("E1", true, "Globex", "A1", "xoxb-org", Optional.empty(), 0));
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"team_id\":\"T1\"",
                "\"team_id\":\"E1\",\"profile\":{\"team\":\"T1\"}",
                "\"team_id\":null,\"enterprise_user\":{\"id\":\"U1\",\"teams\":[\"T1\",\"T2\"]}"
            })
    void slackIsAskedForTheProfile(String user) {
        slack.always("users.info", "{\"ok\":true,\"user\":{\"id\":\"U1\"," + user + "}}");

        assertThat(homes.of("E1", "U1", "")).contains("T1");

        assertThat(JsonFields.text(slack.calls("users.info").get(0).body(), "user"))
                .isEqualTo("U1");
        assertThat(store.find("T1").map(Installation::team)).as("its workspace").contains("E1");
    }

    @Test
    void slackIsNotAskedForWhatItHasSaid() {
        assertThat(homes.of("E1", "U1", "T1")).contains("T1");

        assertThat(slack.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ok\":true,\"user\":{\"id\":\"U1\"}}", "{\"ok\":false,\"error\":\"user_not_found\"}"})
    void whereSlackDoesNotSayNobodyKnows(String answer) {
        slack.always("users.info", answer);

        assertThat(homes.of("E1", "U1", "")).isEmpty();
    }

    @Test
    void aWorkspaceIsKeptOnceAndAgainWhereItChanges() {
        homes.belongs("T1", "E1");
        homes.belongs("T1", "E1");
        assertThat(store.find("T1")).isPresent();
        assertThat(store.belonged).isOne();

        homes.belongs("T1", "E2");
        assertThat(store.find("T1")).isEmpty();
    }
}
