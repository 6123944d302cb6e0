package steward.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import steward.conversation.Conversation;
import steward.conversation.session.PersonalDataRequests;
import steward.conversation.session.RepSession;
import steward.conversation.session.RepSessions;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.Outbox;
import steward.message.Outbox.Arrival;
import steward.nudges.WakeTimes;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.rep.Reps;
import steward.worksheet.values.Notation;

/** All of the store that the runtime needs, in memory; fails when told to. */
public final class MemoryStore implements RepSessions, Outbox, Reps, WakeTimes, PersonalDataRequests {

    /** When all messages are written down. */
    public static final Instant WRITTEN = Instant.parse("2026-03-02T15:00:00Z");

    public final List<String> taken = new ArrayList<>();
    public final List<String> takenBack = new ArrayList<>();
    /** What another process is to send. */
    public final Set<String> takenOver = new HashSet<>();

    public final Map<String, String> refused = new HashMap<>();
    public final Map<String, Arrival> arrivals = new HashMap<>();
    public final Map<RepId, String> rooms = new HashMap<>();
    public final Set<RepId> gone = new HashSet<>();
    public final Map<RepId, Known> profiles = new HashMap<>();
    public final Set<RepId> seeHome = new HashSet<>();
    /** Those whose moment has come. */
    public final List<RepId> due = new ArrayList<>();
    /** The reps with whom no turn can be taken. */
    public final Set<RepId> turnsFailOf = new HashSet<>();
    /** The same of all, and nobody can be looked for. */
    public boolean locked;
    /** How every turn ends, if it ends so. */
    public @Nullable RuntimeException turnsEndIn;

    /** Whether no profile can be kept. */
    public boolean profilesFail;

    public boolean forgetProfilesOnceLookedAt;
    /** Whether no room can be noted. */
    public boolean roomsFail;
    /** How many arrivals can't be noted. */
    public int sentsToFail;

    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();

    public synchronized Intent hold(Intent intent, boolean inDoubt) {
        pending.put(intent.id(), new Pending(intent, inDoubt, WRITTEN));
        return intent;
    }

    @Override
    public synchronized <T> Optional<T> take(RepId rep, String delivery, Instant now, Function<RepSession, T> turn) {
        if (locked || turnsFailOf.contains(rep)) {
            throw new IllegalStateException("database is locked: Acme pays 1.2M");
        }
        String key = rep.team() + " " + delivery;
        if (keys.contains(key)) {
            return Optional.empty();
        }
        EmptySession session = new EmptySession(rep);
        T result = turn.apply(session);
        if (turnsEndIn != null) {
            throw turnsEndIn;
        }
        keys.add(key);
        taken.add(rep.user() + " " + delivery);
        session.sent().forEach(intent -> hold(intent, false));
        return Optional.of(result);
    }

    @Override
    public synchronized <T> T look(RepId rep, Instant now, Function<RepSession, T> look) {
        return look.apply(new EmptySession(rep));
    }

    @Override
    public Optional<Rep> withCalendar(String name) {
        return Optional.empty();
    }

    @Override
    public synchronized boolean seesHome(RepId id) {
        return seeHome.contains(id);
    }

    @Override
    public synchronized void lookedAtHome(RepId id) {
        seeHome.add(id);
    }

    @Override
    public synchronized List<Pending> pending() {
        return List.copyOf(pending.values());
    }

    @Override
    public synchronized List<Pending> adopt(Instant now) {
        return pending();
    }

    @Override
    public synchronized List<Pending> own(Instant before) {
        return pending().stream()
                .filter(each -> !takenOver.contains(each.intent().id()))
                .toList();
    }

    @Override
    public void alive(Instant now) {}

    @Override
    public synchronized void takeBack(Intent nudge, Instant now) {
        pending.remove(nudge.id());
        takenBack.add(nudge.id());
    }

    @Override
    public synchronized List<RepId> lease(Instant now, Duration lease, int repsAWorkspaceMax, Set<String> full) {
        if (locked) {
            throw new IllegalStateException("database is locked");
        }
        List<RepId> leased =
                due.stream().filter(rep -> !full.contains(rep.team())).toList();
        due.removeAll(leased);
        return leased;
    }

    @Override
    public synchronized boolean sending(Intent intent) {
        if (takenOver.contains(intent.id())) {
            return false;
        }
        pending.put(intent.id(), new Pending(intent, true, WRITTEN));
        return true;
    }

    @Override
    public synchronized void notSent(Intent intent) {
        pending.put(intent.id(), new Pending(intent, false, WRITTEN));
    }

    @Override
    public synchronized void sent(Intent intent, Optional<Arrival> arrival) {
        if (sentsToFail > 0) {
            sentsToFail--;
            throw new IllegalStateException("database is locked");
        }
        pending.remove(intent.id());
        arrival.ifPresent(known -> arrivals.put(intent.id(), known));
    }

    @Override
    public synchronized void refused(Intent intent, String reason) {
        pending.remove(intent.id());
        refused.put(intent.id(), reason);
    }

    @Override
    public synchronized void gone(Intent intent, String reason) {
        gone.add(intent.rep());
        refused(intent, reason);
    }

    @Override
    public synchronized Optional<Arrival> arrival(RepId rep, String intent) {
        return Optional.ofNullable(arrivals.get(intent));
    }

    @Override
    public synchronized Optional<String> room(RepId rep) {
        return Optional.ofNullable(rooms.get(rep));
    }

    @Override
    public synchronized void room(RepId rep, String channel) {
        if (roomsFail) {
            throw new IllegalStateException("database is locked");
        }
        rooms.put(rep, channel);
    }

    @Override
    public synchronized void forgetRoom(RepId rep, String channel) {
        rooms.remove(rep, channel);
    }

    @Override
    public synchronized Optional<Known> known(RepId id) {
        Optional<Known> known = Optional.ofNullable(profiles.get(id));
        if (forgetProfilesOnceLookedAt) {
            profiles.remove(id);
        }
        return known;
    }

    @Override
    public synchronized void save(Rep rep, Instant now) {
        if (profilesFail) {
            throw new IllegalStateException("database is locked");
        }
        profiles.put(rep.id(), new Known(rep, now));
    }

    // ── Their own files ──────────────────────────────────────────────────────────────────────────────────

    /** Those who want their file, and from when on. */
    public final Map<Request, Instant> wanted = new LinkedHashMap<>();
    /** Those who have it. */
    public final List<Request> delivered = new ArrayList<>();
    /** Those of whom nothing is kept any more. */
    public final List<Request> forgotten = new ArrayList<>();
    /** Whether what is kept of everybody has just changed. */
    public boolean changed;

    @Override
    public synchronized List<Request> lease(Instant now, Duration lease) {
        List<Request> due = wanted.entrySet().stream()
                .filter(each -> !each.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(each -> wanted.put(each, now.plus(lease)));
        return due;
    }

    @Override
    public synchronized void later(Request each, Instant from) {
        wanted.put(each, from);
    }

    @Override
    public synchronized void delivered(Request each) {
        wanted.remove(each);
        delivered.add(each);
    }

    @Override
    public synchronized boolean giveUp(Request each, Intent notice, Instant now) {
        boolean wasWanted = wanted.remove(each) != null;
        if (wasWanted) {
            hold(notice, false);
        }
        return wasWanted;
    }

    @Override
    public synchronized Optional<List<MessageRef>> forget(
            Request each, Predicate<RepSession> hasAll, Intent farewell, Instant now) {
        if (changed || !wanted.containsKey(each) || !hasAll.test(new EmptySession(each.rep()))) {
            changed = false;
            return Optional.empty();
        }
        wanted.remove(each);
        forgotten.add(each);
        List<MessageRef> theirs =
                arrivals.values().stream().map(Arrival::message).toList();
        arrivals.clear();
        rooms.remove(each.rep());
        hold(farewell, false);
        return Optional.of(theirs);
    }

    @Override
    public void eraseDeletedPlans(Instant now) {}

    /** A conversation that numbers its messages. */
    public static Conversation conversation() {
        AtomicInteger ids = new AtomicInteger();
        return new Conversation(Notation.DEFAULT, () -> "said" + ids.incrementAndGet());
    }
}
