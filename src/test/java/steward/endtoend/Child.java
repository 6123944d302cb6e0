package steward.endtoend;

import static steward.endtoend.Patience.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program as a person starts it: the jar that was built, in a process of its own. */
final class Child implements AutoCloseable {

    /** What the tests' own environment may hold, and the program must not take from it. */
    private static final Pattern SETTING =
            Pattern.compile("(SLACK|STEWARD)_.*|PORT|METRICS_PORT|LOG_FORMAT|DATA_DIR|DATABASE_URL|PUBLIC_URL");

    private final Process process;
    private final List<String> out = Collections.synchronizedList(new ArrayList<>());
    private final List<String> err = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> readers;

    private Child(Process process) {
        this.process = process;
        this.readers = List.of(reader(process.inputReader(), out), reader(process.errorReader(), err));
    }

    /** @param environment all of it, but for what Java needs */
    static Child start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Starts sooner, and lives too short to miss the better compiler.
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("steward.jar", "target/steward.jar")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(SETTING.asMatchPredicate());
        builder.environment().putAll(environment);
        return new Child(builder.start());
    }

    private static Thread reader(BufferedReader lines, List<String> into) {
        Thread reader = new Thread(() -> read(lines, into), "child");
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    private static void read(BufferedReader lines, List<String> into) {
        try (lines) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                into.add(line);
            }
        } catch (IOException e) {
            // The process has ended in the middle of a line.
        }
    }

    /** Waits for a line, on either stream, that holds this; what its one group matched. */
    String awaitLine(Pattern pattern) {
        return await("a line with " + pattern)
                .failFast("it ended: " + this, () -> !process.isAlive())
                .until(
                        () -> Stream.concat(List.copyOf(out).stream(), List.copyOf(err).stream())
                                .map(pattern::matcher)
                                .filter(Matcher::find)
                                .map(found -> found.group(1))
                                .findFirst()
                                .orElse(""),
                        found -> !found.isEmpty());
    }

    long pid() {
        return process.pid();
    }

    /** Asks it to stop, as {@code kill} does. */
    void terminate() {
        process.destroy();
    }

    /** Ends it in the middle of whatever it does, as {@code kill -9} does. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    int awaitExit(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it did not end within " + within + ": " + this);
        }
        for (Thread reader : readers) {
            reader.join(Patience.MAX.toMillis());
        }
        return process.exitValue();
    }

    String out() {
        return String.join("\n", out);
    }

    String err() {
        return String.join("\n", err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return out() + "\n" + err();
    }
}
