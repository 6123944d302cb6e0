package steward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import steward.conversation.session.NudgeMessage;
import steward.conversation.session.PersonalDataRequests;
import steward.conversation.session.PersonalDataRequests.Request;
import steward.conversation.session.RepSession;
import steward.message.About;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.Outbox.Arrival;
import steward.message.Purpose;
import steward.message.Stamp;
import steward.nudges.NudgeKind;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.store.views.DatabaseContents;

/** What every store must do so that a rep gets the file of all that is kept of them, and nothing of it stays if they want that. */
abstract class PersonalDataRequestsContract extends StoreFixture {

    private static final Duration LEASE = Duration.ofMinutes(3);

    /** Stands in all that Priya wrote. */
    private static final String MARK = "zebra-7141";

    // ── Wanted, served and given up ──────────────────────────────────────────────────────────────────────

    @Test
    void whoWantsTheirFileIsServedByOneUntilTheLeaseIsOver() {
        turn(PRIYA, session -> session.requestPersonalData(false));

        assertThat(files().lease(MONDAY, LEASE)).containsExactly(copy(PRIYA));
        assertThat(files().lease(MONDAY.plus(LEASE).minusMillis(1), LEASE)).isEmpty();
        assertThat(files().lease(MONDAY.plus(LEASE), LEASE)).containsExactly(copy(PRIYA));

        files().later(copy(PRIYA), TUESDAY);
        assertThat(files().lease(TUESDAY.minusMillis(1), LEASE)).isEmpty();
        assertThat(files().lease(TUESDAY, LEASE)).containsExactly(copy(PRIYA));

        files().delivered(copy(PRIYA));
        assertThat(files().lease(TUESDAY.plus(LEASE), LEASE)).isEmpty();
    }

    @Test
    void whoWantsToBeForgottenWhileTheyGetTheirFileStillDoesAfterwards() {
        turn(PRIYA, session -> session.requestPersonalData(false));
        assertThat(files().lease(MONDAY, LEASE)).containsExactly(copy(PRIYA));
        turn(PRIYA, session -> session.requestPersonalData(true));

        files().delivered(copy(PRIYA));
        assertThat(files().lease(MONDAY, LEASE)).containsExactly(forget(PRIYA));

        turn(PRIYA, session -> session.requestPersonalData(false));
        assertThat(files().lease(MONDAY, LEASE)).containsExactly(forget(PRIYA));
    }

    @Test
    void whatCannotBeHandedOverIsGivenUpOnceAndSaid() {
        fill(PRIYA, ACME);
        turn(PRIYA, session -> session.requestPersonalData(true));
        Map<String, List<String>> before = contents();

        assertThat(files().giveUp(copy(PRIYA), message("no", PRIYA), MONDAY)).isFalse();
        assertThat(contents()).isEqualTo(before);
        assertThat(files().giveUp(forget(PRIYA), message("sorry", PRIYA), MONDAY))
                .isTrue();
        assertThat(files().giveUp(forget(PRIYA), message("again", PRIYA), MONDAY))
                .isFalse();

        assertThat(store.outbox().pending())
                .extracting(pending -> pending.intent().id())
                .contains("sorry")
                .doesNotContain("no", "again");
        assertThat(files().lease(TUESDAY, LEASE)).isEmpty();
        assertThat(contents().get("entry")).isEqualTo(before.get("entry"));
    }

    // ── Forgotten ────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void nothingOfWhatTheyWroteIsLeftAndAllOfOthersIs() {
        fill(TOM, BOREALIS);
        fill(NAMESAKE, new PlanId("cargo"));
        Map<String, List<String>> others = contents();
        fill(PRIYA, ACME);
        turn(PRIYA, session -> session.requestPersonalData(true));
        assertThat(marked())
                .as("tables that hold what she wrote")
                .containsOnlyKeys("entry", "intent", "nudge", "plan", "rep");

        assertThat(files().forget(
                                forget(PRIYA),
                                PersonalDataRequestsContract::hasAll,
                                message("farewell", PRIYA),
                                TUESDAY))
                .contains(List.of(new MessageRef("D-U1", "m42")));

        assertThat(marked()).isEmpty();
        Map<String, List<String>> left = contents();
        assertThat(rows(left, "intent"))
                .filteredOn(row -> row.contains("'U1'") && row.contains("'T1'"))
                .singleElement()
                .asString()
                .contains("'farewell'", "'waiting'");
        assertThat(rows(left, "delivery"))
                .as("what was taken is not taken again")
                .containsAll(rows(others, "delivery"))
                .hasSizeGreaterThan(rows(others, "delivery").size());
        assertThat(rows(left, "audit"))
                .as("who, what and when")
                .singleElement()
                .asString()
                .contains("'T1 U1'", "'forget'", String.valueOf(TUESDAY.toEpochMilli()));
        List.of("intent", "delivery", "audit").forEach(table -> {
            left.remove(table);
            others.remove(table);
        });
        assertThat(left).isEqualTo(others);
        assertThat(look(PRIYA, RepSession::plans)).isEmpty();
        assertThat(store.reps().known(PRIYA)).isEmpty();
    }

    @Test
    void whatWasOnItsWayIsNotSentAndNoNudgeComes() {
        fill(PRIYA, ACME);
        turn(PRIYA, session -> session.requestPersonalData(true));
        Intent waiting = message("waiting U1", PRIYA);
        Intent nudge = new Intent("n-U1", PRIYA, Purpose.NUDGE, About.NOTHING, "{}");
        files().forget(forget(PRIYA), PersonalDataRequestsContract::hasAll, message("farewell", PRIYA), TUESDAY);

        assertThat(store.outbox().sending(waiting)).isFalse();
        store.outbox().takeBack(nudge, TUESDAY);
        assertThat(store.wakeTimes().lease(TUESDAY.plus(Duration.ofDays(100)), LEASE, 10, Set.of()))
                .isEmpty();
        assertThat(store.outbox().pending())
                .extracting(pending -> pending.intent().id())
                .containsExactly("farewell");
    }

    @Test
    void nothingGoesThatTheFileDoesNotHold() {
        fill(PRIYA, ACME);
        turn(PRIYA, session -> session.requestPersonalData(true));
        Map<String, List<String>> before = contents();

        Optional<List<MessageRef>> forgotten = files().forget(
                        forget(PRIYA), session -> session.plans().isEmpty(), message("farewell", PRIYA), TUESDAY);

        assertThat(forgotten).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void whoOnlyWantedTheFileOrWantsNothingAnyMoreIsNotForgotten() {
        fill(PRIYA, ACME);
        Map<String, List<String>> before = contents();
        assertThat(files().forget(
                                forget(PRIYA),
                                PersonalDataRequestsContract::hasAll,
                                message("farewell", PRIYA),
                                TUESDAY))
                .isEmpty();
        assertThat(contents()).isEqualTo(before);

        turn(PRIYA, session -> session.requestPersonalData(false));
        before = contents();
        assertThat(files().forget(
                                copy(PRIYA), PersonalDataRequestsContract::hasAll, message("farewell", PRIYA), TUESDAY))
                .isEmpty();
        assertThat(files().forget(
                                forget(PRIYA),
                                PersonalDataRequestsContract::hasAll,
                                message("farewell", PRIYA),
                                TUESDAY))
                .isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aDeletionThatFailsHalfwayLeavesAll() {
        fill(PRIYA, ACME);
        fill(TOM, BOREALIS);
        turn(PRIYA, session -> session.requestPersonalData(true));
        Map<String, List<String>> before = contents();
        Intent taken = message("waiting " + TOM.user(), PRIYA);

        assertThatThrownBy(() -> files().forget(forget(PRIYA), PersonalDataRequestsContract::hasAll, taken, TUESDAY))
                .as("a farewell under an id that there is already")
                .isNotNull();

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void anEntryOfSomebodyWhoHasNoFileYetNeverGoes() {
        fill(PRIYA, ACME);
        turn(PRIYA, session -> session.requestPersonalData(true));

        assertThatThrownBy(() -> outside().useHandle(sql -> sql.execute("delete from entry")))
                .hasMessageContaining("an entry never goes");
    }

    @Test
    void aConfirmationThatComesAgainDoesNothingAndWhoWritesAgainStartsAsNew() {
        fill(PRIYA, ACME);
        store.sessions().take(PRIYA, "view V1", MONDAY, session -> {
            session.requestPersonalData(true);
            return true;
        });
        files().forget(forget(PRIYA), PersonalDataRequestsContract::hasAll, message("farewell", PRIYA), TUESDAY);

        assertThat(store.sessions().take(PRIYA, "view V1", TUESDAY, session -> true))
                .isEmpty();
        assertThat(files().lease(TUESDAY, LEASE)).isEmpty();

        assertThat(look(PRIYA, RepSession::rep)).isEqualTo(new Rep(PRIYA, "", ZoneOffset.UTC));
        turn(PRIYA, session -> session.start(ACME, "Acme", 2028, TUESDAY));
        assertThat(look(PRIYA, RepSession::plans)).extracting(PlanCard::year).containsExactly(2028);
    }

    @Test
    void whatIsOnItsWayIsCounted() {
        fill(PRIYA, ACME);
        fill(TOM, BOREALIS);

        assertThat(look(PRIYA, RepSession::waiting)).isEqualTo(2);
        assertThat(look(NAMESAKE, RepSession::waiting)).isZero();
    }

    // ── Deleted plans ────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aDeletedPlanGoesWithItsWordsWhenTheRepsDayIsOver() {
        fill(PRIYA, ACME);
        turn(PRIYA, session -> session.write(ACME, List.of(entry(Kind.DELETED))));
        Instant midnight = Instant.parse("2027-03-02T00:00:00Z");
        Map<String, List<String>> before = contents();

        files().eraseDeletedPlans(midnight.minusMillis(1));
        assertThat(contents()).isEqualTo(before);
        files().eraseDeletedPlans(midnight);
        assertThat(rows(contents(), "plan")).isEmpty();
        assertThat(rows(contents(), "entry")).isEmpty();
        assertThat(marked()).as("what is hers, but not of this plan").containsOnlyKeys("intent", "rep");
        assertThat(rows(marked(), "rep")).singleElement().asString().contains("'Name " + MARK + "'");
    }

    @Test
    void aPlanThatWasBroughtBackStays() {
        fill(PRIYA, ACME);
        turn(PRIYA, session -> session.write(ACME, List.of(entry(Kind.DELETED))));
        turn(PRIYA, session -> session.write(ACME, List.of(entry(Kind.UNDELETED))));
        Map<String, List<String>> before = contents();

        files().eraseDeletedPlans(TUESDAY);
        assertThat(contents()).isEqualTo(before);
    }

    private static Entry entry(Kind kind) {
        return new Entry(kind, "", 0, "", "", MONDAY);
    }

    // ── What there is of a rep ───────────────────────────────────────────────────────────────────────────

    /** A rep with something in every place where something can be: Priya's holds her mark. */
    private void fill(RepId rep, PlanId plan) {
        String mark = rep.equals(PRIYA) ? MARK : "plain";
        String user = rep.user() + (rep.equals(NAMESAKE) ? "b" : "");
        turn(rep, session -> session.start(plan, "Account " + mark, 2027, MONDAY));
        store.reps().save(new Rep(rep, "Name " + mark, ZoneOffset.UTC), MONDAY);
        turn(rep, session -> {
            session.keep(session.rep().preferences().withMuted(Set.of(mark)));
            session.write(
                    plan,
                    List.of(
                            new Entry(Kind.ANSWERED, "headquarters", 0, mark, "said " + mark, MONDAY),
                            new Entry(Kind.ANSWERED, "action.what", 1, "Call " + mark, "Call " + mark, MONDAY),
                            new Entry(Kind.ANSWERED, "action.due", 1, "2027-03-02", "tomorrow", MONDAY),
                            new Entry(Kind.CYCLE_STARTED, "", 0, "2027-03-01", "", MONDAY),
                            new Entry(Kind.LOGGED, "", 1, "2027-03-01 growth 90", "note " + mark, MONDAY)));
            session.claim(new NudgeMessage(
                    new SentNudge(
                            NudgeKind.ACTIONS, LocalDate.of(2027, 3, 1), MONDAY, List.of(new Subject(plan, 1)), false),
                    "n-" + user,
                    "Shown " + mark));
            session.send(message("arrived " + user, rep, "{\"text\":\"" + mark + "\"}", Optional.empty()));
            session.send(message("shared " + user, rep, "{\"text\":\"" + mark + "\"}", Optional.of("C1")));
            session.send(message("waiting " + user, rep, "{\"text\":\"" + mark + "\"}", Optional.empty()));
            session.send(new Intent("n-" + user, rep, Purpose.NUDGE, About.NOTHING, "{\"text\":\"" + mark + "\"}"));
        });
        store.outbox().room(rep, "D-" + user);
        store.outbox()
                .sent(
                        message("arrived " + user, rep),
                        Optional.of(new Arrival(new MessageRef("D-" + user, "m42"), new Stamp(42))));
        store.outbox()
                .sent(
                        message("shared " + user, rep),
                        Optional.of(new Arrival(new MessageRef("C1", "m43"), new Stamp(43))));
    }

    private static boolean hasAll(RepSession session) {
        return true;
    }

    private static Intent message(String id, RepId rep) {
        return message(id, rep, "{}", Optional.empty());
    }

    private static Intent message(String id, RepId rep, String body, Optional<String> channel) {
        return new Intent(id, rep, Purpose.REPLY, About.NOTHING, body, channel);
    }

    private static Request copy(RepId rep) {
        return new Request(rep, MONDAY, false);
    }

    private static Request forget(RepId rep) {
        return new Request(rep, MONDAY, true);
    }

    private PersonalDataRequests files() {
        return store.personalDataRequests();
    }

    private Map<String, List<String>> contents() {
        return new TreeMap<>(DatabaseContents.tables(outside()));
    }

    private static List<String> rows(Map<String, List<String>> contents, String table) {
        return contents.getOrDefault(table, List.of());
    }

    /** By table, the rows that hold the mark. */
    private Map<String, List<String>> marked() {
        Map<String, List<String>> marked = contents();
        marked.replaceAll(
                (table, rows) -> rows.stream().filter(row -> row.contains(MARK)).toList());
        marked.values().removeIf(List::isEmpty);
        return marked;
    }
}
