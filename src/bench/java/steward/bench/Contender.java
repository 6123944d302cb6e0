package steward.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import steward.cli.InProcess;

/**
 * A program to be measured.
 *
 * @param posts whether it replies to a message with one of its own
 * @param talks whether its replies are the questions of a plan, rather than the same words again
 * @param command how it is started, given the address of the Web API and a folder for what it keeps
 */
record Contender(String name, boolean posts, boolean talks, BiFunction<URI, Path, List<String>> command) {

    /** What {@code npm install} has put there. */
    private static final Path NODE = Path.of("target", "bench", "node");

    static Contender steward() {
        return new Contender(
                "Steward",
                true,
                true,
                (api, folder) ->
                        java(List.of("-jar", System.getProperty("steward.jar", "target/steward.jar"), "serve")));
    }

    static Contender bareJetty() {
        return new Contender(
                "Jetty alone", false, false, (api, folder) -> peer("steward.bench.peers.BareJetty", List.of()));
    }

    static Contender boltForJava() {
        return new Contender(
                "Bolt for Java",
                true,
                false,
                (api, folder) -> peer("steward.bench.peers.BoltForJava", List.of(api.toString())));
    }

    static Contender boltForJavaScript() {
        return new Contender(
                "Bolt for JavaScript",
                true,
                false,
                (api, folder) -> List.of("node", NODE.resolve("echo.js").toString()));
    }

    /** Fetches what Bolt for JavaScript needs; whether it can be measured. */
    static boolean hasBoltForJavaScript() throws InterruptedException {
        try {
            Files.createDirectories(NODE);
            for (String file : List.of("package.json", "echo.js")) {
                Files.writeString(NODE.resolve(file), Files.readString(Path.of("src", "bench", "node", file)));
            }
            return new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--no-package-lock")
                            .directory(NODE.toFile())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> peer(String main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        return java(command);
    }

    /** As the image starts it. */
    private static List<String> java(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(arguments);
        return command;
    }

    RunningContender start(Cores cores, URI api, Path folder) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("PORT", "0");
        environment.put("METRICS_PORT", "0");
        environment.put("SLACK_SIGNING_SECRET", InProcess.SIGNING_SECRET);
        environment.put("SLACK_BOT_TOKEN", InProcess.BOT_TOKEN);
        environment.put("SLACK_API_URL", api.toString());
        environment.put("DATA_DIR", folder.toString());
        return RunningContender.start(cores.measured(command.apply(api, folder)), environment);
    }
}
