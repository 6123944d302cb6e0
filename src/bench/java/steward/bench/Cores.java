package steward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Gives the program that is measured one core of the machine, and what drives it another, where Linux's {@code taskset} is there. */
final class Cores {

    private static final String MEASURED = "0";
    private static final String DRIVING = "1";

    private final boolean isApart;

    private Cores(boolean isApart) {
        this.isApart = isApart;
    }

    /** Keeps this process, with all threads that it has and makes, to the core that is not measured. */
    static Cores apart() throws IOException, InterruptedException {
        boolean isApart = Runtime.getRuntime().availableProcessors() > 1
                && Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "taskset")))
                && run("taskset", "--all-tasks", "--pid", "--cpu-list", DRIVING, pid()) == 0;
        return new Cores(isApart);
    }

    private static String pid() {
        return String.valueOf(ProcessHandle.current().pid());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** The command that runs another on the core that is measured. */
    List<String> measured(List<String> command) {
        return isApart
                ? Stream.concat(Stream.of("taskset", "--cpu-list", MEASURED), command.stream())
                        .toList()
                : command;
    }

    @Override
    public String toString() {
        return isApart ? "each on a core of its own" : "sharing all cores";
    }
}
