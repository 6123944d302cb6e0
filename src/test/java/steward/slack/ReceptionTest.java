package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of many workspaces, those that Steward is installed in are served. */
class ReceptionTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    private final List<String> revoked = new ArrayList<>();

    /** Steward is installed in T1 alone; of T3 the store can't say. */
    private final Tokens tokens = new Tokens() {
        @Override
        public Optional<String> of(String team) {
            if (team.equals("T3")) {
                throw new IllegalStateException("the disk is gone");
            }
            return Optional.of("xoxb-1").filter(any -> team.equals("T1"));
        }

        @Override
        public CompletableFuture<Optional<String>> next(String team, String over) {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public void revoked(String team, Instant at) {
            revoked.add(team + " " + at);
        }
    };

    private final StubSlack slack = new StubSlack();
    private final MemoryStore store = new MemoryStore();
    private final Reception reception = reception();

    private Reception reception() {
        InstantSource clock = InstantSource.fixed(NOW);
        Executor never = task -> {};
        SlackMetrics metrics = new SlackMetrics(new SimpleMeterRegistry());
        Workspaces workspaces = new Workspaces(slack.api(), tokens, never, metrics);
        Speaker speaker = new Speaker(workspaces, store, clock, never, (after, task) -> {}, metrics);
        Apologies apologies = new Apologies(workspaces);
        Homes homes =
                new Homes(workspaces, store, store, MemoryStore.conversation(), speaker, clock, (after, task) -> {});
        Turns turns = new Turns(
                store,
                MemoryStore.conversation(),
                store,
                speaker,
                new Modals(workspaces, apologies, () -> "id"),
                new Asides(workspaces, () -> "id"),
                homes,
                new Profiles(workspaces, store, clock, never, homes::refresh),
                clock);
        return new Reception(tokens, turns, apologies, () -> "ref");
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void onlyWhatHappensWhereStewardIsInstalledIsTaken() throws Malformed {
        assertThat(message("T1").status()).isEqualTo(200);
        assertThat(message("T2").status()).isEqualTo(200);
        assertThat(tap("T2").status()).isEqualTo(200);

        assertThat(store.taken).containsExactly("U1 message D1 1772463600.000100");
    }

    @Test
    void whoTypesACommandWhereStewardHasLeftIsTold() throws Malformed {
        Answer answer = reception.command(
                Map.of("team_id", "T2", "user_id", "U1", "trigger_id", "t1", "command", "/plan", "text", "Acme"));

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
    void aWorkspaceThatUninstallsIsLeft(String event) throws Malformed {
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
    void aPersonsTokenIsNoneOfStewards(String event) throws Malformed {
        assertThat(event("T1", event).status()).isEqualTo(200);

        assertThat(revoked).isEmpty();
    }

    private Answer event(String team, String event) throws Malformed {
        JsonObject callback = Strict.json("{\"type\":\"event_callback\",\"team_id\":\"" + team + "\",\"event_time\":"
                + NOW.getEpochSecond() + ",\"event\":" + event + "}");
        return reception.event(callback, false);
    }

    private Answer message(String team) {
        try {
            return reception.event(Strict.json(DoorTest.MESSAGE.replace("\"T1\"", "\"" + team + "\"")), false);
        } catch (Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer tap(String team) throws Malformed {
        return reception.interaction(Strict.json("{\"type\":\"block_actions\",\"team\":{\"id\":\"" + team
                + "\"},\"user\":{\"id\":\"U1\"},\"actions\":["
                + "{\"block_id\":\"p|q|0|1\",\"action_id\":\"0\",\"value\":\"a\",\"action_ts\":\"1.0\"}]}"));
    }
}
