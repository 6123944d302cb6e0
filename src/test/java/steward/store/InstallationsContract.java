package steward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import steward.conversation.session.NudgeMessage;
import steward.message.About;
import steward.message.Intent;
import steward.message.Purpose;
import steward.nudges.NudgeKind;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.PlanId;
import steward.rep.CalendarKey;
import steward.rep.Installation;
import steward.rep.Installations;
import steward.rep.Preferences;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.rep.SingleUse;

/** What every store must do so that workspaces come and go, each with its own, and nothing of one that is gone stays. */
abstract class InstallationsContract extends StoreFixture {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant EVENING = MONDAY.plus(Duration.ofHours(12));
    private static final Instant A_MONTH_LATER = TUESDAY.plus(Duration.ofDays(30));
    private static final List<String> TABLES =
            List.of("rep", "plan", "delivery", "entry", "intent", "nudge", "personal_data_request", "installation");

    private int installs;

    // ── Installed, and installed anew ────────────────────────────────────────────────────────────────────

    @Test
    void anInstallationIsKeptAsItIs() {
        assertThat(installations().find("T1")).isEmpty();
        assertThat(installations().any()).isEmpty();

        install(renewable("T1", "one"), MONDAY);
        install(lasting("T2", "two"), MONDAY);

        assertThat(installations().find("T1")).contains(version(renewable("T1", "one"), 1));
        assertThat(installations().find("T2")).contains(version(lasting("T2", "two"), 1));
        assertThat(installations().any()).isPresent();
    }

    @Test
    void anotherInstallationTakesThePlaceOfTheFirst() {
        install(renewable("T1", "one"), MONDAY);
        install(lasting("T1", "two"), TUESDAY);

        assertThat(installations().find("T1")).contains(version(lasting("T1", "two"), 2));
        assertThat(installations().leaseExpiring(A_MONTH_LATER, TUESDAY, MINUTE))
                .isEmpty();
    }

    // ── Tokens that follow each other ────────────────────────────────────────────────────────────────────

    @Test
    void tokensThatEndSoonAreLeasedByOneAtATime() {
        install(renewable("T1", "one"), MONDAY);
        install(lasting("T2", "two"), MONDAY);

        assertThat(installations().leaseExpiring(EVENING.minusMillis(1), MONDAY, MINUTE))
                .isEmpty();
        assertThat(installations().leaseExpiring(EVENING, MONDAY, MINUTE))
                .extracting(Installation::team)
                .containsExactly("T1");
        assertThat(installations().leaseExpiring(EVENING, MONDAY.plusSeconds(59), MINUTE))
                .isEmpty();
        assertThat(installations().lease("T1", MONDAY.plusSeconds(59), MINUTE)).isEmpty();
        assertThat(installations().lease("T2", MONDAY, MINUTE))
                .as("what never ends")
                .isEmpty();
        // Whoever had the lease is gone.
        assertThat(installations().leaseExpiring(EVENING, MONDAY.plusSeconds(60), MINUTE))
                .hasSize(1);
    }

    @Test
    void theNextTokensTakeThePlaceOfTheirOwnAlone() {
        install(renewable("T1", "one"), MONDAY);
        Installation leased = installations().lease("T1", MONDAY, MINUTE).orElseThrow();
        Installation next = leased.with("next", Optional.of(new Installation.Renewal("next refresh", TUESDAY)));

        installations().renewed(next);
        assertThat(installations().find("T1")).contains(version(next, 2));
        assertThat(installations().lease("T1", MONDAY, MINUTE))
                .as("the lease is over")
                .isPresent();

        installations().renewed(leased.with("late", Optional.empty()));
        assertThat(installations().find("T1")).contains(version(next, 2));
    }

    @Test
    void noTokensComeBackToAWorkspaceThatHasGone() {
        install(renewable("T1", "one"), MONDAY);
        Installation leased = installations().lease("T1", MONDAY, MINUTE).orElseThrow();
        installations().leave("T1", TUESDAY, A_MONTH_LATER);

        installations().renewed(leased.with("late", Optional.empty()));

        assertThat(installations().find("T1")).isEmpty();
    }

    // ── Uninstalled ──────────────────────────────────────────────────────────────────────────────────────

    @Test
    void whoLeavesIsNotSpokenToAnyMore() {
        fill(PRIYA, ACME);
        fill(NAMESAKE, BOREALIS);
        install(renewable("T1", "one"), MONDAY);
        install(lasting("T2", "two"), MONDAY);

        assertThat(installations().leave("T1", TUESDAY, A_MONTH_LATER)).isTrue();

        assertThat(installations().find("T1")).isEmpty();
        assertThat(installations().find("T2")).isPresent();
        assertThat(store.outbox().pending())
                .extracting(pending -> pending.intent().rep())
                .containsOnly(NAMESAKE);
        assertThat(store.outbox().sending(message("waiting U1", PRIYA))).isFalse();
        assertThat(store.wakeTimes().lease(A_MONTH_LATER, MINUTE, 5, Set.of())).containsExactly(NAMESAKE);
        outside()
                .useHandle(sql ->
                        assertThat(sql.createQuery("""
                                select count(*)
                                from installation
                                where team_id = 'T1' and coalesce(token, refresh_token) is null
                                """).mapTo(int.class).one()).isOne());
    }

    @Test
    void whoLeavesTwiceLeavesOnce() {
        install(lasting("T1", "one"), MONDAY);
        installations().leave("T1", MONDAY, A_MONTH_LATER);

        assertThat(installations().leave("T1", TUESDAY, A_MONTH_LATER.plus(MINUTE)))
                .isFalse();
        assertThat(installations().leave("T9", TUESDAY, A_MONTH_LATER)).isFalse();
        assertThat(installations().forgetSome(A_MONTH_LATER)).isTrue();
    }

    /** Slack may tell late that a workspace has left. */
    @Test
    void whoLeftBeforeTheyInstalledAnewHasNotLeft() {
        install(lasting("T1", "one"), TUESDAY.plusMillis(700));

        assertThat(installations().leave("T1", TUESDAY.minusSeconds(1), A_MONTH_LATER))
                .isFalse();
        assertThat(installations().find("T1")).isPresent();
        assertThat(installations().leave("T1", TUESDAY, A_MONTH_LATER))
                .as("in the same second")
                .isTrue();
    }

    @Test
    void whoComesBackInTimeFindsAllAsItWas() {
        fill(PRIYA, ACME);
        Map<String, Long> before = rows("T1");
        install(lasting("T1", "one"), MONDAY);
        installations().leave("T1", TUESDAY, A_MONTH_LATER);

        install(lasting("T1", "two"), TUESDAY.plus(Duration.ofDays(29)));

        assertThat(installations().forgetSome(A_MONTH_LATER.plus(Duration.ofDays(365))))
                .isFalse();
        before.put("installation", 1L);
        assertThat(rows("T1")).isEqualTo(before);
        assertThat(store.wakeTimes().lease(A_MONTH_LATER, MINUTE, 5, Set.of()))
                .as("who is looked at again")
                .containsExactly(PRIYA);
    }

    @Test
    void aMonthLaterNothingIsLeftOfThemAndAllOfOthers() {
        fill(PRIYA, ACME);
        fill(TOM, new PlanId("cargo"));
        fill(NAMESAKE, BOREALIS);
        install(lasting("T1", "one"), MONDAY);
        install(lasting("T2", "two"), MONDAY);
        Map<String, Long> ours = rows("T1");
        Map<String, Long> theirs = rows("T2");
        installations().leave("T1", TUESDAY, A_MONTH_LATER);

        assertThat(installations().forgetSome(A_MONTH_LATER.minusMillis(1))).isFalse();
        assertThat(rows("T1"))
                .isEqualTo(ours)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isPositive());

        forgetAll(A_MONTH_LATER);
        assertThat(rows("T1"))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        assertThat(rows("T2")).isEqualTo(theirs);
    }

    @Test
    void anEntryOfAWorkspaceThatIsStillThereNeverGoes() {
        fill(PRIYA, ACME);
        install(lasting("T1", "one"), MONDAY);

        assertThatThrownBy(() -> outside().useHandle(sql -> sql.execute("delete from entry")))
                .hasMessageContaining("an entry never goes");
    }

    /** A rep with a plan, a nudge, and a message that waits. */
    private void fill(RepId rep, PlanId plan) {
        start(rep, plan, plan.text());
        turn(rep, session -> {
            session.write(
                    plan,
                    List.of(
                            answer("action.what", "Call Dana"),
                            answer("action.due", "2027-03-02"),
                            new Entry(Kind.CYCLE_STARTED, "", 0, "2027-03-01", "", MONDAY)));
            session.claim(new NudgeMessage(
                    new SentNudge(
                            NudgeKind.ACTIONS, LocalDate.of(2027, 3, 1), MONDAY, List.of(new Subject(plan, 1)), false),
                    "n1",
                    "Shown"));
            session.send(message("waiting " + rep.user(), rep));
            session.requestPersonalData(false);
        });
        store.outbox().room(rep, "D1");
    }

    private static Entry answer(String question, String value) {
        return new Entry(Kind.ANSWERED, question, 1, value, value, MONDAY);
    }

    private static Intent message(String id, RepId rep) {
        return new Intent(id, rep, Purpose.REPLY, About.NOTHING, "{}");
    }

    private Map<String, Long> rows(String team) {
        Map<String, Long> rows = new LinkedHashMap<>();
        outside()
                .useHandle(sql -> TABLES.forEach(table -> rows.put(
                        table,
                        sql.createQuery("select count(*) from " + table + " where team_id = :team")
                                .bind("team", team)
                                .mapTo(long.class)
                                .one())));
        return rows;
    }

    // ── Whole organizations ──────────────────────────────────────────────────────────────────────────────

    @Test
    void whatAnOrganizationInstalledIsThereForItsWorkspaces() {
        install(organization("one"), MONDAY);
        install(lasting("T2", "two"), MONDAY);
        installations().belongs("T1", "E1", MONDAY);
        installations().belongs("T1", "E1", MONDAY);

        assertThat(installations().find("E1")).contains(version(organization("one"), 1));
        assertThat(installations().find("T1")).contains(version(organization("one"), 1));
        assertThat(installations().find("T2")).contains(version(lasting("T2", "two"), 1));
        assertThat(installations().find("T3")).isEmpty();

        installations().belongs("T2", "E1", MONDAY);
        assertThat(installations().find("T2")).as("whichever way").contains(version(organization("one"), 1));
    }

    @Test
    void whereSomebodyIsARepIsFoundInTheirOrganization() {
        fill(PRIYA, ACME);
        fill(NAMESAKE, BOREALIS);
        assertThat(installations().workspace("E1", "U1")).isEmpty();

        installations().belongs("T1", "E1", MONDAY);

        assertThat(installations().workspace("E1", "U1")).contains("T1");
        assertThat(installations().workspace("E1", "U9")).isEmpty();
        assertThat(installations().workspace("E2", "U1")).isEmpty();
    }

    @Test
    void anOrganizationThatLeavesTakesItsWorkspacesWithIt() {
        fill(PRIYA, ACME);
        fill(NAMESAKE, BOREALIS);
        install(organization("one"), MONDAY);
        install(lasting("T2", "two"), MONDAY);
        installations().belongs("T1", "E1", MONDAY);
        installations().belongs("T2", "E1", MONDAY);
        Map<String, Long> ofItself = rows("T2");

        assertThat(installations().leave("E1", TUESDAY, A_MONTH_LATER)).isTrue();

        assertThat(installations().find("T1")).isEmpty();
        assertThat(installations().find("T2")).contains(version(lasting("T2", "two"), 1));
        assertThat(store.outbox().pending())
                .extracting(pending -> pending.intent().rep())
                .containsOnly(NAMESAKE);
        assertThat(store.wakeTimes().lease(A_MONTH_LATER, MINUTE, 5, Set.of())).containsExactly(NAMESAKE);

        assertThat(installations().forgetSome(A_MONTH_LATER.minusMillis(1))).isFalse();
        forgetAll(A_MONTH_LATER);
        assertThat(rows("T1"))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        assertThat(rows("T2")).isEqualTo(ofItself);
        assertThat(installations().find("E1")).isEmpty();
    }

    @Test
    void aCalendarIsShutWhileStewardHasLeftItsWorkspaceOrItsOrganization() {
        CalendarKey key = CalendarKey.of("found", "secret", MONDAY);
        turn(PRIYA, session -> session.keep(Preferences.NONE.withCalendar(Optional.of(key))));
        install(lasting("T1", "one"), MONDAY);
        assertThat(store.reps().withCalendar("found")).map(Rep::id).contains(PRIYA);

        installations().leave("T1", TUESDAY, A_MONTH_LATER);
        assertThat(store.reps().withCalendar("found")).isEmpty();

        install(organization("one"), TUESDAY);
        installations().belongs("T1", "E1", TUESDAY);
        assertThat(store.reps().withCalendar("found")).map(Rep::id).contains(PRIYA);

        installations().leave("E1", TUESDAY, A_MONTH_LATER);
        assertThat(store.reps().withCalendar("found")).isEmpty();
    }

    @Test
    void anOrganizationThatComesBackInTimeFindsAllAsItWas() {
        fill(PRIYA, ACME);
        install(organization("one"), MONDAY);
        installations().belongs("T1", "E1", MONDAY);
        Map<String, Long> before = rows("T1");
        installations().leave("E1", TUESDAY, A_MONTH_LATER);

        install(organization("two"), TUESDAY.plus(Duration.ofDays(29)));

        assertThat(installations().forgetSome(A_MONTH_LATER.plus(Duration.ofDays(365))))
                .isFalse();
        assertThat(rows("T1")).isEqualTo(before);
        assertThat(store.wakeTimes().lease(A_MONTH_LATER, MINUTE, 5, Set.of())).containsExactly(PRIYA);
    }

    /** Slack takes a workspace's own token away when its organization installs the app. */
    @Test
    void aWorkspaceWhoseOrganizationTakesOverHasNotLeft() {
        fill(PRIYA, ACME);
        install(lasting("T1", "one"), MONDAY);
        Map<String, Long> before = rows("T1");
        installations().belongs("T1", "E1", MONDAY);
        install(organization("all"), TUESDAY);

        installations().leave("T1", TUESDAY.plusSeconds(2), A_MONTH_LATER);

        assertThat(installations().find("T1")).contains(version(organization("all"), 1));
        assertThat(store.outbox().pending()).isNotEmpty();
        forgetAll(A_MONTH_LATER);
        before.put("installation", 0L);
        assertThat(rows("T1")).isEqualTo(before);
        assertThat(store.wakeTimes().lease(A_MONTH_LATER, MINUTE, 5, Set.of())).containsExactly(PRIYA);
    }

    /** The same, where it was not known yet that the workspace is in the organization. */
    @Test
    void aWorkspaceThatTurnsOutToBeInAnOrganizationComesBack() {
        fill(PRIYA, ACME);
        install(lasting("T1", "one"), MONDAY);
        Map<String, Long> before = rows("T1");
        install(organization("all"), TUESDAY);
        installations().leave("T1", TUESDAY, A_MONTH_LATER);

        installations().belongs("T1", "E1", TUESDAY.plusSeconds(60));

        assertThat(store.wakeTimes().lease(TUESDAY.plusSeconds(60), MINUTE, 5, Set.of()))
                .containsExactly(PRIYA);
        assertThat(installations().forgetSome(A_MONTH_LATER)).isFalse();
        before.put("installation", 0L);
        assertThat(rows("T1")).isEqualTo(before);
    }

    @Test
    void aWorkspaceThatInstallsByItselfAfterItsOrganizationLeftComesBack() {
        fill(PRIYA, ACME);
        installations().belongs("T1", "E1", MONDAY);
        install(organization("all"), MONDAY);
        installations().leave("E1", TUESDAY, A_MONTH_LATER);

        install(lasting("T1", "one"), TUESDAY.plusSeconds(60));

        assertThat(store.wakeTimes().lease(TUESDAY.plusSeconds(60), MINUTE, 5, Set.of()))
                .containsExactly(PRIYA);
        Map<String, Long> before = rows("T1");
        forgetAll(A_MONTH_LATER);
        assertThat(rows("T1")).isEqualTo(before);
    }

    private void forgetAll(Instant at) {
        int parts = 0;
        while (installations().forgetSome(at)) {
            parts++;
            assertThat(parts).as("parts").isLessThan(100);
        }
    }

    private static Installation organization(String token) {
        return new Installation("E1", true, "Globex", "A1", token, Optional.empty(), 0);
    }

    // ── Let through once ─────────────────────────────────────────────────────────────────────────────────

    @Test
    void whatLetsOneInstallationThroughLetsNoSecondOneThrough() {
        SingleUse through = new SingleUse("s1", TUESDAY);
        assertThat(installations().isUsed(through)).isFalse();

        assertThat(installations().install(lasting("T1", "one"), through, MONDAY))
                .isTrue();

        assertThat(installations().isUsed(through)).isTrue();
        assertThat(installations().install(lasting("T1", "two"), through, MONDAY))
                .isFalse();
        assertThat(installations().install(lasting("T2", "two"), through, MONDAY))
                .isFalse();
        assertThat(installations().find("T1")).contains(version(lasting("T1", "one"), 1));
        assertThat(installations().find("T2")).isEmpty();
    }

    @Test
    void whatHasLetOneThroughIsForgottenOnceItIsOverByEveryClock() {
        SingleUse through = new SingleUse("s1", TUESDAY);
        installations().install(lasting("T1", "one"), through, MONDAY);

        install(lasting("T2", "two"), TUESDAY.plus(Duration.ofHours(1)).minusMillis(1));
        assertThat(installations().isUsed(through)).isTrue();
        install(lasting("T2", "two"), TUESDAY.plus(Duration.ofHours(1)));
        assertThat(installations().isUsed(through)).isFalse();
    }

    private void install(Installation installation, Instant at) {
        installs++;
        assertThat(installations().install(installation, new SingleUse("install " + installs, at), at))
                .isTrue();
    }

    private Installations installations() {
        return store.installations();
    }

    private static Installation renewable(String team, String token) {
        return new Installation(
                team, "Team " + team, "A1", token, Optional.of(new Installation.Renewal("refresh", EVENING)), 0);
    }

    private static Installation lasting(String team, String token) {
        return new Installation(team, "Team " + team, "A1", token, Optional.empty(), 0);
    }

    private static Installation version(Installation installation, long version) {
        return new Installation(
                installation.team(),
                installation.organization(),
                installation.name(),
                installation.app(),
                installation.token(),
                installation.renewal(),
                version);
    }
}
