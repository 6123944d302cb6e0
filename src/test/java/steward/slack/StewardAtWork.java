package steward.slack;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import steward.conversation.Conversation;
import steward.conversation.session.RepSessions;
import steward.message.Outbox;
import steward.nudges.WakeTimes;
import steward.rep.RepId;
import steward.rep.Reps;
import steward.store.Store;
import steward.worksheet.values.Notation;

/** Steward as it is run, from its start to the moment it is killed, with nothing in place of its own but the way to Slack and the clock. */
final class StewardAtWork {

    private static final String SECRET = "secret";

    final Life life;
    final Instant since;
    private final Store store;
    private final Door door;
    private final Dispatcher dispatcher;
    private final Speaker speaker;
    private final VirtualTime time;
    private boolean hasWoken;

    StewardAtWork(Path file, VirtualTime time, FakeSlack slack, Mishaps mishaps, Supplier<String> ids) {
        this.life = new Life(mishaps::isKilled);
        this.time = time;
        this.since = time.instant();
        this.store = Store.sqlite(file);
        RepSessions desks = life.port(RepSessions.class, store.desks());
        Outbox outbox = life.port(Outbox.class, store.outbox());
        Reps reps = life.port(Reps.class, store.reps());
        Executor executor = task -> time.in(Duration.ZERO, () -> life.live(task));
        Later later = (after, task) -> time.in(after, () -> life.live(task));
        SlackMetrics metrics = new SlackMetrics(new SimpleMeterRegistry());
        Wire wire = new Wire(URI.create("https://slack.test/api/"), new SlowWire(slack, time, mishaps, life), metrics);
        Tokens tokens = Tokens.always("xoxb-1");
        Workspaces workspaces = new Workspaces(wire, tokens);
        Conversation conversation = new Conversation(Notation.DEFAULT, ids);
        Apologies apologies = new Apologies(workspaces);
        this.speaker = new Speaker(workspaces, outbox, time, executor, later, new Pace(time::nanos), metrics);
        Homes homes = new Homes(workspaces, desks, reps, conversation, speaker, time, later);
        Turns turns = new Turns(
                desks,
                conversation,
                outbox,
                speaker,
                new Modals(workspaces, apologies, ids),
                new Asides(workspaces, ids),
                homes,
                new Profiles(workspaces, reps, time, executor, homes::refresh),
                time);
        this.door = new Door(new Signature(SECRET, time), new Reception(tokens, turns, apologies, ids));
        WakeTimes wakes = store.wakes();
        this.dispatcher = new Dispatcher(
                (now, lease, max, full) -> noted(wakes.lease(now, lease, max, full)), turns, speaker, time);
        life.live(speaker::resume);
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
        life.live(dispatcher::look);
        return hasWoken;
    }

    /** Takes a delivery: whether Slack had its acknowledgement. */
    boolean deliver(String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String timestamp = String.valueOf(time.instant().getEpochSecond());
        String signature = Signed.signature(SECRET, timestamp, bytes);
        UnaryOperator<String> header = name -> switch (name) {
            case "X-Slack-Request-Timestamp" -> timestamp;
            case "X-Slack-Signature" -> signature;
            case "Content-Type" -> contentType;
            default -> "";
        };
        boolean[] acknowledged = {false};
        life.live(() -> {
            Answer answer = door.open(header, bytes);
            life.step();
            if (answer.status() != Answer.OK || answer.body().contains("errors")) {
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
