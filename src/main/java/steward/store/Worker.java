package steward.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Steward at work on a store, by a name that tells which process of which machine it is.
 *
 * <p>Of one on this machine it is known whether it is still there; of one elsewhere only when it last said so.
 */
record Worker(String name) {

    /** Whoever has not said for so long that it is at work is gone. */
    static final Duration SILENT_MAX = Duration.ofMinutes(1);

    private static final String APART = " ";
    private static final int PARTS = 4;
    private static final String NOT_LINUX = "";
    private static final String MACHINE = machine();

    /** This one: two stores opened by one process are two. */
    static Worker here() {
        ProcessHandle process = ProcessHandle.current();
        return new Worker(String.join(
                APART,
                MACHINE,
                String.valueOf(process.pid()),
                begun(process),
                UUID.randomUUID().toString()));
    }

    /** Whether it is gone, given when it last said that it is at work. */
    boolean isGone(Optional<Instant> aliveAt, Instant now) {
        String[] parts = name.split(APART, PARTS);
        boolean elsewhere = parts.length < PARTS || !parts[0].equals(MACHINE);
        return elsewhere
                ? aliveAt.filter(at -> at.plus(SILENT_MAX).isAfter(now)).isEmpty()
                : ProcessHandle.of(Long.parseLong(parts[1]))
                        .filter(process -> begun(process).equals(parts[2]))
                        .isEmpty();
    }

    /** A process of the same number that began at another time is another. */
    private static String begun(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> String.valueOf(start.toEpochMilli()))
                .orElse("?");
    }

    /**
     * Where the numbers of processes mean the same: many machines may bear one name, and on one of them each container counts its processes
     * anew, as does the machine each time it starts.
     */
    private static String machine() {
        return Stream.of(
                        hostName(),
                        read(Path.of("/proc/sys/kernel/random/boot_id")),
                        link(Path.of("/proc/self/ns/pid")))
                .map(part -> part.replaceAll("\\s", ""))
                .collect(Collectors.joining("/"));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unnamed";
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return NOT_LINUX;
        }
    }

    private static String link(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return NOT_LINUX;
        }
    }
}
