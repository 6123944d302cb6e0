package steward;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import steward.rep.Installation;
import steward.rep.Installations;

/** The workspaces that Steward is installed in, whose tokens are encrypted before they are stored. */
final class SealedInstallations implements Installations {

    private final Installations stored;
    private final Seal seal;

    SealedInstallations(Installations stored, Seal seal) {
        this.stored = stored;
        this.seal = seal;
    }

    @Override
    public Optional<Installation> find(String team) {
        return stored.find(team).map(this::opened);
    }

    @Override
    public Optional<Installation> any() {
        return stored.any().map(this::opened);
    }

    @Override
    public void install(Installation installation, Instant now) {
        stored.install(sealed(installation), now);
    }

    @Override
    public boolean leave(String team, Instant at, Instant forgetAt) {
        return stored.leave(team, at, forgetAt);
    }

    @Override
    public List<Installation> leaseExpiring(Instant expireBefore, Instant now, Duration lease) {
        return stored.leaseExpiring(expireBefore, now, lease).stream()
                .map(this::opened)
                .toList();
    }

    @Override
    public Optional<Installation> lease(String team, Instant now, Duration lease) {
        return stored.lease(team, now, lease).map(this::opened);
    }

    @Override
    public void renewed(Installation next) {
        stored.renewed(sealed(next));
    }

    @Override
    public boolean forgetSome(Instant now) {
        return stored.forgetSome(now);
    }

    private Installation sealed(Installation open) {
        return open.with(
                seal.close(open.token(), place(open, "token")),
                open.renewal()
                        .map(renewal -> new Installation.Renewal(
                                seal.close(renewal.refreshToken(), place(open, "refresh_token")),
                                renewal.expiresAt())));
    }

    private Installation opened(Installation sealed) {
        return sealed.with(
                seal.open(sealed.token(), place(sealed, "token")),
                sealed.renewal()
                        .map(renewal -> new Installation.Renewal(
                                seal.open(renewal.refreshToken(), place(sealed, "refresh_token")),
                                renewal.expiresAt())));
    }

    /** The row and the column. */
    private static String place(Installation installation, String column) {
        return "installation " + installation.team() + " " + column;
    }
}
