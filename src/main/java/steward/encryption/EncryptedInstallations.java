package steward.encryption;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import steward.rep.Installation;
import steward.rep.Installations;
import steward.rep.SingleUse;

/** The workspaces that Steward is installed in, whose tokens are encrypted before they are stored. */
public final class EncryptedInstallations implements Installations {

    private final Installations stored;
    private final TokenCipher cipher;

    public EncryptedInstallations(Installations stored, TokenCipher cipher) {
        this.stored = stored;
        this.cipher = cipher;
    }

    @Override
    public Optional<Installation> find(String team) {
        return stored.find(team).map(cipher::decrypted);
    }

    @Override
    public Optional<Installation> any() {
        return stored.any().map(cipher::decrypted);
    }

    @Override
    public boolean install(Installation installation, SingleUse through, Instant now) {
        return stored.install(cipher.encrypted(installation), through, now);
    }

    @Override
    public boolean isUsed(SingleUse through) {
        return stored.isUsed(through);
    }

    @Override
    public void belongs(String team, String organization, Instant now) {
        stored.belongs(team, organization, now);
    }

    @Override
    public Optional<String> workspace(String organization, String user) {
        return stored.workspace(organization, user);
    }

    @Override
    public boolean leave(String team, Instant at, Instant forgetAt) {
        return stored.leave(team, at, forgetAt);
    }

    @Override
    public List<Installation> leaseExpiring(Instant expireBefore, Instant now, Duration lease) {
        return stored.leaseExpiring(expireBefore, now, lease).stream()
                .map(cipher::decrypted)
                .toList();
    }

    @Override
    public Optional<Installation> lease(String team, Instant now, Duration lease) {
        return stored.lease(team, now, lease).map(cipher::decrypted);
    }

    @Override
    public void renewed(Installation next) {
        stored.renewed(cipher.encrypted(next));
    }

    @Override
    public boolean forgetSome(Instant now) {
        return stored.forgetSome(now);
    }
}
