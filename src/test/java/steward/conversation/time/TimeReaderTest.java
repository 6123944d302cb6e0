package steward.conversation.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steward.conversation.session.TurnContext;
import steward.dashboard.Reader;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.plan.Status;
import steward.rep.Preferences;
import steward.worksheet.values.Notation;

/** Entries for the time log as reps type them, on Wednesday 4 March 2026. */
class TimeReaderTest {

    private static final List<PlanCard> CARDS = List.of(
            card("Acme Glass", 2026, Status.RUNNING),
            card("Borealis", 2026, Status.RUNNING),
            card("Cargo North", 2026, Status.DRAFT),
            card("Delta Foods", 2026, Status.RUNNING),
            card("Delta Paper", 2026, Status.RUNNING),
            card("Echo", 2026, Status.RUNNING),
            card("Echo", 2027, Status.DRAFT),
            card("Fox", 2026, Status.DRAFT),
            card("Fox", 2027, Status.DRAFT),
            card("Gone", 2026, Status.CLOSED),
            card("3M", 2026, Status.RUNNING));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2h Acme | Acme Glass 2026: 2026-03-04 growth 120",
                "Acme 2h Tue, Borealis 1h30 yesterday QBR prep, Cargo 45m upkeep | Acme Glass 2026: 2026-03-03 growth 120 / "
                        + "Borealis 2026: 2026-03-03 growth 90 QBR prep / Cargo North 2026: 2026-03-04 upkeep 45",
                "acme glass 2h; borealis 1h | Acme Glass 2026: 2026-03-04 growth 120 / Borealis 2026: 2026-03-04 growth 60",
                "2h Acme and 45m Borealis | Acme Glass 2026: 2026-03-04 growth 120 / Borealis 2026: 2026-03-04 growth 45",
                "2 hours and 30 minutes Acme | Acme Glass 2026: 2026-03-04 growth 150",
                "Acme 2h prep and call | Acme Glass 2026: 2026-03-04 growth 120 prep and call",
                "I worked 2h for Acme on the trial | Acme Glass 2026: 2026-03-04 growth 120 the trial",
                "Acme 1:30 Mon QBR, prep call | Acme Glass 2026: 2026-03-02 growth 90 QBR, prep call",
                "Acme, 2h, Tue, with Dana | Acme Glass 2026: 2026-03-03 growth 120 with Dana",
                "2h, Acme | Acme Glass 2026: 2026-03-04 growth 120",
                "yesterday: 2h Acme | Acme Glass 2026: 2026-03-03 growth 120",
                "Acme 2,5 h, Borealis 1 | Acme Glass 2026: 2026-03-04 growth 150 / Borealis 2026: 2026-03-04 growth 60",
                "Acme - 2h - QBR | Acme Glass 2026: 2026-03-04 growth 120 QBR",
                "2h QBR prep for Acme | Acme Glass 2026: 2026-03-04 growth 120 QBR prep",
                "Acme 2h, call about Borealis | Acme Glass 2026: 2026-03-04 growth 120 call about Borealis",
                "Borealsi 2h | Borealis 2026: 2026-03-04 growth 120",
                "3M 2h | 3M 2026: 2026-03-04 growth 120",
                "Echo 2h | Echo 2026: 2026-03-04 growth 120",
                "Echo 2027 2h | Echo 2027: 2026-03-04 growth 120",
                "Fox 2027 2h | Fox 2027: 2026-03-04 growth 120",
            })
    void whatIsClearIsRead(String said, String entries) {
        assertThat(read(said).stream().map(TimeReaderTest::shown).collect(Collectors.joining(" / ")))
                .isEqualTo(entries);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Delta 2h | Delta Foods 2026, Delta Paper 2026",
                "2h call about Borealis with Acme | Borealis 2026, Acme Glass 2026",
                "Gone 2h | Gone 2026",
            })
    void twoThatMayBeMeantAreAskedAbout(String said, String plans) {
        TimePart part = read(said).get(0);
        assertThat(part.isAboutAccount()).isTrue();
        assertThat(part.plans().stream().map(TimeReaderTest::name)).containsExactly(plans.split(", ", 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2h", "2h QBR prep", "Zeta 2h", "1h30 yesterday"})
    void anAccountIsNeverAssumed(String said) {
        TimePart part = read(said).get(0);
        assertThat(part.isAboutAccount()).isTrue();
        assertThat(part.plans())
                .doesNotContain(card("Gone", 2026, Status.CLOSED))
                .hasSize(CARDS.size() - 1);
    }

    @Test
    void theUnreadablePartIsNamedAndTheOthersKept() {
        List<TimePart> parts = read("Acme 2h, Borealis, Cargo 25h, Zeta 1h");
        assertThat(parts.stream().map(TimePart::isClear)).containsExactly(true, false, false, false);
        assertThat(parts.get(1).said()).isEqualTo("Borealis");
        assertThat(parts.get(1).complaint().text()).contains("How long was it?");
        assertThat(parts.get(2).complaint().text()).contains("A day has only 24 hours");
    }

    @Test
    void underAPlanItsAccountIsMeant() {
        TimeReader reader = new TimeReader(CARDS, context(), Optional.of(new PlanId("Borealis2026")));
        assertThat(shown(reader.read("2h call").get(0))).isEqualTo("Borealis 2026: 2026-03-04 growth 120 call");
        assertThat(shown(reader.read("2h Acme").get(0))).startsWith("Acme Glass");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2h Acme | true",
                "Acme 2h yesterday | true",
                "spent 2h on Acme | true",
                "45 min upkeep Cargo | true",
                "2h QBR prep | true",
                "Acme wants to meet for 2 hours | false",
                "Acme 2 | false",
                "56h | false",
                "give me 10 minutes | false",
                "let us talk | false",
            })
    void inTheChatItMustHardlyBeAnythingElse(String said, boolean isSure) {
        assertThat(read(said).get(0).isSure()).isEqualTo(isSure);
    }

    private static List<TimePart> read(String said) {
        return new TimeReader(CARDS, context(), Optional.empty()).read(said);
    }

    private static TurnContext context() {
        Reader reader = new Reader("Priya", LocalDate.of(2026, 3, 4), Notation.DEFAULT, Preferences.NONE);
        return new TurnContext(Instant.parse("2026-03-04T15:00:00Z"), reader, () -> "id");
    }

    private static PlanCard card(String account, int year, Status status) {
        return new PlanCard(new PlanId((account + year).replace(" ", "")), account, year, status, Instant.EPOCH);
    }

    private static String name(PlanCard card) {
        return card.account() + " " + card.year();
    }

    private static String shown(TimePart part) {
        return part.isClear()
                ? name(part.plans().get(0)) + ": " + part.spent().orElseThrow().written()
                : part.complaint().text();
    }
}
