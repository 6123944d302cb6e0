package steward.slack.oauth;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.rep.Installation;
import steward.rep.Installations;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.LoggableError;
import steward.slack.api.Tokens;
import steward.slack.blocks.JsonFields;

/**
 * The tokens of the workspaces and organizations that have installed Steward themselves.
 *
 * <p>They are read anew for each call, which costs far less than the call: so a workspace that was installed anew or has gone is known as
 * such at once, whichever process heard of it. Those known last serve only while the store does not answer, so that reps can be told so.
 * Safe for use by several threads.
 */
public final class InstalledTokens implements Tokens {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledTokens.class);

    private static final Duration KEPT_AFTER_LEAVING = Duration.ofDays(30);

    /** A token lives for twelve hours; this leaves time for Slack, or us, to be away. */
    private static final Duration AHEAD = Duration.ofHours(2);

    /** Longer than it takes to get the next token; but whoever dies at it holds up the next until it is over. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final int FORGOTTEN_PARTS_MAX = 20;

    private final Installations installations;
    private final TokenRequests requests;
    private final InstantSource clock;
    private final Map<String, String> last = new ConcurrentHashMap<>();
    private final Set<String> notRenewed = ConcurrentHashMap.newKeySet();

    public InstalledTokens(Installations installations, TokenRequests requests, InstantSource clock) {
        this.installations = installations;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public Optional<String> of(String team) {
        Optional<String> token;
        try {
            token = installations.find(team).map(Installation::token);
        } catch (RuntimeException e) {
            return Optional.of(lastKnown(team, e));
        }
        token.ifPresentOrElse(found -> last.put(team, found), () -> last.remove(team));
        return token;
    }

    private String lastKnown(String team, RuntimeException failure) {
        String known = last.get(team);
        if (known == null) {
            throw failure;
        }
        LoggableError.log(LOG, "The token of a workspace can't be read, so the last one known has to do", failure);
        return known;
    }

    @Override
    public Optional<String> next(String team, String over) {
        Optional<String> current = of(team).filter(token -> !token.equals(over));
        if (current.isEmpty()) {
            installations
                    .find(team)
                    .flatMap(found -> installations.lease(found.team(), clock.instant(), LEASE))
                    .ifPresent(this::renew);
            return of(team).filter(token -> !token.equals(over));
        }
        return current;
    }

    /** The next token is stored before anybody uses it, since the one before may then be over. */
    private void renew(Installation leased) {
        ChatResult<JsonObject> renewed =
                requests.next(leased.renewal().orElseThrow().refreshToken());
        switch (renewed.kind()) {
            case DONE -> keep(leased, renewed.get());
            case REFUSED -> notRenewed(leased, renewed.error());
            case NOT_DONE, UNKNOWN ->
                LOG.warn("The token of {} is not renewed yet: {}", leased.place(), renewed.error());
        }
    }

    private void keep(Installation leased, JsonObject granted) {
        String token = JsonFields.text(granted, "access_token");
        if (token.isEmpty()) {
            notRenewed(leased, "no token in the answer");
            return;
        }
        installations.renewed(leased.with(token, TokenRequests.renewal(granted, clock.instant())));
        notRenewed.remove(leased.team());
    }

    private void notRenewed(Installation leased, String error) {
        if (notRenewed.add(leased.team())) {
            LOG.error(
                    "Slack does not renew the token of {} ({}): somebody there has to install Steward again",
                    leased.place(),
                    error);
        }
    }

    @Override
    public void revoked(String team, Instant at) {
        if (installations.leave(team, at, clock.instant().plus(KEPT_AFTER_LEAVING))) {
            LOG.info("{} has uninstalled Steward: what was written there goes in 30 days", team);
        }
    }

    /** Does what is due: renews tokens ahead of their end, and takes away what was written where Steward has left. Looks once. */
    public void look() {
        try {
            Instant now = clock.instant();
            installations.leaseExpiring(now.plus(AHEAD), now, LEASE).forEach(this::renew);
            boolean more = true;
            for (int part = 0; more && part < FORGOTTEN_PARTS_MAX; part++) {
                more = installations.forgetSome(now);
            }
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "Installations could not be looked after just now", e);
        }
    }
}
