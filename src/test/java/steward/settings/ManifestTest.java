package steward.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.Methods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The app manifest is one that Slack takes, and asks for what Steward needs and no more.
 *
 * <p>Names and lengths are those of Slack's own schema for manifests of version 2, scopes those of its reference of methods and events.
 */
class ManifestTest {

    /** Every Web API method that the code calls, and the bot scope that it takes; forms take none. */
    private static final Map<String, Set<String>> SCOPES_OF_METHOD = Map.ofEntries(
            Map.entry("apps.connections.open", Set.of()),
            Map.entry("api.test", Set.of()),
            Map.entry("auth.test", Set.of()),
            Map.entry("chat.delete", Set.of("chat:write")),
            Map.entry("chat.postMessage", Set.of("chat:write")),
            Map.entry("chat.update", Set.of("chat:write")),
            Map.entry("conversations.history", Set.of("im:history")),
            Map.entry("conversations.open", Set.of("im:write")),
            Map.entry("conversations.replies", Set.of("im:history")),
            Map.entry("files.completeUploadExternal", Set.of("files:write")),
            Map.entry("files.getUploadURLExternal", Set.of("files:write")),
            Map.entry("files.info", Set.of("files:read")),
            Map.entry("oauth.v2.access", Set.of()),
            Map.entry("users.info", Set.of("users:read")),
            Map.entry("views.open", Set.of()),
            Map.entry("views.publish", Set.of()),
            Map.entry("views.push", Set.of()));

    /** Of the events that the code reads; none if there is none to take. */
    private static final Map<String, Set<String>> SCOPES_OF_EVENT = Map.of(
            "app_home_opened", Set.of(),
            "app_uninstalled", Set.of(),
            "message.im", Set.of("im:history"),
            "tokens_revoked", Set.of(),
            "user_change", Set.of("users:read"));

    /** For what is neither a method nor an event. */
    private static final Set<String> SCOPES_OF_FEATURES = Set.of("commands");

    private static final Pattern METHOD = Pattern.compile(
            "\"((?:api|apps|auth|chat|conversations|files|oauth|reactions|team|users|views)\\.[A-Za-z0-9.]+)\"");

    private static final Pattern CONSTANT = Pattern.compile("\\bMethods\\.([A-Z0-9_]+)");

    private static final String REQUEST_URL = "https://steward.example.com/slack/events";

    private final Map<?, ?> manifest = read();

    @Test
    void itHasTheGroupsThatSlackKnowsAndNoOthers() {
        assertFields(manifest, "_metadata", "display_information", "features", "oauth_config", "settings");
        assertFields(at("_metadata"), "major_version", "minor_version");
        assertFields(at("display_information"), "name", "description", "long_description", "background_color");
        assertFields(at("features"), "app_home", "bot_user", "slash_commands");
        assertFields(
                at("features", "app_home"),
                "home_tab_enabled",
                "messages_tab_enabled",
                "messages_tab_read_only_enabled");
        assertFields(at("features", "bot_user"), "display_name", "always_online");
        assertFields(at("oauth_config"), "redirect_urls", "scopes");
        assertFields(at("oauth_config", "scopes"), "bot");
        assertFields(
                at("settings"),
                "event_subscriptions",
                "interactivity",
                "org_deploy_enabled",
                "socket_mode_enabled",
                "token_rotation_enabled");
        assertFields(at("settings", "event_subscriptions"), "request_url", "bot_events");
        assertFields(at("settings", "interactivity"), "is_enabled", "request_url");
        assertThat(at("_metadata").get("major_version")).isEqualTo(2);
    }

    @Test
    void itsTextsHaveLengthsThatSlackTakes() {
        assertThat(text(at("display_information"), "name")).hasSizeBetween(1, 35);
        assertThat(text(at("display_information"), "description")).hasSizeBetween(1, 140);
        assertThat(text(at("display_information"), "long_description")).hasSizeBetween(175, 4000);
        assertThat(text(at("display_information"), "background_color")).matches("#[0-9a-fA-F]{6}");
        assertThat(text(at("features", "bot_user"), "display_name")).hasSizeBetween(1, 80);
    }

    @Test
    void itsCommandsAreOnesThatSlackTakes() {
        assertThat(commands()).hasSizeBetween(1, 50).allSatisfy(command -> {
            assertFields(command, "command", "url", "description", "usage_hint", "should_escape");
            assertThat(text(command, "command")).matches("/[a-z0-9_-]{1,31}");
            assertThat(text(command, "description")).hasSizeBetween(1, 2000);
            assertThat(text(command, "usage_hint")).hasSizeBetween(1, 1000);
            assertThat(command.get("should_escape")).isEqualTo(false);
        });
        assertThat(commands().stream().map(command -> text(command, "command")))
                .containsExactly("/plan", "/roti", "/time", "/actions");
    }

    @Test
    void everythingIsDeliveredToTheOneAddress() {
        assertThat(commands())
                .allSatisfy(command -> assertThat(text(command, "url")).isEqualTo(REQUEST_URL));
        assertThat(text(at("settings", "event_subscriptions"), "request_url")).isEqualTo(REQUEST_URL);
        assertThat(text(at("settings", "interactivity"), "request_url")).isEqualTo(REQUEST_URL);
        assertThat(texts(at("oauth_config"), "redirect_urls"))
                .containsExactly("https://steward.example.com/slack/oauth_redirect");
    }

    @Test
    void aRepCanWriteToStewardAndTap() {
        assertThat(at("features", "app_home").get("home_tab_enabled")).isEqualTo(true);
        assertThat(at("features", "app_home").get("messages_tab_enabled")).isEqualTo(true);
        assertThat(at("features", "app_home").get("messages_tab_read_only_enabled"))
                .isEqualTo(false);
        assertThat(at("settings", "interactivity").get("is_enabled")).isEqualTo(true);
        assertThat(at("settings").get("socket_mode_enabled")).isEqualTo(false);
    }

    @Test
    void itAsksForTheScopesThatItsMethodsAndEventsTakeAndNoOthers() {
        Set<String> needed = new TreeSet<>(SCOPES_OF_FEATURES);
        SCOPES_OF_METHOD.values().forEach(needed::addAll);
        SCOPES_OF_EVENT.values().forEach(needed::addAll);
        assertThat(texts(at("oauth_config", "scopes"), "bot")).containsExactlyInAnyOrderElementsOf(needed);
        assertThat(texts(at("settings", "event_subscriptions"), "bot_events"))
                .containsExactlyInAnyOrderElementsOf(SCOPES_OF_EVENT.keySet());
    }

    @Test
    void everyMethodThatTheCodeCallsHasItsScope() throws IOException {
        assertThat(methodsCalled()).containsExactlyInAnyOrderElementsOf(SCOPES_OF_METHOD.keySet());
    }

    /** The methods named in the code that speaks to Slack: by their names, or by the library's constants for them. */
    private static Set<String> methodsCalled() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "steward", "slack"))) {
            return files.filter(Files::isRegularFile)
                    .map(ManifestTest::content)
                    .flatMap(code -> Stream.concat(
                            METHOD.matcher(code).results().map(found -> found.group(1)),
                            CONSTANT.matcher(code).results().map(found -> constant(found.group(1)))))
                    .collect(Collectors.toSet());
        }
    }

    private static String constant(String name) {
        try {
            return (String) Methods.class.getField(name).get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of reason stands above each scope and each event. */
    @Test
    void everyScopeAndEventSaysWhatItIsFor() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("manifest.yml"));
        Stream.concat(
                        texts(at("oauth_config", "scopes"), "bot").stream(),
                        texts(at("settings", "event_subscriptions"), "bot_events").stream())
                .forEach(name -> {
                    int line = lines.stream().map(String::strip).toList().indexOf("- " + name);
                    assertThat(lines.get(line - 1).strip()).as(name).startsWith("# ");
                });
    }

    @Test
    void inSocketModeItIsTheSameAppWithoutAnAddressToDeliverTo() {
        String text = Manifest.read().inSocketMode().text();
        Map<String, Object> expected = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Manifest.read().text());
        at(expected, "settings").put("socket_mode_enabled", true);
        at(expected, "settings", "event_subscriptions").remove("request_url");
        at(expected, "settings", "interactivity").remove("request_url");
        list(at(expected, "features"), "slash_commands").forEach(command -> ((Map<?, ?>) command).remove("url"));

        assertThat(text).doesNotContain("/slack/events").contains("# A rep wrote in the chat.");
        assertThat(new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(text))
                .isEqualTo(expected);
        assertThat(Manifest.read().inSocketMode().installed().socketMode()).isTrue();
        assertThat(Manifest.read().installed().socketMode()).isFalse();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> in, String... path) {
        Map<String, Object> found = in;
        for (String name : path) {
            found = (Map<String, Object>) Objects.requireNonNull(found.get(name), name);
        }
        return found;
    }

    @Test
    void theSandboxGrantsWhatTheManifestAsksFor() {
        assertThat(Manifest.read().installed().scopes())
                .containsExactlyInAnyOrderElementsOf(texts(at("oauth_config", "scopes"), "bot"));
    }

    private static Map<?, ?> read() {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(content(Path.of("manifest.yml")));
    }

    private Map<?, ?> at(String... path) {
        Map<?, ?> found = manifest;
        for (String name : path) {
            found = (Map<?, ?>) Objects.requireNonNull(found.get(name), name);
        }
        return found;
    }

    private List<Map<?, ?>> commands() {
        return list(at("features"), "slash_commands").stream()
                .<Map<?, ?>>map(each -> (Map<?, ?>) each)
                .toList();
    }

    private static void assertFields(Map<?, ?> group, String... names) {
        assertThat(group.keySet().stream().map(String::valueOf)).containsExactlyInAnyOrder(names);
    }

    private static String text(Map<?, ?> group, String name) {
        return String.valueOf(group.get(name));
    }

    private static List<String> texts(Map<?, ?> group, String name) {
        return list(group, name).stream().map(String::valueOf).toList();
    }

    private static List<?> list(Map<?, ?> group, String name) {
        return (List<?>) Objects.requireNonNull(group.get(name), name);
    }
}
