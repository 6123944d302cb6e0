package steward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import steward.endtoend.fixtures.AcmePlan;
import steward.rep.RepId;
import steward.runtime.chat.Origin;
import steward.runtime.chat.UserProfile;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.Input;
import steward.store.Store;

/**
 * Ten years of reps who write a plan each spring, log hours each week, are nudged, and close the plan at the end of the year: the file
 * grows by what they wrote, and by nothing else.
 *
 * <p>A few reps are enough to see that; {@code -Dyears.reps=50} has more.
 */
class TenYearsTest {

    private static final int REPS = Integer.getInteger("years.reps", 2);
    private static final int YEARS = 10;
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static final LocalTime MORNING = LocalTime.of(9, 5);
    private static final int LOOKS_A_DAY = 3;

    @TempDir(factory = InMemory.class)
    Path folder;

    private final Logger log = (Logger) LoggerFactory.getLogger("steward");
    private final VirtualTime time = new VirtualTime(START.atStartOfDay().toInstant(ZoneOffset.UTC));
    private final List<RepId> reps = IntStream.range(0, REPS)
            .mapToObj(number -> new RepId("T" + number, "U" + number))
            .toList();
    private MemoryChat chat = new MemoryChat();
    private Store store;
    private ChatRuntime runtime;
    private long ids;

    /** What is in the file at the end of a year. */
    private record Kept(long bytes, long saidBytes, int entries, int deliveries, int nudges, int bodies) {}

    @BeforeEach
    void start() {
        log.setLevel(Level.WARN);
        store = Store.sqlite(folder.resolve("steward.db"));
        startAgain();
    }

    /** In a chat of its own, as this one remembers all. */
    private void startAgain() {
        if (runtime != null) {
            runtime.close();
        }
        chat = new MemoryChat();
        reps.forEach(rep -> chat.person(rep, new UserProfile("Priya Nair", Optional.of(ZoneOffset.UTC), false)));
        runtime = MemoryRuntime.of(chat, store, time, this::nextId);
    }

    private String nextId() {
        ids++;
        return "id" + ids;
    }

    @AfterEach
    void close() {
        runtime.close();
        store.close();
        log.setLevel(null);
    }

    @Test
    void theFileStaysInProportionToWhatTheRepsWrote() {
        List<Kept> years = new ArrayList<>();
        for (int year = 0; year < YEARS; year++) {
            live(START.plusYears(year));
            years.add(kept());
            startAgain();
        }
        Kept first = years.get(0);
        Kept fifth = years.get(4);
        Kept last = years.get(YEARS - 1);
        assertThat(last.bytes() - fifth.bytes())
                .as("what the file grew by, of %s", years)
                .isLessThan((fifth.bytes() - first.bytes()) * 5 / 4 * 11 / 10);
        assertThat((double) last.bytes() / last.entries())
                .as("the file by entry, of %s", years)
                .isLessThanOrEqualTo((double) first.bytes() / first.entries());
        assertThat(last.deliveries())
                .as("deliveries, of %s", years)
                .isLessThan(first.deliveries() * 3 / 2)
                .isLessThan(last.entries() / 20);
        assertThat(last.nudges()).as("nudges, of %s", years).isLessThan(first.nudges() * 3 / 2);
        assertThat(years).extracting(Kept::bodies).containsOnly(0);
    }

    private void live(LocalDate newYear) {
        LocalDate spring = newYear.plusMonths(2).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
        LocalDate winter = newYear.plusMonths(11).plusDays(14);
        String account = "Account of " + newYear.getYear();
        for (LocalDate day = newYear; day.getYear() == newYear.getYear(); day = day.plusDays(1)) {
            time.passUntil(day.atTime(MORNING).toInstant(ZoneOffset.UTC));
            if (day.equals(spring)) {
                reps.forEach(rep -> writePlan(rep, account, spring));
            } else if (day.equals(winter)) {
                reps.forEach(rep -> command(rep, "/plan close " + account + " it is won"));
            } else if (day.isAfter(spring) && day.isBefore(winter) && ChronoUnit.DAYS.between(spring, day) % 7 == 3) {
                reps.forEach(rep -> command(rep, "/time " + account + " 2h site visit"));
            }
            for (int look = 0; look < LOOKS_A_DAY; look++) {
                runtime.look();
                time.pass(Duration.ofHours(3));
            }
            letGo();
        }
    }

    private void letGo() {
        Instant now = time.instant();
        for (boolean more = true; more; ) {
            more = store.expiredRecords().purgeSome(now);
        }
    }

    private void writePlan(RepId rep, String account, LocalDate today) {
        command(rep, "/plan " + account + " " + today.getYear());
        new AcmePlan(today).lines().forEach(line -> {
            time.pass(Duration.ofMinutes(1));
            deliver(rep, new Input.Text(line.asWords(), chat.written(), Optional.empty()));
        });
        String plan = store.sessions()
                .look(rep, time.instant(), session -> session.plans().toString());
        assertThat(plan).contains(account, "RUNNING");
    }

    private void command(RepId rep, String words) {
        deliver(rep, new Input.Command(words));
    }

    private void deliver(RepId rep, Input input) {
        String key = "message D" + rep.user() + " " + time.instant().getEpochSecond() + "." + nextId();
        runtime.turns()
                .finish(runtime.turns()
                        .take(new Delivery(rep, key, Optional.of("D-" + rep.user()), Origin.CHAT, input)));
        time.pass(Duration.ofSeconds(20));
    }

    private Kept kept() {
        return Jdbi.create("jdbc:sqlite:" + folder.resolve("steward.db"))
                .withHandle(handle -> handle.createQuery("""
                                select
                                    (select page_count * page_size from pragma_page_count, pragma_page_size) as bytes,
                                    (select sum(length(said)) from entry) as said,
                                    (select count(*) from entry) as entries,
                                    (select count(*) from delivery) as deliveries,
                                    (select count(*) from nudge) as nudges,
                                    (select count(*) from intent where body <> '') as bodies
                                """)
                        .map((row, context) -> new Kept(
                                row.getLong("bytes"),
                                row.getLong("said"),
                                row.getInt("entries"),
                                row.getInt("deliveries"),
                                row.getInt("nudges"),
                                row.getInt("bodies")))
                        .one());
    }
}
