package steward.slack.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import steward.rep.Installation;
import steward.rep.Installations;
import steward.rep.SingleUse;

/** Installations in memory: only the present ones, since what is kept of others is the store's affair. */
public final class MemoryInstallations implements Installations {

    private final Map<String, Installation> installed = new HashMap<>();
    private final Map<String, Instant> leasedUntil = new HashMap<>();
    /** How often it was told which workspace is in which organization. */
    int belonged;

    private final Map<String, String> organizations = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    /** Whether the store fails. */
    volatile boolean broken;

    @Override
    public synchronized Optional<Installation> find(String team) {
        if (broken) {
            throw new IllegalStateException("the disk is gone");
        }
        return Optional.ofNullable(installed.get(organizations.getOrDefault(team, "")))
                .or(() -> Optional.ofNullable(installed.get(team)));
    }

    @Override
    public synchronized void belongs(String team, String organization, Instant now) {
        belonged++;
        organizations.put(team, organization);
    }

    @Override
    public Optional<String> workspace(String organization, String user) {
        return Optional.empty();
    }

    @Override
    public synchronized Optional<Installation> any() {
        return installed.values().stream().findFirst();
    }

    @Override
    public synchronized boolean install(Installation installation, SingleUse through, Instant now) {
        if (!used.add(through.id())) {
            return false;
        }
        install(installation);
        return true;
    }

    /** However it came to be installed. */
    synchronized void install(Installation installation) {
        long before = find(installation.team()).map(Installation::version).orElse(0L);
        put(installation, before + 1);
    }

    private void put(Installation next, long version) {
        installed.put(
                next.team(),
                new Installation(
                        next.team(),
                        next.organization(),
                        next.name(),
                        next.app(),
                        next.token(),
                        next.renewal(),
                        version));
        leasedUntil.remove(next.team());
    }

    @Override
    public synchronized boolean leave(String team, Instant at, Instant forgetAt) {
        return installed.remove(team) != null;
    }

    @Override
    public synchronized List<Installation> leaseExpiring(Instant expireBefore, Instant now, Duration lease) {
        return installed.values().stream()
                .filter(each -> each.renewal()
                        .filter(renewal -> !renewal.expiresAt().isAfter(expireBefore))
                        .isPresent())
                .flatMap(each -> lease(each.team(), now, lease).stream())
                .toList();
    }

    @Override
    public synchronized Optional<Installation> lease(String team, Instant now, Duration lease) {
        if (leasedUntil.getOrDefault(team, Instant.MIN).isAfter(now)) {
            return Optional.empty();
        }
        leasedUntil.put(team, now.plus(lease));
        return find(team).filter(each -> each.renewal().isPresent());
    }

    @Override
    public synchronized void renewed(Installation next) {
        if (find(next.team()).filter(now -> now.version() == next.version()).isPresent()) {
            put(next, next.version() + 1);
        }
    }

    @Override
    public boolean forgetSome(Instant now) {
        return false;
    }

    @Override
    public synchronized boolean isUsed(SingleUse through) {
        return used.contains(through.id());
    }
}
