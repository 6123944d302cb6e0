package steward.runtime.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import steward.message.About;
import steward.message.ChatFile;
import steward.message.Intent;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Purpose;
import steward.message.Words;
import steward.rep.RepId;
import steward.runtime.MemoryChat;
import steward.runtime.MemoryStore;
import steward.runtime.PlainRenderer;

/**
 * A sender with a chat and a store in memory, and what else of the runtime is to stand on them. All that it begins is done when the test
 * says, on the test's own thread.
 */
public final class SenderFixture {

    public static final RepId PRIYA = new RepId("T1", "U1");
    public static final RepId OMAR = new RepId("T1", "U2");
    public static final String ROOM = "D1";

    /** What is put off, and for how long; the test decides when its time has come. */
    public record PutOff(Duration after, Runnable task) {}

    public final MemoryChat chat = new MemoryChat();
    public final MemoryStore store = new MemoryStore();
    public final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    public final PlainRenderer renderer = new PlainRenderer();
    private final Deque<Runnable> ready = new ArrayDeque<>();
    private final Deque<PutOff> putOff = new ArrayDeque<>();
    private Instant now = MemoryStore.WRITTEN;
    public final InstantSource clock = () -> now;
    public final KeyedExecutor executor = new KeyedExecutor(ready::add, 8);
    public final Timer timer = (after, task) -> putOff.add(new PutOff(after, task));
    public final MessageSender sender = new MessageSender(
            chat,
            SenderFixture::file,
            renderer,
            store,
            clock,
            executor,
            timer,
            new RateLimiter(() -> Duration.between(MemoryStore.WRITTEN, now).toNanos()),
            registry);

    /** The file that a body names; none if it names none. */
    private static Optional<ChatFile> file(Intent intent) {
        return Optional.of(intent.body())
                .filter(name -> !name.isEmpty())
                .map(name -> new ChatFile(name, "A plan", Words.of("Here it is"), "what stands in it"));
    }

    /** With a rep whose direct chat is known. */
    public static SenderFixture inRoom() {
        SenderFixture fixture = new SenderFixture();
        fixture.store.room(PRIYA, ROOM);
        return fixture;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Does all that can be done now. */
    public void settle() {
        for (Runnable next = ready.poll(); next != null; next = ready.poll()) {
            next.run();
        }
    }

    /** What was put off first, and is still to come. */
    public PutOff nextPutOff() {
        settle();
        @Nullable PutOff next = putOff.poll();
        assertThat(next).as("something put off").isNotNull();
        return Objects.requireNonNull(next);
    }

    /** Lets the time come of what was put off, and does all that can be done then; how long it was put off. */
    public Duration retry() {
        PutOff next = nextPutOff();
        next.task().run();
        settle();
        return next.after();
    }

    public boolean isNothingPutOff() {
        return putOff.isEmpty();
    }

    /** Each text a message of its own, known by it. */
    public void say(RepId rep, String... texts) {
        for (String text : texts) {
            send(intent(rep, text));
        }
        settle();
    }

    public void say(Intent intent) {
        send(intent);
        settle();
    }

    private void send(Intent intent) {
        sender.send(List.of(store.hold(intent, false)));
    }

    public Intent intent(RepId rep, String text) {
        return new Intent(text, rep, Purpose.REPLY, About.NOTHING, renderer.message(Message.say("{}", text)));
    }

    /** A reply in a thread. */
    public Intent inThread(String text) {
        String body = renderer.message(Message.say("{}", text), Optional.of(new MessageRef(ROOM, "parent")));
        return new Intent(text, PRIYA, Purpose.REPLY, About.NOTHING, body);
    }

    public Intent nudge(RepId rep, String text) {
        return new Intent(text, rep, Purpose.NUDGE, About.nudge("time"), renderer.message(Message.say("{}", text)));
    }

    public Intent shared(String text, String place) {
        String body = renderer.message(Message.say("{}", text));
        return new Intent(text, PRIYA, Purpose.REPLY, About.NOTHING, body, Optional.of(place));
    }
}
