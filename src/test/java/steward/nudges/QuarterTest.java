package steward.nudges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A quarter of fifty busy reps around the world, in seconds, over every way the clocks change, a year's end and a 29 February. Steward
 * is woken when it said it would be, or later when it was down; at every hour it has sent what a plain oracle expects: nothing twice, at
 * night, on a wrong day, about what is done, and nothing is missing. The seed is in the name of the test that failed.
 */
class QuarterTest {

    private static final int REPS = 50;
    private static final int DAYS = 100;
    private static final List<LocalDate> STARTS =
            List.of(LocalDate.of(2026, 2, 20), LocalDate.of(2026, 9, 25), LocalDate.of(2027, 12, 1));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, REPS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holds(long seed) {
        Random random = new Random(seed);
        String zone = ManyZones.ALL.get((int) (seed % ManyZones.ALL.size()));
        BusyRep rep = new BusyRep(random, zone, STARTS.get((int) (seed % STARTS.size())));
        Instant up = rep.life.now();
        Instant end = up.plus(Duration.ofDays(DAYS));
        for (Instant hour = up; hour.isBefore(end); hour = hour.plus(Duration.ofHours(1))) {
            if (hour.isBefore(up)) {
                continue;
            }
            work(rep, hour, random);
            assertThat(rep.oracle.expected(hour))
                    .as("missing at %s", rep.life.moment())
                    .isEmpty();
            if (random.nextInt(8) == 0) {
                rep.act();
            }
            if (random.nextInt(300) == 0) {
                up = hour.plus(downtime(random));
            }
        }
        assertThat(rep.life.sent()).hasSizeGreaterThan(5);
    }

    /** Runs Steward up to an hour. What it owes from a time when it was down it finds when it comes up. */
    private static void work(BusyRep rep, Instant hour, Random random) {
        boolean wasDown = Duration.between(rep.life.now(), hour).toHours() > 1;
        if (wasDown) {
            rep.life.nowIs(hour);
        }
        Optional<Instant> wake = rep.life.next();
        while (wake.isPresent() && !wake.get().isAfter(hour)) {
            rep.life.nowIs(wake.get());
            send(rep, random);
            Optional<Instant> next = rep.life.next();
            assertThat(next).as("woken again at once").isNotEqualTo(wake);
            wake = next;
        }
        rep.life.nowIs(hour);
    }

    private static void send(BusyRep rep, Random random) {
        List<Nudge> deserved = rep.life.deserved();
        assertThat(bySubject(deserved)).as("at %s", rep.life.moment()).isEqualTo(rep.oracle.expected(rep.life.now()));
        for (Nudge nudge : deserved) {
            if (random.nextInt(20) == 0) {
                assertThat(rep.life.deserved()).as("after a restart").contains(nudge);
            }
            isFit(rep, nudge);
            rep.life.send(nudge);
            rep.oracle.log.clear();
            rep.oracle.log.addAll(rep.life.sent());
        }
    }

    private static Map<NudgeKind, Set<Subject>> bySubject(List<Nudge> nudges) {
        return nudges.stream().collect(Collectors.toMap(Nudge::kind, nudge -> new HashSet<>(nudge.subjects())));
    }

    /** What holds of any nudge, whatever its kind. */
    private static void isFit(BusyRep rep, Nudge nudge) {
        LocalDateTime moment = rep.life.moment();
        assertThat(nudge.day()).isEqualTo(moment.toLocalDate());
        assertThat(rep.oracle.week.days()).contains(moment.getDayOfWeek());
        assertThat(moment.toLocalTime()).isBetween(rep.oracle.from, rep.oracle.to);
        assertThat(nudge.subjects()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(rep.life.sent())
                .noneMatch(sent -> sent.kind() == nudge.kind() && sent.day().equals(nudge.day()));
    }

    private static Duration downtime(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofDays(3);
            case 1 -> Duration.ofDays(10 + random.nextInt(20));
            default -> Duration.ofHours(1 + random.nextInt(20));
        };
    }
}
