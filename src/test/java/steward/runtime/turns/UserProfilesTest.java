package steward.runtime.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.runtime.sending.SenderFixture.OMAR;
import static steward.runtime.sending.SenderFixture.PRIYA;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.rep.Reps;
import steward.runtime.MemoryChat.Method;
import steward.runtime.MemoryStore;
import steward.runtime.chat.UserProfile;
import steward.runtime.sending.SenderFixture;

class UserProfilesTest {

    private static final Instant NOW = MemoryStore.WRITTEN;
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private final SenderFixture fixture = new SenderFixture();
    private final List<RepId> learnt = new ArrayList<>();
    private final UserProfiles profiles =
            new UserProfiles(fixture.chat, fixture.store, fixture.clock, fixture.executor, learnt::add);

    @Test
    void whoIsNewIsAskedForOnce() {
        fixture.chat.person(PRIYA, new UserProfile("Priya Nair", Optional.of(CHICAGO), false));
        profiles.see(PRIYA);
        profiles.see(PRIYA);
        fixture.settle();

        assertThat(known(PRIYA)).contains(new Rep(PRIYA, "Priya Nair", CHICAGO));
        assertThat(fixture.chat.calls(Method.PROFILE)).hasSize(1);
        assertThat(learnt).containsExactly(PRIYA);
    }

    @Test
    void anOldProfileIsAskedForAgainAndAFreshOneIsNot() {
        fixture.chat.person(OMAR, new UserProfile("new", Optional.empty(), false));
        fixture.store.save(new Rep(PRIYA, "fresh", CHICAGO), NOW.minus(Duration.ofHours(23)));
        fixture.store.save(new Rep(OMAR, "old", CHICAGO), NOW.minus(Duration.ofHours(25)));
        profiles.see(PRIYA);
        profiles.see(OMAR);
        fixture.settle();

        assertThat(fixture.store.known(OMAR).map(Reps.Known::at)).contains(NOW);
        assertThat(known(OMAR)).contains(new Rep(OMAR, "new", CHICAGO));
        assertThat(fixture.chat.calls(Method.PROFILE)).hasSize(1);
        assertThat(learnt).containsExactly(OMAR);
    }

    @Test
    void aProfileThatCannotBeHadIsAskedForTheNextTime() {
        profiles.see(PRIYA);
        fixture.settle();
        assertThat(known(PRIYA)).isEmpty();

        fixture.chat.person(PRIYA, new UserProfile("n", Optional.empty(), false));
        profiles.see(PRIYA);
        fixture.settle();
        assertThat(known(PRIYA).map(Rep::zone)).contains(ZoneOffset.UTC);
    }

    @Test
    void whatTheStoreCannotTakeIsAskedForTheNextTime() {
        fixture.chat.person(PRIYA, new UserProfile("n", Optional.empty(), false));
        fixture.store.profilesFail = true;
        profiles.see(PRIYA);
        fixture.settle();

        fixture.store.profilesFail = false;
        profiles.see(PRIYA);
        fixture.settle();
        assertThat(known(PRIYA)).isPresent();
    }

    @Test
    void whatChangesIsKeptOfRepsAlone() {
        fixture.store.save(new Rep(PRIYA, "Priya", CHICAGO), NOW.minus(Duration.ofHours(1)));
        UserProfile travelling = new UserProfile("Priya Nair", Optional.of(ZoneOffset.UTC), true);
        profiles.changed(PRIYA, travelling);
        profiles.changed(OMAR, travelling);

        assertThat(known(PRIYA)).hasValueSatisfying(rep -> {
            assertThat(rep.zone()).isEqualTo(ZoneOffset.UTC);
            assertThat(rep.gone()).isTrue();
        });
        assertThat(known(OMAR)).isEmpty();
        assertThat(learnt).containsExactly(PRIYA);
    }

    @Test
    void whoIsForgottenWhileTheirProfileIsAskedForStaysSo() {
        fixture.chat.person(PRIYA, new UserProfile("Priya", Optional.empty(), false));
        fixture.store.save(new Rep(PRIYA, "old", CHICAGO), NOW.minus(Duration.ofHours(25)));
        fixture.store.forgetProfilesOnceLookedAt = true;
        profiles.see(PRIYA);
        fixture.settle();

        assertThat(known(PRIYA)).isEmpty();
        assertThat(learnt).isEmpty();
    }

    private Optional<Rep> known(RepId id) {
        return fixture.store.known(id).map(Reps.Known::rep);
    }
}
