package steward.sandbox.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The time in the sandbox: the real time, moved on by as much as the person asked for.
 *
 * <p>The pretend Slack and Steward read the same one. It never goes back: not when the machine's own clock does, and
 * not after a restart, since the offset stands in the file {@code clock} of the data folder. Safe for many threads.
 */
public final class SandboxClock implements InstantSource {

    private final InstantSource base;
    private final Path file;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Duration offset;
    private Instant latest;

    /** Reads the offset from {@code data/clock}; {@code base} is the real time. */
    public SandboxClock(InstantSource base, Path data) {
        this.base = base;
        this.file = data.resolve("clock");
        this.offset = read(file);
        this.latest = base.instant().plus(offset);
    }

    @Override
    public synchronized Instant instant() {
        Instant now = base.instant().plus(offset);
        if (now.isAfter(latest)) {
            latest = now;
        }
        return latest;
    }

    /** Moves the time on and remembers it; throws {@link IllegalArgumentException} for a step back or none at all. */
    public void moveOn(Duration step) {
        if (step.isNegative() || step.isZero()) {
            throw new IllegalArgumentException("The clock only moves forward.");
        }
        keep(step);
        listeners.forEach(Runnable::run);
    }

    /** Runs {@code listener} after every {@link #moveOn}, in the thread that moved the clock. */
    public void whenMoved(Runnable listener) {
        listeners.add(listener);
    }

    /** Catches up with what has already happened, should the machine's clock have been set back since. */
    void notBefore(Instant happened) {
        Instant now = instant();
        if (happened.isAfter(now)) {
            keep(Duration.between(now, happened));
        }
    }

    private synchronized void keep(Duration step) {
        // From what was last shown, so that a machine clock set back does not eat the step.
        Duration moved = Duration.between(base.instant(), instant().plus(step));
        write(moved);
        offset = moved;
    }

    private static Duration read(Path file) {
        try {
            if (!Files.exists(file)) {
                return Duration.ZERO;
            }
            Duration saved = Duration.parse(Files.readString(file).strip());
            return saved.isNegative() ? Duration.ZERO : saved;
        } catch (DateTimeParseException unreadable) {
            throw new IllegalStateException(
                    "The sandbox's clock file " + file + " is damaged; delete it to start from today.", unreadable);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes aside and renames: a crash leaves either the old offset or the new one. */
    private void write(Duration value) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path fresh = file.resolveSibling("clock.new");
            Files.writeString(fresh, value + "\n", StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
