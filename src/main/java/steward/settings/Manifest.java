package steward.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import steward.sandbox.workspace.InstalledApp;
import steward.sandbox.workspace.SlashCommand;

/** The Slack app manifest, as it comes with the program. */
public final class Manifest {

    /** Lines that say where Slack delivers by HTTP. */
    private static final Pattern ADDRESSES = Pattern.compile("(?m)^ *(?:request_)?url: .*\\R");

    private final String text;
    private final Map<?, ?> content;

    private Manifest(String text) {
        this.text = text;
        this.content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    public static Manifest read() {
        try (InputStream file = Manifest.class.getResourceAsStream("/steward/manifest.yml")) {
            if (file == null) {
                throw new IllegalStateException("manifest.yml is missing from the program");
            }
            return new Manifest(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same app in Socket Mode, where Slack needs no address to deliver to. */
    public Manifest inSocketMode() {
        return new Manifest(ADDRESSES
                .matcher(text)
                .replaceAll("")
                .replace("socket_mode_enabled: false", "socket_mode_enabled: true"));
    }

    /** As YAML, with the reasons for all that it asks for. */
    public String text() {
        return text;
    }

    /** The app as a workspace has it that installed it from this manifest. */
    public InstalledApp installed() {
        return new InstalledApp(
                text(at("display_information"), "name"),
                new HashSet<>(scopes()),
                new HashSet<>(texts(at("settings", "event_subscriptions", "bot_events"))),
                list(at("features", "slash_commands")).stream()
                        .map(command -> new SlashCommand(
                                text(command, "command"), text(command, "description"), text(command, "usage_hint")))
                        .toList(),
                at("features", "app_home", "home_tab_enabled").equals(true),
                at("features", "app_home", "messages_tab_enabled").equals(true),
                at("settings", "socket_mode_enabled").equals(true));
    }

    /** What the app asks leave for, in the manifest's order. */
    public List<String> scopes() {
        return texts(at("oauth_config", "scopes", "bot"));
    }

    private Object at(String... path) {
        Object found = content;
        for (String name : path) {
            found = Optional.ofNullable(((Map<?, ?>) found).get(name))
                    .orElseThrow(() -> new IllegalStateException("manifest.yml has no " + name));
        }
        return found;
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static List<String> texts(Object value) {
        return list(value).stream().map(String::valueOf).toList();
    }

    private static String text(Object map, String name) {
        return Optional.ofNullable(((Map<?, ?>) map).get(name))
                .map(String::valueOf)
                .orElse("");
    }
}
