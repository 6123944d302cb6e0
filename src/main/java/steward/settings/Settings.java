package steward.settings;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.export.brand.Brand;
import steward.slack.api.OutgoingProxy;
import steward.slack.bolt.SlackSettings;
import steward.slack.oauth.OAuthApp;
import steward.store.database.DatabaseLocation;
import steward.worksheet.values.Notation;

/**
 * What the environment says about how to serve.
 *
 * @param store where all is kept that Steward must not forget
 * @param keyFile where the key is that encrypts stored tokens
 * @param metrics where metrics are told, if they are
 * @param publicUrl where browsers and calendars reach Steward, without a slash at its end; empty if they can't
 * @param brand what documents show of the company
 */
public record Settings(
        SlackSettings slack,
        Path data,
        DatabaseLocation store,
        Path keyFile,
        Notation notation,
        Optional<InetSocketAddress> metrics,
        Optional<URI> publicUrl,
        Brand brand) {

    private static final int PORT_MAX = 65_535;
    private static final int PORT_USUAL = 3000;
    private static final Set<String> LOG_FORMATS = Set.of("text", "json");

    private static final String ON_BASIC_INFORMATION = "it is on the app's page in Slack, under Basic Information";

    /** Those that Slack renews begin with {@code xoxe.}; what is not plain text could not be sent. */
    private static final Pattern BOT_TOKEN = Pattern.compile("(xoxe\\.)?xoxb-[!-~]+");

    private static final Pattern APP_TOKEN = Pattern.compile("xapp-[!-~]+");

    private static final Pattern HOST = Pattern.compile("[0-9A-Za-z.:%_-]*[0-9A-Za-z]|::");

    /** Where nobody listens in between, so that it can be tried without https. */
    private static final Set<String> ON_THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    /** Reads the environment; throws {@link UserFacingException} with a sentence for each thing that is missing or malformed. */
    public static Settings of(Map<String, String> environment) {
        Environment env = new Environment(environment);
        List<String> complaints = complaints(environment);
        if (!complaints.isEmpty()) {
            throw new UserFacingException(String.join(" ", complaints));
        }
        return new Settings(
                slack(env),
                data(env),
                store(env),
                keyFile(env),
                notation(env),
                metrics(env),
                reachable(env),
                DocumentSettings.brand(env));
    }

    /** Where the store is, which is all that some commands need to know. */
    public static DatabaseLocation store(Environment env) {
        return env.get("DATABASE_URL").map(Settings::database).orElseGet(() -> store(data(env)));
    }

    /** The store in a data folder. */
    public static DatabaseLocation store(Path data) {
        return DatabaseLocation.file(data.resolve("steward.db"));
    }

    /** The address is not repeated, since a password may stand in it. */
    private static DatabaseLocation database(String url) {
        return DatabaseLocation.postgresql(url)
                .orElseThrow(
                        () -> new UserFacingException("DATABASE_URL must be the address of a PostgreSQL database, like"
                                + " jdbc:postgresql://localhost:5432/steward?user=steward&password=secret."));
    }

    /** Everything that is missing or malformed, a sentence each; if nothing is, Steward can be started by them. */
    public static List<String> complaints(Map<String, String> environment) {
        Environment env = new Environment(environment);
        List<Consumer<Environment>> readings = new ArrayList<>(List.of(
                Settings::checkLogFormat,
                Settings::host,
                Settings::port,
                Settings::apiUrl,
                Settings::proxy,
                Settings::signingSecret,
                Settings::appToken,
                Settings::botToken,
                Settings::data,
                Settings::store,
                Settings::keyFile,
                Settings::currency,
                Settings::locale,
                Settings::metrics,
                Settings::reachable,
                DocumentSettings::logo,
                DocumentSettings::colour,
                DocumentSettings::fonts));
        if (isInstallable(env)) {
            readings.addAll(List.of(Settings::clientId, Settings::clientSecret, Settings::publicUrl));
        }
        // What is read for several settings is complained of once.
        return readings.stream()
                .flatMap(reading -> complaint(reading, env).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> complaint(Consumer<Environment> reading, Environment env) {
        try {
            reading.accept(env);
            return Optional.empty();
        } catch (UserFacingException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static SlackSettings slack(Environment env) {
        return new SlackSettings(
                host(env),
                port(env),
                apiUrl(env),
                proxy(env),
                signingSecret(env),
                appToken(env),
                botToken(env),
                app(env));
    }

    /** Nothing if Slack delivers over a connection that Steward opens. */
    private static Optional<String> signingSecret(Environment env) {
        return env.isSet("SLACK_APP_TOKEN")
                ? Optional.empty()
                : Optional.of(env.required("SLACK_SIGNING_SECRET", ON_BASIC_INFORMATION));
    }

    /** Nothing if workspaces install the app themselves. */
    private static Optional<String> botToken(Environment env) {
        if (!isInstallable(env)) {
            String token = env.required(
                    "SLACK_BOT_TOKEN", "it begins with xoxb- and is on the app's page under OAuth & Permissions");
            if (!BOT_TOKEN.matcher(token).matches()) {
                throw new UserFacingException(
                        "SLACK_BOT_TOKEN must be a bot token, which begins with xoxb- and is on the app's page"
                                + " in Slack, under OAuth & Permissions.");
            }
            return Optional.of(token);
        }
        if (env.isSet("SLACK_BOT_TOKEN")) {
            throw new UserFacingException(
                    "SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID for as many as install the app: set one"
                            + " of the two, not both.");
        }
        return Optional.empty();
    }

    /** The app that workspaces install themselves, if that is how they come. */
    private static Optional<OAuthApp> app(Environment env) {
        return isInstallable(env)
                ? Optional.of(new OAuthApp(
                        clientId(env),
                        clientSecret(env),
                        publicUrl(env),
                        Manifest.read().scopes()))
                : Optional.empty();
    }

    private static boolean isInstallable(Environment env) {
        return env.isSet("SLACK_CLIENT_ID") || env.isSet("SLACK_CLIENT_SECRET");
    }

    private static String clientId(Environment env) {
        return env.required("SLACK_CLIENT_ID", ON_BASIC_INFORMATION);
    }

    private static String clientSecret(Environment env) {
        return env.required("SLACK_CLIENT_SECRET", ON_BASIC_INFORMATION);
    }

    /** For a workspace's own Steward it need not be set. */
    private static Optional<URI> reachable(Environment env) {
        return env.isSet("PUBLIC_URL") ? Optional.of(publicUrl(env)) : Optional.empty();
    }

    private static URI publicUrl(Environment env) {
        String url = env.required("PUBLIC_URL", "it is the web address at which browsers reach Steward");
        return address(url.replaceFirst("/+$", ""))
                .filter(address -> address.getRawQuery() == null && address.getRawFragment() == null)
                .filter(address -> "https".equals(address.getScheme()) || ON_THIS_MACHINE.contains(address.getHost()))
                .orElseThrow(() -> new UserFacingException(
                        "PUBLIC_URL must be a web address that begins with https://, not \"" + url + "\"."));
    }

    private static Optional<String> appToken(Environment env) {
        Optional<String> token = env.get("SLACK_APP_TOKEN");
        if (token.filter(any -> !APP_TOKEN.matcher(any).matches()).isPresent()) {
            throw new UserFacingException(
                    "SLACK_APP_TOKEN must be an app-level token, which begins with xapp- and is on the app's page"
                            + " in Slack, under Basic Information.");
        }
        return token;
    }

    /** How money and dates are written, which the sandbox takes from the environment too. */
    public static Notation notation(Environment env) {
        return new Notation(currency(env), locale(env));
    }

    private static String host(Environment env) {
        return host(env, "HOST");
    }

    private static int port(Environment env) {
        return port(env, "PORT").orElse(PORT_USUAL);
    }

    private static Optional<InetSocketAddress> metrics(Environment env) {
        String host = host(env, "METRICS_HOST");
        return port(env, "METRICS_PORT").map(port -> InetSocketAddress.createUnresolved(host, port));
    }

    /** Where somebody else is to listen in between, in the clear, it is said. */
    private static String host(Environment env, String name) {
        String host = env.get(name).orElse("127.0.0.1");
        if (!HOST.matcher(host).matches()) {
            throw new UserFacingException(
                    name + " must be an address of this machine, like 127.0.0.1, or 0.0.0.0 for all that it has, not \""
                            + host + "\".");
        }
        return host;
    }

    private static Optional<Integer> port(Environment env, String name) {
        return env.get(name).map(port -> port(name, port));
    }

    private static int port(String name, String port) {
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > PORT_MAX) {
            throw new UserFacingException(name + " must be a number from 0 to " + PORT_MAX + ", not \"" + port + "\".");
        }
        return Integer.parseInt(port);
    }

    /** The log itself takes it from the environment, before anything else runs. */
    private static void checkLogFormat(Environment env) {
        String format = env.get("LOG_FORMAT").orElse("text");
        if (!LOG_FORMATS.contains(format)) {
            throw new UserFacingException("LOG_FORMAT must be text or json, not \"" + format + "\".");
        }
    }

    /** Where Slack's Web API is. */
    public static URI apiUrl(Environment env) {
        String url = env.get("SLACK_API_URL").orElse("https://slack.com/api/");
        return address(url)
                .filter(address -> url.endsWith("/api/"))
                .orElseThrow(() -> new UserFacingException(
                        "SLACK_API_URL must be a web address that ends in /api/, not \"" + url + "\"."));
    }

    /** By whose way Slack is called, if by any; other programs read the small letters too. The address is not repeated, for the password in it. */
    public static Optional<OutgoingProxy> proxy(Environment env) {
        String exceptions = env.get("NO_PROXY").or(() -> env.get("no_proxy")).orElse("");
        return env.get("HTTPS_PROXY").or(() -> env.get("https_proxy")).map(address -> {
            try {
                return OutgoingProxy.of(address, exceptions);
            } catch (IllegalArgumentException e) {
                throw new UserFacingException("HTTPS_PROXY must be the address of an HTTP proxy with its port, like"
                        + " http://proxy.example.com:3128 or http://user:password@proxy.example.com:3128.");
            }
        });
    }

    /** Empty if it is no web address that could be called. */
    private static Optional<URI> address(String url) {
        try {
            URI address = new URI(url);
            boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return isWeb && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Path data(Environment env) {
        return path("DATA_DIR", env.get("DATA_DIR").orElse("data"), "a folder");
    }

    /** Where the key is that encrypts stored tokens. */
    public static Path keyFile(Environment env) {
        return env.get("STEWARD_KEY_FILE")
                .map(file -> path("STEWARD_KEY_FILE", file, "a file"))
                .orElseGet(() -> data(env).resolve("key"));
    }

    static Path path(String name, String path, String what) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new UserFacingException(name + " must be the path of " + what + ", not \"" + path + "\".");
        }
    }

    private static Currency currency(Environment env) {
        String code = env.get("STEWARD_CURRENCY").orElse("USD");
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new UserFacingException(
                    "STEWARD_CURRENCY must be a currency's three letters, like USD or EUR, not \"" + code + "\".");
        }
    }

    private static Optional<Locale> locale(Environment env) {
        return env.get("STEWARD_LOCALE")
                .map(tag -> known(tag)
                        .orElseThrow(() -> new UserFacingException(
                                "STEWARD_LOCALE must be a language tag that Java knows, like en-GB"
                                        + " or de-DE, not \"" + tag + "\".")));
    }

    /** By any other, numbers would be read as in no language at all. */
    private static Optional<Locale> known(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build())
                    .filter(locale -> isKnown(locale, Locale::getLanguage))
                    .filter(locale -> locale.getCountry().isEmpty() || isKnown(locale, Locale::getCountry));
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    private static boolean isKnown(Locale locale, Function<Locale, String> part) {
        return !part.apply(locale).isEmpty()
                && Stream.of(Locale.getAvailableLocales())
                        .anyMatch(known -> part.apply(known).equals(part.apply(locale)));
    }

    /** The environment variables that are set to something. What is secret may stand in a file instead, named by the same word and _FILE. */
    public record Environment(Map<String, String> variables) {

        private static final Set<String> SECRETS = Set.of(
                "SLACK_SIGNING_SECRET",
                "SLACK_BOT_TOKEN",
                "SLACK_CLIENT_SECRET",
                "SLACK_APP_TOKEN",
                "DATABASE_URL",
                "HTTPS_PROXY");

        private static final String IN_FILE = "_FILE";

        Optional<String> get(String name) {
            Optional<String> said = variable(name);
            Optional<String> file = SECRETS.contains(name) ? variable(name + IN_FILE) : Optional.empty();
            if (said.isPresent() && file.isPresent()) {
                throw new UserFacingException(
                        name + " is set, and so is " + name + IN_FILE + ": set one of the two, not both.");
            }
            return file.map(path -> content(name + IN_FILE, path)).or(() -> said);
        }

        boolean isSet(String name) {
            return variable(name).isPresent()
                    || (SECRETS.contains(name) && variable(name + IN_FILE).isPresent());
        }

        private Optional<String> variable(String name) {
            return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
        }

        private static String content(String name, String path) {
            try {
                String content = Files.readString(path(name, path, "a file")).strip();
                if (content.isEmpty()) {
                    throw new UserFacingException(name + " " + path + " is empty.");
                }
                return content;
            } catch (IOException e) {
                throw new UserFacingException(
                        name + " " + path + " can't be read: check that it is there, and that Steward may read it.");
            }
        }

        String required(String name, String where) {
            return get(name).orElseThrow(() -> new UserFacingException(name + " is not set: " + where + "."));
        }
    }
}
