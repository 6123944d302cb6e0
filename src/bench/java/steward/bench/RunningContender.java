package steward.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A program that is measured, in a process of its own. */
final class RunningContender implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("listens on port ([0-9]+)");
    private static final Pattern METRICS = Pattern.compile("Metrics are told on port ([0-9]+)");
    private static final Pattern COMMITS = Pattern.compile("(?m)^steward_store_commits_total ([0-9.E]+)$");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+([0-9]+) kB$");

    /** Linux tells the time of a process in hundredths of a second, whatever the kernel's own tick: {@code sysconf(_SC_CLK_TCK)}. */
    private static final double TICKS_A_SECOND = 100;
    /** Where {@code utime} and {@code stime} stand behind the name in {@code /proc/PID/stat}, from 0: proc(5). */
    private static final int USER_TIME = 11;

    private static final int SYSTEM_TIME = 12;

    private final Process process;
    private final URI address;
    /** Nothing where none are told. */
    private volatile @Nullable URI metrics;

    private RunningContender(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static RunningContender start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader lines = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher listens = LISTENS.matcher(line);
            if (listens.find()) {
                RunningContender running = new RunningContender(process, local(listens.group(1)));
                Thread rest = new Thread(() -> lines.lines().forEach(running::logged), "contender's log");
                rest.setDaemon(true);
                rest.start();
                return running;
            }
        }
        throw new IOException(String.join(" ", command) + " ended: " + said);
    }

    private static URI local(String port) {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    private void logged(String line) {
        Matcher told = METRICS.matcher(line);
        if (told.find()) {
            metrics = local(told.group(1)).resolve("metrics");
        }
    }

    URI address() {
        return address;
    }

    /** The processor time that it has used so far. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(proc("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) / TICKS_A_SECOND;
    }

    /** How many transactions it has committed so far; NaN where that is not known. */
    double commits() throws IOException {
        if (metrics == null) {
            return Double.NaN;
        }
        try (InputStream told = metrics.toURL().openStream()) {
            Matcher found = COMMITS.matcher(new String(told.readAllBytes(), StandardCharsets.UTF_8));
            return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
        }
    }

    /** The memory that it holds, as the machine sees it. */
    double residentMib() throws IOException {
        Matcher found = RESIDENT.matcher(Files.readString(proc("status")));
        return found.find() ? Double.parseDouble(found.group(1)) / 1024 : Double.NaN;
    }

    private Path proc(String file) {
        return Path.of("/proc", String.valueOf(process.pid()), file);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
