package steward.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
import steward.conversation.session.NudgeMessage;
import steward.conversation.session.PersonalDataRequests;
import steward.conversation.session.RepSession;
import steward.conversation.session.RepSessions;
import steward.message.About;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.Outbox;
import steward.message.Outbox.Arrival;
import steward.message.Stamp;
import steward.nudges.WakeTimes;
import steward.plan.Entry;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.rep.Preferences;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.rep.Reps;
import steward.worksheet.questions.Question;
import steward.worksheet.values.Notation;

/** All of the store that Slack's side needs, in memory; fails when told to. */
final class MemoryStore implements RepSessions, Outbox, Reps, WakeTimes, PersonalDataRequests {

    /** When all messages are written down. */
    final List<String> takenBack = new ArrayList<>();

    static final Instant WRITTEN = Instant.parse("2026-03-02T15:00:00Z");

    final List<String> taken = new ArrayList<>();
    final Map<String, String> refused = new HashMap<>();
    final Map<String, Arrival> arrivals = new HashMap<>();
    final Map<RepId, String> rooms = new HashMap<>();
    final Set<RepId> gone = new HashSet<>();
    final Map<RepId, Known> profiles = new HashMap<>();
    final Set<RepId> seeHome = new HashSet<>();
    boolean locked;
    /** How every turn ends, if it ends so. */
    @Nullable
    RuntimeException turnsEndIn;

    int sentsToFail;

    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();

    synchronized Intent hold(Intent intent, boolean inDoubt) {
        pending.put(intent.id(), new Pending(intent, inDoubt, WRITTEN));
        return intent;
    }

    @Override
    public synchronized <T> Optional<T> take(RepId rep, String delivery, Instant now, Function<RepSession, T> turn) {
        if (locked) {
            throw new IllegalStateException("database is locked: Acme pays 1.2M");
        }
        String key = rep.team() + " " + delivery;
        if (keys.contains(key)) {
            return Optional.empty();
        }
        OneDesk desk = new OneDesk(rep);
        T result = turn.apply(desk);
        if (turnsEndIn != null) {
            throw turnsEndIn;
        }
        keys.add(key);
        taken.add(rep.user() + " " + delivery);
        desk.sent.forEach(intent -> hold(intent, false));
        return Optional.of(result);
    }

    @Override
    public synchronized <T> T look(RepId rep, Instant now, Function<RepSession, T> look) {
        return look.apply(new OneDesk(rep));
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
    public void alive(Instant now) {}

    @Override
    public synchronized void takeBack(Intent nudge, Instant now) {
        pending.remove(nudge.id());
        takenBack.add(nudge.id());
    }

    @Override
    public List<RepId> lease(Instant now, Duration lease, int repsAWorkspaceMax, Set<String> full) {
        return List.of();
    }

    @Override
    public synchronized boolean sending(Intent intent) {
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
        rooms.put(rep, channel);
    }

    @Override
    public synchronized void forgetRoom(RepId rep, String channel) {
        rooms.remove(rep, channel);
    }

    @Override
    public synchronized Optional<Known> known(RepId id) {
        return Optional.ofNullable(profiles.get(id));
    }

    @Override
    public synchronized void save(Rep rep, Instant now) {
        profiles.put(rep.id(), new Known(rep, now));
    }

    // ── Their own files ──────────────────────────────────────────────────────────────────────────────────

    /** Those who want their file, and from when on. */
    final Map<Request, Instant> wanted = new LinkedHashMap<>();
    /** Those who have it. */
    final List<Request> delivered = new ArrayList<>();
    /** Those of whom nothing is kept any more. */
    final List<Request> forgotten = new ArrayList<>();
    /** Whether what is kept of everybody has just changed. */
    boolean changed;

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
        if (changed || !wanted.containsKey(each) || !hasAll.test(new OneDesk(each.rep()))) {
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

    /** A conversation that numbers its messages. */
    static Conversation conversation() {
        AtomicInteger ids = new AtomicInteger();
        return new Conversation(Notation.DEFAULT, () -> "said" + ids.incrementAndGet());
    }

    /** A desk with no plans on it. */
    private static final class OneDesk implements RepSession {

        private final List<Intent> sent = new ArrayList<>();
        private final RepId owner;

        OneDesk(RepId owner) {
            this.owner = owner;
        }

        @Override
        public Rep rep() {
            return new Rep(owner, "", ZoneOffset.UTC);
        }

        @Override
        public void keep(Preferences preferences) {}

        @Override
        public List<NudgeMessage> nudges() {
            return List.of();
        }

        @Override
        public Optional<NudgeMessage> nudge(MessageRef message) {
            return Optional.empty();
        }

        @Override
        public void claim(NudgeMessage nudge) {}

        @Override
        public void answered(NudgeMessage nudge) {}

        @Override
        public void shows(NudgeMessage nudge, String shown) {}

        @Override
        public Set<PlanId> touched() {
            return Set.of();
        }

        @Override
        public void recomputeWakeTime() {}

        @Override
        public List<PlanCard> plans() {
            return List.of();
        }

        @Override
        public Optional<Plan> plan(PlanId id) {
            return Optional.empty();
        }

        @Override
        public Optional<PlanId> current() {
            return Optional.empty();
        }

        @Override
        public Plan start(PlanId id, String account, int year, Instant now) {
            return new Plan(id, owner, account, year, List.of());
        }

        @Override
        public void write(PlanId plan, List<Entry> entries) {}

        @Override
        public List<Written> written(String delivery) {
            return List.of();
        }

        @Override
        public Optional<String> usual(Question<?> question) {
            return Optional.empty();
        }

        @Override
        public Optional<Stamp> arrived(String intent) {
            return Optional.empty();
        }

        @Override
        public Optional<About> about(MessageRef message) {
            return Optional.empty();
        }

        @Override
        public void send(Intent intent) {
            sent.add(intent);
        }

        @Override
        public int waiting() {
            return 0;
        }

        @Override
        public void requestPersonalData(boolean thenForget) {}
    }
}
