package steward.slack.bolt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.runtime.MemoryStore;
import steward.slack.api.Tokens;
import steward.slack.bolt.Deliverer.Answer;

/** Of many workspaces, those that Steward is installed in are served. */
class HandlersTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    private final List<String> revoked = new ArrayList<>();

    /** Steward is installed in T1 and in the organization E1 alone; of T3 the store can't say. */
    private final Tokens tokens = new Tokens() {
        @Override
        public Optional<String> of(String team) {
            if (team.equals("T3")) {
                throw new IllegalStateException("the disk is gone");
            }
            return Optional.of("xoxb-1").filter(any -> List.of("T1", "E1").contains(team));
        }

        @Override
        public Optional<String> next(String team, String over) {
            return Optional.empty();
        }

        @Override
        public void revoked(String team, Instant at) {
            revoked.add(team + " " + at);
        }
    };

    private final MemoryStore store = new MemoryStore();
    private final Deliverer slack = Deliverer.toQuiet(store, tokens, InstantSource.fixed(NOW));

    @Test
    void onlyWhatHappensWhereStewardIsInstalledIsTaken() {
        assertThat(message("T1").status()).isEqualTo(200);
        assertThat(message("T2").status()).isEqualTo(200);
        assertThat(tap("T2").status()).isEqualTo(200);

        assertThat(store.taken).containsExactly("U1 message D1 1772463600.000100");
    }

    @Test
    void whoTypesACommandWhereStewardHasLeftIsTold() {
        Answer answer = slack.deliver(
                "application/x-www-form-urlencoded", "team_id=T2&user_id=U1&trigger_id=t1&command=%2Fplan&text=Acme");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("isn't installed in this workspace any more");
        assertThat(store.taken).isEmpty();
    }

    /** It may be installed: Slack is asked to deliver that again, and nothing is lost. */
    @Test
    void whatComesWhileTheStoreCannotSayIsAskedForAgain() {
        assertThat(message("T3").status()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"app_uninstalled\"}",
                "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[],\"bot\":[\"U9\"]}}"
            })
    void aWorkspaceThatUninstallsIsLeft(String event) {
        assertThat(event("T1", event).status()).isEqualTo(200);

        assertThat(revoked).containsExactly("T1 2026-03-02T15:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[\"U9\"],\"bot\":[]}}",
                "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[\"U9\"]}}",
                "{\"type\":\"tokens_revoked\"}"
            })
    void aPersonsTokenIsNoneOfStewards(String event) {
        assertThat(event("T1", event).status()).isEqualTo(200);

        assertThat(revoked).isEmpty();
    }

    // ── Where Slack says the organization alone ──

    @Test
    void whatSaysNoWorkspaceIsOfThatOfTheProfile() {
        assertThat(organizations("\"team\":\"T1\",").status()).isEqualTo(200);
        assertThat(tapInOrganization("\"team_id\":\"T1\",").status()).isEqualTo(200);

        assertThat(store.taken).hasSize(2).allMatch(taken -> taken.startsWith("U1 "));
    }

    /** Slack, which would know, is away. */
    @Test
    void whatSaysNoWorkspaceAtAllIsAnsweredAndAskedForAgain() {
        Answer command = slack.deliver(
                "application/x-www-form-urlencoded",
                "enterprise_id=E1&is_enterprise_install=true&user_id=U1&trigger_id=t1&command=%2Fplan&text=Acme");

        assertThat(command.status()).isEqualTo(200);
        assertThat(command.body()).contains("in which workspace you are");
        assertThat(organizations("").status()).isEqualTo(503);
        assertThat(tapInOrganization("").status()).isEqualTo(200);
        assertThat(store.taken).isEmpty();
    }

    @Test
    void whoTypesACommandInAnOrganizationThatHasNotInstalledItIsTold() {
        Answer command = slack.deliver(
                "application/x-www-form-urlencoded",
                "enterprise_id=E2&user_id=U1&trigger_id=t1&command=%2Fplan&text=Acme");

        assertThat(command.status()).isEqualTo(200);
        assertThat(command.body()).contains("isn't installed");
    }

    /** What Steward says itself comes back as an event of nobody's: no profile is asked for. */
    @Test
    void whatAnAppSaysInAnOrganizationIsTaken() {
        assertThat(organizations("\"bot_id\":\"B1\",").status()).isEqualTo(200);
        assertThat(store.taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"team_id\":null,\"enterprise_id\":\"E1\"",
                "\"team_id\":\"E1\"",
                "\"team_id\":\"T1\",\"enterprise_id\":\"E1\",\"authorizations\":"
                        + "[{\"enterprise_id\":\"E1\",\"team_id\":\"T1\",\"is_enterprise_install\":true}]"
            })
    void anOrganizationThatUninstallsIsLeft(String where) {
        Answer answer = slack.deliver(
                "application/json",
                "{\"type\":\"event_callback\"," + where + ",\"event_time\":" + NOW.getEpochSecond()
                        + ",\"event\":{\"type\":\"app_uninstalled\"}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(revoked).containsExactly("E1 2026-03-02T15:00:00Z");
    }

    private Answer organizations(String more) {
        return slack.deliver(
                "application/json",
                EventsServletTest.MESSAGE
                        .replace("\"team_id\":\"T1\"", "\"team_id\":null,\"enterprise_id\":\"E1\"")
                        .replace("\"event\":{", "\"event\":{" + more));
    }

    private Answer tapInOrganization(String more) {
        return slack.deliver(
                "application/x-www-form-urlencoded",
                "payload="
                        + URLEncoder.encode(
                                "{\"type\":\"block_actions\",\"team\":null,\"enterprise\":{\"id\":\"E1\"},\"user\":{"
                                        + more + "\"id\":\"U1\"},\"actions\":[{\"block_id\":\"p|q|0|1\","
                                        + "\"action_id\":\"0\",\"value\":\"a\",\"action_ts\":\"1.0\"}]}",
                                StandardCharsets.UTF_8));
    }

    private Answer event(String team, String event) {
        return slack.deliver(
                "application/json",
                "{\"type\":\"event_callback\",\"team_id\":\"" + team + "\",\"event_time\":" + NOW.getEpochSecond()
                        + ",\"event\":" + event + "}");
    }

    private Answer message(String team) {
        return slack.deliver("application/json", EventsServletTest.MESSAGE.replace("\"T1\"", "\"" + team + "\""));
    }

    private Answer tap(String team) {
        return slack.deliver(
                "application/x-www-form-urlencoded",
                "payload="
                        + URLEncoder.encode(
                                "{\"type\":\"block_actions\",\"team\":{\"id\":\"" + team
                                        + "\"},\"user\":{\"id\":\"U1\"},\"actions\":[{\"block_id\":\"p|q|0|1\","
                                        + "\"action_id\":\"0\",\"value\":\"a\",\"action_ts\":\"1.0\"}]}",
                                StandardCharsets.UTF_8));
    }
}
