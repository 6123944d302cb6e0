package steward.endtoend.faults;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import steward.endtoend.fixtures.CrowdedSlack.Fault;

/** Decides which calls of Slack's go wrong, and how. Safe for several threads. */
final class FaultySlack {

    /** A little less, as clocks and wires are not exact. */
    private static final long MINUTE_NANOS = 59_000_000_000L;

    /** In a thousand calls so many go wrong in each of these ways; those that hang, in so many less. */
    private static final int OF_EACH = 4;

    private static final int HANGING = 1;

    private static final List<Fault> ANY_CALL = List.of(
            Fault.TOO_MUCH,
            Fault.TOO_MUCH_AND_NO_MORE,
            Fault.FAILED,
            Fault.FAILED_THOUGH_DONE,
            Fault.LOST,
            Fault.LOST_THOUGH_DONE,
            Fault.REFUSED);

    /** What a workspace suffers for a while, beside the rest. */
    enum Outage {
        NONE,
        /** All calls hang. */
        HANGS,
        /** Its token was revoked. */
        REVOKED,
        /** Its history is not to be had. */
        NO_HISTORY
    }

    private final Random random;
    private final List<String> paced;
    private final Map<String, Outage> outages = new ConcurrentHashMap<>();
    private final Map<String, Long> lookedAt = new ConcurrentHashMap<>();
    private final Map<Fault, Integer> met = new EnumMap<>(Fault.class);
    private volatile boolean isOn;

    /** @param paced the workspaces in which history is given once a minute */
    FaultySlack(long seed, List<String> paced) {
        this.random = new Random(seed);
        this.paced = List.copyOf(paced);
    }

    void on(boolean next) {
        isOn = next;
    }

    void suffers(String workspace, Outage outage) {
        outages.put(workspace, outage);
    }

    void allWell() {
        isOn = false;
        outages.clear();
    }

    synchronized Fault next(String method, String workspace) {
        Fault fault = decided(method, workspace);
        if (fault != Fault.NONE) {
            met.merge(fault, 1, Integer::sum);
        }
        return fault;
    }

    synchronized String met() {
        return met.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private Fault decided(String method, String workspace) {
        boolean isHistory = method.equals("conversations.history");
        switch (outages.getOrDefault(workspace, Outage.NONE)) {
            case HANGS -> {
                return random.nextBoolean() ? Fault.HANGS : Fault.HANGS_IN_VAIN;
            }
            case REVOKED -> {
                return Fault.REVOKED;
            }
            case NO_HISTORY -> {
                if (isHistory) {
                    return Fault.FAILED;
                }
            }
            case NONE -> {}
        }
        if (isHistory && paced.contains(workspace) && isTooSoon(workspace)) {
            return Fault.TOO_MUCH_FOR_A_MINUTE;
        }
        return isOn ? drawn() : Fault.NONE;
    }

    private boolean isTooSoon(String workspace) {
        long now = System.nanoTime();
        boolean tooSoon = now - lookedAt.getOrDefault(workspace, now - MINUTE_NANOS) < MINUTE_NANOS;
        if (!tooSoon) {
            lookedAt.put(workspace, now);
        }
        return tooSoon;
    }

    private Fault drawn() {
        int lot = random.nextInt(1_000);
        if (lot < HANGING) {
            return random.nextBoolean() ? Fault.HANGS : Fault.HANGS_IN_VAIN;
        }
        int kind = (lot - HANGING) / OF_EACH;
        return kind < ANY_CALL.size() ? ANY_CALL.get(kind) : Fault.NONE;
    }
}
