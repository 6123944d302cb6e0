package steward.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import steward.conversation.session.NudgeMessage;
import steward.conversation.session.RepSession;
import steward.message.About;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.Outbox;
import steward.message.SideQuestion;
import steward.message.Stamp;
import steward.nudges.NextNudges;
import steward.nudges.NudgeRules;
import steward.nudges.SentNudge;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.rep.Preferences;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.store.PlanCache.OfRep;
import steward.store.StoredReps.InTurn;
import steward.worksheet.questions.Question;

/** What one turn reads and writes of a rep, inside the transaction that takes a delivery. */
final class StoredRepSession implements RepSession {

    private final Handle handle;
    private final Worker worker;
    private final RepId owner;
    private final Instant now;
    private final StoredJournals journals;
    private final StoredPlans plans;
    private final StoredNudges nudges;
    private final Set<PlanId> touched = new HashSet<>();
    /** The nudges of this turn. */
    private final Set<String> claimed = new HashSet<>();

    /** As it was read; nothing before that, or once it has changed. */
    private @Nullable InTurn inTurn;
    /** Of the plan that the talk is about, as it was read. */
    private Optional<PlanId> current = Optional.empty();
    /** Not before it was asked for, nor once it may have changed. */
    private boolean isCurrentRead;

    private NextNudges next;
    /** Whether anything was done that may have moved when the rep deserves a nudge. */
    private boolean moved;
    /** Whether they were looked at to be nudged: then not even a moment that is a little early may come twice. */
    private boolean woken;

    /** @param known what is in memory of the rep */
    StoredRepSession(Handle handle, Worker worker, RepId owner, String delivery, Instant now, OfRep known) {
        this.handle = handle;
        this.worker = worker;
        this.owner = owner;
        this.now = now;
        this.journals = new StoredJournals(handle, owner, delivery);
        this.plans = new StoredPlans(handle, owner, journals, known.plans());
        this.next = known.nudges();
        this.nudges = new StoredNudges(handle, owner);
    }

    RepId owner() {
        return owner;
    }

    /** What may be kept in memory of the rep as this session leaves them. */
    OfRep toKeep() {
        return new OfRep(plans.toKeep(), next);
    }

    /**
     * Works out anew when the rep may deserve a nudge next, if the turn did anything that may have moved that. A nudge that still waits to
     * be sent is then worked out anew as well.
     */
    void reckonIfMoved() {
        if (moved || woken) {
            nudges.takeBackWaiting(claimed);
            List<SentNudge> sent =
                    nudges.newestFirst().stream().map(NudgeMessage::sent).toList();
            List<Plan> live = livePlans();
            next = next.after(rep(), live, sent, now);
            wakeAt(woken ? NudgeRules.next(rep(), live, sent, now) : next.first());
        }
    }

    private void wakeAt(Optional<Instant> moment) {
        if (inTurn().isLeased() || !inTurn().wakeAt().equals(moment)) {
            nudges.wakeAt(moment);
        }
    }

    @Override
    public Rep rep() {
        return inTurn().rep();
    }

    private InTurn inTurn() {
        if (inTurn == null) {
            inTurn = StoredReps.inTurn(handle, owner);
        }
        return inTurn;
    }

    @Override
    public void keep(Preferences preferences) {
        StoredPreferences.keep(handle, owner, preferences);
        inTurn = null;
        moved = true;
    }

    @Override
    public List<PlanCard> plans() {
        return plans.cards();
    }

    @Override
    public List<Plan> deletedPlans() {
        return plans.deleted();
    }

    @Override
    public Optional<Plan> plan(PlanId id) {
        return plans.plan(id).filter(plan -> !plan.isDeleted());
    }

    @Override
    public Optional<PlanId> current() {
        if (!isCurrentRead) {
            current = talkedAbout();
            isCurrentRead = true;
        }
        return current;
    }

    private Optional<PlanId> talkedAbout() {
        return query("""
                select plan_id
                from intent
                where team_id = :team and owner_id = :owner and purpose in ('QUESTION', 'FOCUS')
                    and not exists (
                        select 1
                        from deleted_plans d
                        where d.team_id = intent.team_id and d.plan_id = intent.plan_id
                    )
                order by n desc
                limit 1
                """)
                .map((row, context) -> new PlanId(row.getString("plan_id")))
                .findOne();
    }

    @Override
    public Plan start(PlanId id, String account, int year, Instant now) {
        return plans.start(id, account, year, now);
    }

    @Override
    public List<NudgeMessage> nudges() {
        return nudges.newestFirst();
    }

    @Override
    public Optional<NudgeMessage> nudge(MessageRef message) {
        return nudges.arrived(message);
    }

    @Override
    public void claim(NudgeMessage nudge) {
        nudges.claim(nudge);
        claimed.add(nudge.intent());
        moved = true;
    }

    @Override
    public void takeBackWaitingNudges() {
        nudges.takeBackWaiting(claimed);
    }

    @Override
    public void answered(NudgeMessage nudge) {
        nudges.answered(nudge);
        moved = true;
    }

    @Override
    public void shows(NudgeMessage nudge, String shown) {
        nudges.shows(nudge, shown);
    }

    @Override
    public Set<PlanId> touched() {
        return Set.copyOf(touched);
    }

    @Override
    public Optional<SideQuestion> askedBeside() {
        return inTurn().asked();
    }

    @Override
    public void askBeside(Optional<SideQuestion> question) {
        if (!askedBeside().equals(question)) {
            StoredSideQuestion.keep(handle, owner, question);
            inTurn = null;
        }
    }

    @Override
    public void recomputeWakeTime() {
        woken = true;
    }

    @Override
    public void write(PlanId plan, List<Entry> entries) {
        if (!entries.isEmpty()) {
            touched.add(plan);
            moved = true;
        }
        plans.write(plan, entries);
        entries.forEach(entry -> {
            isCurrentRead = false;
            if (entry.kind() == Kind.DELETED) {
                eraseAt(plan, Optional.of(endOfDay(entry.at())));
            } else if (entry.kind() == Kind.UNDELETED) {
                eraseAt(plan, Optional.empty());
            }
        });
    }

    /** Until then a plan that was deleted may be brought back. */
    private Instant endOfDay(Instant at) {
        ZoneId zone = rep().zone();
        return at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private void eraseAt(PlanId plan, Optional<Instant> moment) {
        handle.createUpdate("""
                        update plan
                        set erase_at = :at
                        where team_id = :team and owner_id = :owner and plan_id = :plan
                        """)
                .bind("at", moment.map(Instant::toEpochMilli).orElse(null))
                .bind("team", owner.team())
                .bind("owner", owner.user())
                .bind("plan", plan.text())
                .execute();
    }

    @Override
    public Optional<String> usual(Question<?> question) {
        return journals.answeredLast(question);
    }

    @Override
    public Optional<Stamp> arrived(String intent) {
        return StoredOutbox.arrival(handle, owner, intent).map(Outbox.Arrival::stamp);
    }

    @Override
    public Optional<About> about(MessageRef message) {
        return query("""
                select plan_id, question, row_no
                from intent
                where team_id = :team and owner_id = :owner and channel = :channel
                    and message_id = :message
                order by n desc
                limit 1
                """)
                .bind("channel", message.channel())
                .bind("message", message.id())
                .map((row, context) ->
                        new About(row.getString("plan_id"), row.getString("question"), row.getInt("row_no")))
                .findOne();
    }

    @Override
    public List<Written> written(String earlier) {
        return journals.written(earlier);
    }

    @Override
    public void send(Intent intent) {
        if (!intent.rep().equals(owner)) {
            throw new IllegalArgumentException("Not a message to this rep: " + intent.id());
        }
        StoredOutbox.add(handle, worker, intent, now);
        isCurrentRead = false;
    }

    @Override
    public int waiting() {
        return query("""
                select count(*)
                from intent
                where team_id = :team and owner_id = :owner and state in ('waiting', 'doubtful')
                """).mapTo(int.class).one();
    }

    @Override
    public void requestPersonalData(boolean thenForget) {
        StoredPersonalDataRequests.want(handle, owner, now, thenForget);
    }

    /** A query about this rep alone. */
    private Query query(String sql) {
        return handle.createQuery(sql).bind("team", owner.team()).bind("owner", owner.user());
    }
}
