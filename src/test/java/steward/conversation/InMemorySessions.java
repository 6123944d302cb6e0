package steward.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import steward.conversation.session.NudgeMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.RepSessions;
import steward.message.About;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.Purpose;
import steward.message.SideQuestion;
import steward.message.Stamp;
import steward.nudges.SentNudge;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.rep.Preferences;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.worksheet.questions.Question;

/** One rep's session, kept in memory: a store for tests that need none. */
final class InMemorySessions implements RepSessions, RepSession {

    private Rep rep;
    private final Set<String> deliveries = new HashSet<>();
    private final Map<String, List<Written>> written = new LinkedHashMap<>();
    private final List<NudgeMessage> nudges = new ArrayList<>();
    private final Set<PlanId> touchedNow = new HashSet<>();
    private String delivery = "";
    private Optional<SideQuestion> asked = Optional.empty();
    private final Map<PlanId, Plan> plans = new HashMap<>();
    private final List<PlanId> touched = new ArrayList<>();
    private final List<Intent> intents = new ArrayList<>();
    /** For each time that the rep asked for their own file, whether all is to be forgotten then. */
    final List<Boolean> wanted = new ArrayList<>();

    private final Map<String, Stamp> arrivals = new HashMap<>();

    InMemorySessions(Rep rep) {
        this.rep = rep;
    }

    @Override
    public <T> T look(RepId who, Instant now, Function<RepSession, T> look) {
        return look.apply(this);
    }

    @Override
    public <T> Optional<T> take(RepId who, String key, Instant now, Function<RepSession, T> turn) {
        delivery = key;
        touchedNow.clear();
        return deliveries.add(key) ? Optional.of(turn.apply(this)) : Optional.empty();
    }

    @Override
    public Rep rep() {
        return rep;
    }

    @Override
    public void keep(Preferences preferences) {
        rep = new Rep(rep.id(), rep.name(), rep.zone(), preferences);
    }

    @Override
    public List<PlanCard> plans() {
        return plans.values().stream()
                .filter(plan -> !plan.isDeleted())
                .sorted(Comparator.comparingInt((Plan plan) -> touched.lastIndexOf(plan.id()))
                        .reversed())
                .map(plan -> new PlanCard(
                        plan.id(),
                        plan.account(),
                        plan.year(),
                        plan.status(),
                        plan.lastHeard().orElse(Instant.EPOCH)))
                .toList();
    }

    @Override
    public List<Plan> deletedPlans() {
        return plans.values().stream().filter(Plan::isDeleted).toList();
    }

    @Override
    public Optional<Plan> plan(PlanId id) {
        // Read anew from its journal each time, as a store does.
        return Optional.ofNullable(plans.get(id))
                .filter(plan -> !plan.isDeleted())
                .map(plan -> new Plan(plan.id(), plan.owner(), plan.account(), plan.year(), plan.entries()));
    }

    @Override
    public Optional<PlanId> current() {
        return intents.stream()
                .filter(intent -> intent.purpose() == Purpose.QUESTION || intent.purpose() == Purpose.FOCUS)
                .filter(intent -> plan(new PlanId(intent.about().plan())).isPresent())
                .reduce((first, second) -> second)
                .map(intent -> new PlanId(intent.about().plan()));
    }

    @Override
    public Plan start(PlanId id, String account, int year, Instant now) {
        Plan plan = new Plan(id, rep.id(), account, year, List.of());
        plans.put(id, plan);
        return plan;
    }

    @Override
    public void write(PlanId plan, List<Entry> entries) {
        plans.computeIfPresent(plan, (id, before) -> before.with(entries));
        touched.add(plan);
        touchedNow.add(plan);
        written.computeIfAbsent(delivery, key -> new ArrayList<>()).add(new Written(plan, List.copyOf(entries)));
    }

    @Override
    public List<Written> written(String earlier) {
        Map<PlanId, List<Entry>> found = new LinkedHashMap<>();
        written.forEach((key, all) -> {
            if (key.equals(earlier) || key.startsWith(earlier + " ")) {
                all.forEach(each -> found.computeIfAbsent(each.plan(), plan -> new ArrayList<>())
                        .addAll(each.entries()));
            }
        });
        return found.entrySet().stream()
                .map(each -> new Written(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }

    @Override
    public Optional<String> usual(Question<?> question) {
        return plans.values().stream()
                .flatMap(plan -> plan.entries().stream())
                .filter(entry ->
                        entry.kind() == Kind.ANSWERED && entry.question().equals(question.key()))
                .max(Comparator.comparing(Entry::at))
                .map(Entry::value);
    }

    @Override
    public Optional<Stamp> arrived(String intent) {
        return Optional.ofNullable(arrivals.get(intent));
    }

    @Override
    public Optional<About> about(MessageRef message) {
        return intents.stream()
                .filter(intent -> hasBecome(message, intent.id()))
                .map(Intent::about)
                .findFirst();
    }

    @Override
    public List<NudgeMessage> nudges() {
        List<NudgeMessage> newestFirst = new ArrayList<>(nudges);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public Optional<NudgeMessage> nudge(MessageRef message) {
        return nudges.stream()
                .filter(nudged -> hasBecome(message, nudged.intent()))
                .findFirst();
    }

    @Override
    public void claim(NudgeMessage nudge) {
        boolean taken = nudges.stream()
                .anyMatch(other -> other.sent().kind() == nudge.sent().kind()
                        && other.sent().day().equals(nudge.sent().day()));
        if (taken) {
            throw new IllegalStateException("There was such a nudge on that day: " + nudge);
        }
        nudges.add(nudge);
    }

    @Override
    public void answered(NudgeMessage nudge) {
        SentNudge sent = nudge.sent();
        SentNudge answered = new SentNudge(sent.kind(), sent.day(), sent.at(), sent.subjects(), true);
        nudges.replaceAll(
                other -> other.intent().equals(nudge.intent()) && other.sent().kind() == sent.kind()
                        ? new NudgeMessage(answered, other.intent(), other.shown())
                        : other);
    }

    @Override
    public void shows(NudgeMessage nudge, String shown) {
        nudges.replaceAll(other ->
                other.intent().equals(nudge.intent()) ? new NudgeMessage(other.sent(), other.intent(), shown) : other);
    }

    @Override
    public Set<PlanId> touched() {
        return Set.copyOf(touchedNow);
    }

    @Override
    public Optional<SideQuestion> askedBeside() {
        return asked;
    }

    @Override
    public void askBeside(Optional<SideQuestion> question) {
        asked = question;
    }

    @Override
    public void takeBackWaitingNudges() {}

    @Override
    public void recomputeWakeTime() {}

    @Override
    public void send(Intent intent) {
        intents.add(intent);
    }

    @Override
    public int waiting() {
        return 0;
    }

    @Override
    public void requestPersonalData(boolean thenForget) {
        wanted.add(thenForget);
    }

    List<Intent> intents() {
        return List.copyOf(intents);
    }

    private boolean hasBecome(MessageRef message, String intent) {
        return Optional.ofNullable(arrivals.get(intent))
                .map(InMemorySessions::message)
                .filter(message::equals)
                .isPresent();
    }

    /** The message that stands there in the order of the chat. */
    static MessageRef message(Stamp stamp) {
        return new MessageRef("chat", "m" + stamp.order());
    }

    void arrive(String intent, Stamp stamp) {
        arrivals.put(intent, stamp);
    }
}
