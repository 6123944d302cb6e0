package steward.slack.quarter;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import steward.conversation.session.RepSession;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.runtime.VirtualTime;
import steward.slack.Gesture;
import steward.slack.MadeUpWords;
import steward.slack.Somebody;
import steward.slack.quarter.FakeSlack.Person;
import steward.store.Store;

/** The days of many reps, with a Steward that is killed and started again, and a Slack in which something always goes wrong. */
final class Quarter implements AutoCloseable {

    private static final Duration TICK = Duration.ofMinutes(15);
    private static final int LOOKS_MAX = 60;
    /** Ticks at which a rep leaves things alone, for each at which they do something. */
    private static final int ACTS_ONE_IN = 240;

    private static final Duration WRITTEN_BEFORE = Duration.ofDays(70);

    final VirtualTime time;
    final RandomFaults faults;
    final FakeSlack slack;
    final MadeUpWords words = new MadeUpWords();
    final List<QuarterRep> reps = new ArrayList<>();
    private final Random random;
    private final Path file;
    /** What is written on paper is kept in the same file; the life of the program has no part in it. */
    private final Store paper;

    private long ids;
    private @Nullable StewardAtWork steward;

    /** @param start until then the reps' plans were written, and nobody was nudged */
    Quarter(long seed, Path file, Instant start, int count) {
        this.random = new Random(seed);
        this.file = file;
        this.paper = Store.sqlite(file);
        this.time = new VirtualTime(start.minus(WRITTEN_BEFORE));
        this.faults = new RandomFaults(random);
        this.slack = new FakeSlack(time, faults, (person, posted) -> rep(person).sees(posted));
        List<Instant> begins = Stream.generate(
                        () -> start.minus(Duration.ofHours(random.nextInt((int) WRITTEN_BEFORE.toHours()))))
                .limit(count)
                .sorted()
                .toList();
        for (int number = 0; number < count; number++) {
            time.passUntil(begins.get(number));
            reps.add(new QuarterRep(number, random, this));
        }
        time.passUntil(start);
    }

    private QuarterRep rep(Person person) {
        return reps.stream().filter(rep -> rep.person == person).findFirst().orElseThrow();
    }

    void run(int days) {
        Instant end = time.instant().plus(Duration.ofDays(days));
        start();
        for (Instant tick = time.instant(); tick.isBefore(end); tick = tick.plus(TICK)) {
            time.passUntil(tick);
            tick();
        }
    }

    private void tick() {
        boolean wholeHour = time.instant().atZone(ZoneOffset.UTC).getMinute() == 0;
        faults.pass(time.instant());
        if (faults.isStopped() && isUp()) {
            kill(faults.longPause());
        }
        look();
        for (QuarterRep rep : reps) {
            if (isUp()) {
                if (wholeHour) {
                    rep.missesNothing(time.instant(), quietSince());
                }
                if (random.nextInt(ACTS_ONE_IN) == 0) {
                    rep.act();
                }
            }
        }
    }

    // ── Steward ──────────────────────────────────────────────────────────────────────────────────────────

    /** Reps are looked at every second while any are due. */
    private void look() {
        boolean more = true;
        for (int looks = 0; more && looks < LOOKS_MAX; looks++) {
            more = isUp() && at().look();
            if (more) {
                time.pass(Duration.ofSeconds(1));
            }
        }
    }

    private StewardAtWork at() {
        return Objects.requireNonNull(steward, "Steward is not up");
    }

    /** Whether it runs; once it is found dead, it is buried, and started again after a while. */
    private boolean isUp() {
        if (steward != null && steward.life.isOver()) {
            kill(faults.pause());
        }
        return steward != null;
    }

    private void kill(Duration pause) {
        at().end();
        steward = null;
        time.in(pause, this::start);
    }

    private void restart() {
        if (steward != null) {
            steward.end();
            steward = null;
        }
        time.pass(Duration.ofSeconds(2));
        start();
    }

    private void start() {
        if (steward == null) {
            steward = new StewardAtWork(file, time, slack, faults, () -> "id" + ids++);
        }
    }

    /** Since when Steward runs and Slack answers. */
    private Instant quietSince() {
        return faults.outageEnd().isAfter(at().since) ? faults.outageEnd() : at().since;
    }

    // ── What reps do ─────────────────────────────────────────────────────────────────────────────────────

    /** Delivers until it is acknowledged, and now and then once more, at once or later. */
    void deliver(Gesture gesture) {
        while (!isUp() || !at().deliver(gesture.contentType(), gesture.body())) {
            restart();
        }
        if (random.nextInt(8) == 0) {
            again(gesture);
        }
        if (random.nextInt(8) == 0) {
            time.in(Duration.ofSeconds(random.nextInt(240)), () -> again(gesture));
        }
    }

    private void again(Gesture gesture) {
        if (isUp()) {
            at().deliver(gesture.contentType(), gesture.body());
        }
    }

    /** Something is done at a rep's desk that does not come by Slack. */
    void atDesk(Person person, Consumer<RepSession> deed) {
        RepId id = new RepId(PersonGestures.TEAM, person.id);
        paper.sessions().take(id, "paper " + ids++, time.instant(), desk -> {
            deed.accept(desk);
            return desk;
        });
    }

    /** A rep whose clock Steward knows. */
    Person join(String user, ZoneId zone) {
        paper.reps().save(new Rep(new RepId(PersonGestures.TEAM, user), "Priya Nair", zone), time.instant());
        return slack.join(user, zone);
    }

    /** When something is written that no two messages have been written at. */
    String newTs() {
        ids++;
        return Somebody.ts(time.instant().toEpochMilli() * 1_000 + ids % 1_000);
    }

    /** In the end all stands in the store as the reps said it. */
    void findsAllAsSaid() {
        for (QuarterRep rep : reps) {
            paper.sessions().look(new RepId(PersonGestures.TEAM, rep.person.id), time.instant(), desk -> {
                rep.findsAllAsSaid(desk);
                return desk;
            });
        }
    }

    @Override
    public void close() {
        if (steward != null) {
            steward.end();
        }
        paper.close();
    }
}
