package steward.doctor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import steward.encryption.KeyRing;
import steward.rep.Installation;
import steward.settings.UserFacingException;
import steward.slack.api.SlackCheckup;
import steward.slack.api.SlackCheckup.Answered;
import steward.slack.oauth.OAuthApp;
import steward.store.database.StoreUnusable;
import steward.store.installations.StoredTokens.Installed;

/** Looks at each workspace and organization that has installed Steward: since when, and whether Slack still takes its token. */
final class InstallationsCheck {

    private static final String TOKEN_OVER = "token_expired";

    private final OAuthApp app;
    private final KeyRing keys;
    private final SlackCheckup slack;
    private final boolean isSlackThere;

    /** @param isSlackThere whether it answers at all; it is not asked else */
    InstallationsCheck(OAuthApp app, KeyRing keys, SlackCheckup slack, boolean isSlackThere) {
        this.app = app;
        this.keys = keys;
        this.slack = slack;
        this.isSlackThere = isSlackThere;
    }

    /** One for each; that the key or the store is of no use is said elsewhere. */
    List<Finding> findings() {
        try {
            List<Installed> all = keys.installed();
            return all.isEmpty()
                    ? List.of(Finding.well(
                            "installations", "none yet; send people to " + app.publicUrl() + "/slack/install"))
                    : all.stream().map(this::finding).toList();
        } catch (UserFacingException | StoreUnusable e) {
            return List.of(Finding.unknown("installations", "not known until the key and the store can be read"));
        }
    }

    private Finding finding(Installed installed) {
        Installation installation = installed.installation();
        Optional<Answered> answered = isSlackThere ? slack.whose(installation.token()) : Optional.empty();
        String since = "installed on " + installed.at().atOffset(ZoneOffset.UTC).toLocalDate();
        String about = about(installation);
        if (answered.isEmpty()) {
            return Finding.unknown(about, since + "; Slack did not say whether its token is good, so run this again");
        }
        String error = answered.get().error();
        if (error.isEmpty()) {
            return Finding.well(about, since + ", and Slack takes its token");
        }
        return Finding.wrong(
                about,
                error.equals(TOKEN_OVER) && installation.renewal().isPresent()
                        ? since + "; its token ended on " + day(installation)
                                + ": Steward gets the next one while it serves"
                        : since + "; Slack refuses its token (" + error + "): install Steward there again, at "
                                + app.publicUrl() + "/slack/install");
    }

    private static String day(Installation installation) {
        Instant end = installation.renewal().orElseThrow().expiresAt();
        return end.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String about(Installation installation) {
        String name = installation.name().isBlank() ? "" : installation.name() + " ";
        return (installation.organization() ? "organization " : "workspace ") + name + "(" + installation.team() + ")";
    }
}
