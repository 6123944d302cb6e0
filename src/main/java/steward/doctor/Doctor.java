package steward.doctor;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import steward.encryption.KeyRing;
import steward.export.fonts.ScriptCoverage;
import steward.settings.DocumentSettings;
import steward.settings.Manifest;
import steward.settings.Settings;
import steward.settings.UserFacingException;
import steward.slack.api.OutgoingProxy;
import steward.slack.api.SlackCheckup;
import steward.slack.api.SlackCheckup.Answered;
import steward.slack.bolt.SlackSettings;
import steward.slack.oauth.OAuthApp;
import steward.store.database.DatabaseLocation;
import steward.store.database.StoreUnusable;

/** Looks at all that {@code serve} needs. Changes nothing, and repeats no secret. */
public final class Doctor {

    /** Slack's signatures hold for so long; a clock further off refuses them all. */
    private static final Duration CLOCK_OFF_MAX = Duration.ofMinutes(5);

    /** Somewhere, clocks change at short notice every year. */
    private static final int ZONE_DATA_YEARS_MAX = 2;

    private static final Finding LOOK_UPS = Finding.well(
            "look-ups",
            "if the app is distributed, but not in Slack's Marketplace, Slack lets it read a page of 15 messages a minute:"
                    + " Steward keeps to that, so what may have arrived before an outage waits for its turn to be looked for");

    private final Map<String, String> environment;
    private final InstantSource clock;

    public Doctor(Map<String, String> environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** Everything that was looked at, in the order in which a person would mend it. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<String> complaints = Settings.complaints(environment);
        if (complaints.isEmpty()) {
            Settings settings = Settings.of(environment);
            findings.add(Finding.well("settings", "complete"));
            findings.addAll(slack(settings));
        } else {
            complaints.forEach(complaint -> findings.add(Finding.wrong("settings", complaint)));
            findings.addAll(slackAlone());
        }
        findings.add(database());
        findings.add(letters());
        findings.add(zoneData());
        return findings;
    }

    // ── Slack ──

    private List<Finding> slack(Settings settings) {
        SlackSettings slack = settings.slack();
        SlackCheckup checkup = new SlackCheckup(slack.apiUrl(), slack.proxy());
        Optional<Answered> first = slack.botToken().map(checkup::whose).orElseGet(checkup::isThere);
        List<Finding> findings = new ArrayList<>();
        findings.add(reached(slack.apiUrl(), slack.proxy(), first));
        first.ifPresent(answered -> {
            slack.botToken().ifPresent(any -> findings.addAll(token(answered)));
            slack.appToken().ifPresent(token -> findings.add(sockets(checkup.opensSockets(token))));
            slack.app().ifPresent(app -> {
                findings.add(address(app, checkup));
                findings.add(LOOK_UPS);
            });
        });
        findings.add(clock(first));
        slack.app().ifPresent(app -> {
            KeyRing keys = new KeyRing(settings.keyFile(), settings.store());
            findings.add(found("key file", keys::examine));
            findings.addAll(new InstallationsCheck(app, keys, checkup, first.isPresent()).findings());
        });
        return findings;
    }

    /** What can be seen of it while not all settings are as they should be. */
    private List<Finding> slackAlone() {
        try {
            Settings.Environment env = new Settings.Environment(environment);
            URI apiUrl = Settings.apiUrl(env);
            Optional<OutgoingProxy> proxy = Settings.proxy(env);
            Optional<Answered> answered = new SlackCheckup(apiUrl, proxy).isThere();
            return List.of(reached(apiUrl, proxy, answered), clock(answered));
        } catch (UserFacingException e) {
            return List.of(clock(Optional.empty()));
        }
    }

    private static Finding reached(URI apiUrl, Optional<OutgoingProxy> proxy, Optional<Answered> answered) {
        Optional<OutgoingProxy> way = proxy.filter(any -> any.serves(apiUrl));
        String where = apiUrl + way.map(any -> " by way of the proxy " + any).orElse("");
        return answered.isPresent()
                ? Finding.well("Slack", "answers at " + where)
                : Finding.wrong(
                        "Slack",
                        "nobody answers at " + where
                                + (way.isPresent()
                                        ? "; look at HTTPS_PROXY, and whether the proxy lets this machine reach it"
                                        : "; let this machine reach it, look at SLACK_API_URL if that is set, or name your"
                                                + " network's proxy as HTTPS_PROXY"));
    }

    private Finding clock(Optional<Answered> answered) {
        return answered.flatMap(Answered::time)
                .map(this::clock)
                .orElseGet(() -> Finding.unknown("clock", "not known, since Slack does not say what time it is there"));
    }

    private Finding clock(Instant slackTime) {
        Duration off = Duration.between(slackTime, clock.instant());
        return off.abs().compareTo(CLOCK_OFF_MAX) > 0
                ? Finding.wrong(
                        "clock",
                        "%d minutes %s of Slack's, so that every delivery would be refused; set it right, best by NTP"
                                .formatted(off.abs().toMinutes(), off.isNegative() ? "behind that" : "ahead"))
                : Finding.well("clock", off.abs().toSeconds() + " seconds from Slack's");
    }

    private static List<Finding> token(Answered answered) {
        if (!answered.error().isEmpty()) {
            return List.of(Finding.wrong(
                    "SLACK_BOT_TOKEN",
                    "Slack refuses it (" + answered.error()
                            + "); copy it again from the app's page, under OAuth & Permissions"));
        }
        return List.of(
                Finding.well(
                        "SLACK_BOT_TOKEN",
                        (answered.organization() ? "of the organization " : "of the workspace ")
                                + answered.workspace()),
                answered.scopes()
                        .map(Doctor::scopes)
                        .orElseGet(() -> Finding.well("scopes", "Slack did not say what the token may do")));
    }

    private static Finding scopes(Set<String> granted) {
        Set<String> missing = new LinkedHashSet<>(Manifest.read().scopes());
        missing.removeAll(granted);
        return missing.isEmpty()
                ? Finding.well("scopes", "all that the manifest asks for")
                : Finding.wrong(
                        "scopes",
                        "the token lacks " + String.join(", ", missing)
                                + "; update the app's manifest and install the app again");
    }

    private static Finding sockets(Optional<Answered> opened) {
        return opened.map(answered -> answered.error().isEmpty()
                        ? Finding.well("SLACK_APP_TOKEN", "opens Socket Mode")
                        : Finding.wrong(
                                "SLACK_APP_TOKEN",
                                "Slack refuses it (" + answered.error()
                                        + "); it needs the scope connections:write, and the app Socket Mode"))
                .orElseGet(() -> Finding.wrong("SLACK_APP_TOKEN", "Slack did not answer; run this again"));
    }

    private static Finding address(OAuthApp app, SlackCheckup checkup) {
        URI health = URI.create(app.publicUrl() + "/healthz");
        return checkup.isWell(health)
                ? Finding.well("PUBLIC_URL", app.publicUrl() + " leads to Steward")
                : Finding.wrong(
                        "PUBLIC_URL",
                        health + " does not answer: start Steward, and let your proxy pass /slack/ and /healthz to it");
    }

    // ── This machine ──

    /** It can be looked at whatever else is not set. */
    private Finding database() {
        DatabaseLocation store;
        try {
            store = Settings.store(new Settings.Environment(environment));
        } catch (UserFacingException e) {
            return Finding.unknown("database", "not known, since the settings don't say where it is");
        }
        return found("database", store::examine);
    }

    private static Finding found(String about, Supplier<String> look) {
        try {
            return Finding.well(about, look.get());
        } catch (UserFacingException | StoreUnusable e) {
            return Finding.wrong(about, String.valueOf(e.getMessage()));
        }
    }

    /** A script that lacks letters is nothing wrong: whether it is written here, only the reps know. */
    private Finding letters() {
        try {
            DocumentSettings.useFonts(new Settings.Environment(environment));
        } catch (UserFacingException e) {
            return Finding.unknown("letters", "not known, since STEWARD_FONTS is no folder of fonts");
        }
        List<String> missing = ScriptCoverage.missing();
        return Finding.well(
                "letters",
                "PDF shows those of " + String.join(", ", ScriptCoverage.there())
                        + (missing.isEmpty()
                                ? ""
                                : "; none here for " + String.join(", ", missing)
                                        + ": put a font of theirs into the folder STEWARD_FONTS if you need them"));
    }

    /** Java names its time zone data by the year and a letter. */
    private Finding zoneData() {
        String version = ZoneRulesProvider.getVersions("UTC").lastKey();
        int year = Integer.parseInt(version.substring(0, 4));
        return clock.instant().atOffset(ZoneOffset.UTC).getYear() - year > ZONE_DATA_YEARS_MAX
                ? Finding.wrong(
                        "time zones", "Java's data is " + version + "; update Java, or reps are told the wrong hour")
                : Finding.well("time zones", "data of " + version);
    }
}
