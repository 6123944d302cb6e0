package steward;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import steward.slack.SlackSettings;
import steward.store.Place;
import steward.worksheet.Notation;

/** What the environment says about how to serve. */
record Settings(SlackSettings slack, Path data, Place store, Notation notation, Optional<Integer> metricsPort) {

    private static final int PORT_MAX = 65_535;
    private static final Set<String> LOG_FORMATS = Set.of("text", "json");

    /** Reads the environment; throws {@link Unusable} with a sentence that names what is missing or malformed. */
    static Settings of(Map<String, String> environment) {
        Environment env = new Environment(environment);
        checkLogFormat(env);
        return new Settings(
                new SlackSettings(
                        port(env, "PORT").orElse(3000),
                        env.required(
                                "SLACK_SIGNING_SECRET", "it is on the app's page in Slack, under Basic Information"),
                        env.required(
                                "SLACK_BOT_TOKEN",
                                "it begins with xoxb- and is on the app's page under OAuth & Permissions"),
                        apiUrl(env)),
                data(env),
                store(env),
                notation(env),
                port(env, "METRICS_PORT"));
    }

    /** Where the store is, which is all that some commands need to know. */
    static Place store(Environment env) {
        return env.get("DATABASE_URL").map(Settings::database).orElseGet(() -> store(data(env)));
    }

    /** The store in a data folder. */
    static Place store(Path data) {
        return Place.file(data.resolve("steward.db"));
    }

    /** The address is not repeated, since a password may stand in it. */
    private static Place database(String url) {
        return Place.postgresql(url)
                .orElseThrow(() -> new Unusable("DATABASE_URL must be the address of a PostgreSQL database, like"
                        + " jdbc:postgresql://localhost:5432/steward?user=steward&password=secret."));
    }

    /** How money and dates are written, which the sandbox takes from the environment too. */
    static Notation notation(Environment env) {
        return new Notation(currency(env), env.get("STEWARD_LOCALE").map(Settings::locale));
    }

    private static Optional<Integer> port(Environment env, String name) {
        return env.get(name).map(port -> port(name, port));
    }

    private static int port(String name, String port) {
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > PORT_MAX) {
            throw new Unusable(name + " must be a number from 0 to " + PORT_MAX + ", not \"" + port + "\".");
        }
        return Integer.parseInt(port);
    }

    /** The log itself takes it from the environment, before anything else runs. */
    private static void checkLogFormat(Environment env) {
        String format = env.get("LOG_FORMAT").orElse("text");
        if (!LOG_FORMATS.contains(format)) {
            throw new Unusable("LOG_FORMAT must be text or json, not \"" + format + "\".");
        }
    }

    private static URI apiUrl(Environment env) {
        String url = env.get("SLACK_API_URL").orElse("https://slack.com/api/");
        try {
            URI address = new URI(url);
            boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            // Only an address that could be called has a host.
            if (isWeb && address.getHost() != null && url.endsWith("/api/")) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Said below, as for an address of something else.
        }
        throw new Unusable("SLACK_API_URL must be a web address that ends in /api/, not \"" + url + "\".");
    }

    private static Path data(Environment env) {
        String folder = env.get("DATA_DIR").orElse("data");
        try {
            return Path.of(folder);
        } catch (InvalidPathException e) {
            throw new Unusable("DATA_DIR must be the path of a folder, not \"" + folder + "\".");
        }
    }

    private static Currency currency(Environment env) {
        String code = env.get("STEWARD_CURRENCY").orElse("USD");
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new Unusable(
                    "STEWARD_CURRENCY must be a currency's three letters, like USD or EUR, not \"" + code + "\".");
        }
    }

    private static Locale locale(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale;
            }
        } catch (IllformedLocaleException e) {
            // Said below, as for a tag that is well formed and names no language.
        }
        throw new Unusable("STEWARD_LOCALE must be a language tag, like en-GB or de-DE, not \"" + tag + "\".");
    }

    /** The environment variables that are set to something. */
    record Environment(Map<String, String> variables) {

        Optional<String> get(String name) {
            return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
        }

        String required(String name, String where) {
            return get(name).orElseThrow(() -> new Unusable(name + " is not set: " + where + "."));
        }
    }
}
