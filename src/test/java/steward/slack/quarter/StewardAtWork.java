package steward.slack.quarter;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import steward.conversation.session.Health;
import steward.conversation.session.RepSessions;
import steward.message.Outbox;
import steward.nudges.WakeTimes;
import steward.rep.RepId;
import steward.rep.Reps;
import steward.runtime.StorePorts;
import steward.runtime.VirtualTime;
import steward.slack.WiredSteward;
import steward.slack.bolt.Deliverer;
import steward.store.Store;

/** Steward as it is run, from its start to the moment it is killed, with nothing in place of its own but the way to Slack and the clock. */
final class StewardAtWork {

    final Life life;
    final Instant since;
    private final Store store;
    private final WiredSteward steward;
    private boolean hasWoken;

    StewardAtWork(Path file, VirtualTime time, FakeSlack slack, RandomFaults faults, Supplier<String> ids) {
        this.life = new Life(faults::isKilled);
        this.since = time.instant();
        this.store = Store.sqlite(file);
        WakeTimes wakes = store.wakeTimes();
        StorePorts ports = new StorePorts(
                life.port(RepSessions.class, store.sessions()),
                life.port(Outbox.class, store.outbox()),
                life.port(Reps.class, store.reps()),
                (now, lease, max, full) -> noted(wakes.lease(now, lease, max, full)),
                store.personalDataRequests(),
                store.expiredRecords(),
                store.installations(),
                Health::well);
        this.steward = WiredSteward.of(
                ports, new SlowWire(slack, time, faults, life), time, ids, task -> () -> life.live(task));
        life.live(() -> steward.runtime().resume());
    }

    private List<RepId> noted(List<RepId> leased) {
        hasWoken = !leased.isEmpty();
        if (hasWoken) {
            life.step();
        }
        return leased;
    }

    /** Looks once for reps to be woken: whether there were any. */
    boolean look() {
        hasWoken = false;
        life.live(() -> steward.runtime().nudges().look());
        return hasWoken;
    }

    /** Takes a delivery: whether Slack had its acknowledgement. */
    boolean deliver(String contentType, String body) {
        boolean[] acknowledged = {false};
        life.live(() -> {
            Deliverer.Answer answer = steward.deliverer().deliver(contentType, body);
            life.step();
            if (answer.status() != 200 || answer.body().contains("errors")) {
                throw new AssertionError("Not taken: " + answer + " for " + body);
            }
            acknowledged[0] = true;
            answer.then().run();
        });
        return acknowledged[0];
    }

    /** All that is left of it once it is over is what stands in its store. */
    void end() {
        life.kill();
        store.close();
    }
}
