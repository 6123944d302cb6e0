package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.rep.Reps;

class ProfilesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final RepId PRIYA = new RepId("T1", "U1");
    private static final RepId OMAR = new RepId("T1", "U2");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private final StubSlack slack = new StubSlack();
    private final MemoryStore store = new MemoryStore();
    private final List<RepId> learnt = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Profiles profiles = new Profiles(
            new Workspaces(slack.api(), Tokens.always("xoxb-1"), thread, new SlackMetrics(new SimpleMeterRegistry())),
            store,
            InstantSource.fixed(NOW),
            thread,
            learnt::add);

    @AfterEach
    void close() {
        thread.shutdownNow();
        slack.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"profile\":{\"real_name\":\"R&amp;D Rao\",\"display_name\":\"d\"},\"tz\":\"UTC\"} | R&D Rao",
                "{\"profile\":{\"display_name\":\"pri\"},\"name\":\"n\",\"tz\":\"UTC\"} | pri",
                "{\"name\":\"n\",\"tz\":\"UTC\"} | n"
            })
    void aRepIsCalledByTheBestNameThereIs(String user, String name) {
        slack.always("users.info", "{\"ok\":true,\"user\":" + user + "}");
        profiles.see(PRIYA);

        await().until(() -> store.known(PRIYA).isPresent());
        assertThat(store.known(PRIYA).map(known -> known.rep().name())).contains(name);
    }

    @Test
    void anOldProfileIsAskedForAgainAndAFreshOneIsNot() {
        slack.always("users.info", "{\"ok\":true,\"user\":{\"name\":\"new\",\"tz\":\"Nowhere/Land\"}}");
        store.save(new Rep(PRIYA, "fresh", CHICAGO), NOW.minus(Duration.ofHours(23)));
        store.save(new Rep(OMAR, "old", CHICAGO), NOW.minus(Duration.ofHours(25)));
        profiles.see(PRIYA);
        profiles.see(OMAR);

        await().until(() -> store.known(OMAR).map(Reps.Known::at).equals(Optional.of(NOW)));
        assertThat(store.known(OMAR).map(Reps.Known::rep)).contains(new Rep(OMAR, "new", CHICAGO));
        assertThat(slack.calls("users.info")).hasSize(1);
        await().until(() -> learnt.equals(List.of(OMAR)));
    }

    @Test
    void aProfileThatCannotBeHadIsAskedForTheNextTime() {
        slack.next("users.info", StubSlack.answer("{\"ok\":false,\"error\":\"user_not_found\"}"));
        slack.always("users.info", "{\"ok\":true,\"user\":{\"name\":\"n\"}}");

        await().until(() -> {
            profiles.see(PRIYA);
            return store.known(PRIYA).isPresent();
        });
        assertThat(store.known(PRIYA).map(known -> known.rep().zone())).contains(ZoneOffset.UTC);
    }
}
