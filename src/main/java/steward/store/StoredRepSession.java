package steward.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import steward.conversation.session.NudgeMessage;
import steward.conversation.session.RepSession;
import steward.message.About;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.Outbox;
import steward.message.SideQuestion;
import steward.message.Stamp;
import steward.nudges.NudgeRules;
import steward.nudges.SentNudge;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.plan.Status;
import steward.rep.Preferences;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.worksheet.questions.Question;

/** What one turn reads and writes of a rep, inside the transaction that takes a delivery. */
final class StoredRepSession implements RepSession {

    private final Handle handle;
    private final Worker worker;
    private final RepId owner;
    private final Instant now;
    private final StoredJournals journals;
    private final StoredNudges nudges;
    private final Set<PlanId> touched = new HashSet<>();
    /** The nudges of this turn. */
    private final Set<String> claimed = new HashSet<>();

    private boolean reckoned = true;
    private Optional<SideQuestion> asked = Optional.empty();
    private boolean askedIsRead;

    StoredRepSession(Handle handle, Worker worker, RepId owner, String delivery, Instant now) {
        this.handle = handle;
        this.worker = worker;
        this.owner = owner;
        this.now = now;
        this.journals = new StoredJournals(handle, owner, delivery);
        this.nudges = new StoredNudges(handle, owner);
    }

    /**
     * Works out anew when the rep may deserve a nudge next, if the turn did anything that may have moved that. A nudge that still waits to
     * be sent is then worked out anew as well.
     */
    void reckonIfMoved() {
        if (!reckoned) {
            nudges.takeBackWaiting(claimed);
            List<SentNudge> sent =
                    nudges.newestFirst().stream().map(NudgeMessage::sent).toList();
            nudges.wakeAt(NudgeRules.next(rep(), livePlans(), sent, now));
        }
    }

    @Override
    public Rep rep() {
        return StoredReps.rep(handle, owner);
    }

    @Override
    public void keep(Preferences preferences) {
        StoredPreferences.keep(handle, owner, preferences);
        recomputeWakeTime();
    }

    @Override
    public List<PlanCard> plans() {
        return query("""
                select plan_id, account, year, status, updated_at
                from plans
                where team_id = :team and owner_id = :owner
                order by updated_at desc, created_at desc, plan_id
                """)
                .map((row, context) -> new PlanCard(
                        new PlanId(row.getString("plan_id")),
                        row.getString("account"),
                        row.getInt("year"),
                        Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                        Instant.ofEpochMilli(row.getLong("updated_at"))))
                .list();
    }

    @Override
    public List<Plan> deletedPlans() {
        return query("""
                select plan_id
                from plan
                where team_id = :team and owner_id = :owner and exists (select 1 from deleted_plans d where d.team_id = plan.team_id and d.plan_id = plan.plan_id)
                order by created_at, plan_id
                """).map((row, context) -> new PlanId(row.getString("plan_id"))).list().stream()
                .flatMap(id -> stored(id).stream())
                .toList();
    }

    @Override
    public Optional<Plan> plan(PlanId id) {
        return stored(id).filter(plan -> !plan.isDeleted());
    }

    private Optional<Plan> stored(PlanId id) {
        return query("""
                select account, year
                from plan
                where team_id = :team and owner_id = :owner and plan_id = :plan
                """)
                .bind("plan", id.text())
                .map((row, context) ->
                        new Plan(id, owner, row.getString("account"), row.getInt("year"), journals.entries(id)))
                .findOne();
    }

    @Override
    public Optional<PlanId> current() {
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
        handle.createUpdate("""
                        insert into plan (team_id, plan_id, owner_id, account, year, created_at)
                        values (:team, :plan, :owner, :account, :year, :at)
                        """)
                .bind("team", owner.team())
                .bind("plan", id.text())
                .bind("owner", owner.user())
                .bind("account", account)
                .bind("year", year)
                .bind("at", now.toEpochMilli())
                .execute();
        return new Plan(id, owner, account, year, List.of());
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
        recomputeWakeTime();
    }

    @Override
    public void answered(NudgeMessage nudge) {
        nudges.answered(nudge);
        recomputeWakeTime();
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
        if (!askedIsRead) {
            asked = StoredSideQuestion.read(handle, owner);
            askedIsRead = true;
        }
        return asked;
    }

    @Override
    public void askBeside(Optional<SideQuestion> question) {
        if (!askedBeside().equals(question)) {
            StoredSideQuestion.keep(handle, owner, question);
            asked = question;
        }
    }

    @Override
    public void recomputeWakeTime() {
        reckoned = false;
    }

    @Override
    public void write(PlanId plan, List<Entry> entries) {
        if (!entries.isEmpty()) {
            touched.add(plan);
            recomputeWakeTime();
        }
        journals.write(plan, entries);
        entries.forEach(entry -> {
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
