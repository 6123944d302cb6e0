package steward.runtime.turns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import steward.conversation.session.NudgeMessage;
import steward.conversation.session.RepSession;
import steward.message.About;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.SideQuestion;
import steward.message.Stamp;
import steward.plan.Entry;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.rep.Preferences;
import steward.rep.Rep;
import steward.worksheet.questions.Question;

/** A session in which a rep only looks at something: whatever would be written ends it with {@link NeedsWriting}. */
final class ReadOnlySession implements RepSession {

    /** The turn is no mere look. */
    static final class NeedsWriting extends RuntimeException {

        private static final long serialVersionUID = 1;

        NeedsWriting() {
            super("Something is to be written", null, false, false);
        }
    }

    private final RepSession session;

    ReadOnlySession(RepSession session) {
        this.session = session;
    }

    @Override
    public Rep rep() {
        return session.rep();
    }

    @Override
    public List<PlanCard> plans() {
        return session.plans();
    }

    @Override
    public List<Plan> deletedPlans() {
        return session.deletedPlans();
    }

    @Override
    public Optional<Plan> plan(PlanId id) {
        return session.plan(id);
    }

    @Override
    public Optional<PlanId> current() {
        return session.current();
    }

    @Override
    public Optional<String> usual(Question<?> question) {
        return session.usual(question);
    }

    @Override
    public Optional<Stamp> arrived(String intent) {
        return session.arrived(intent);
    }

    @Override
    public Optional<About> about(MessageRef message) {
        return session.about(message);
    }

    @Override
    public List<Written> written(String delivery) {
        return session.written(delivery);
    }

    @Override
    public List<NudgeMessage> nudges() {
        return session.nudges();
    }

    @Override
    public Optional<NudgeMessage> nudge(MessageRef message) {
        return session.nudge(message);
    }

    @Override
    public Set<PlanId> touched() {
        return session.touched();
    }

    @Override
    public Optional<SideQuestion> askedBeside() {
        return session.askedBeside();
    }

    @Override
    public int waiting() {
        return session.waiting();
    }

    /** To ask what was asked already, or nothing where nothing was, changes nothing. */
    @Override
    public void askBeside(Optional<SideQuestion> question) {
        if (!session.askedBeside().equals(question)) {
            throw new NeedsWriting();
        }
    }

    @Override
    public void keep(Preferences preferences) {
        throw new NeedsWriting();
    }

    @Override
    public Plan start(PlanId id, String account, int year, Instant now) {
        throw new NeedsWriting();
    }

    @Override
    public void write(PlanId plan, List<Entry> entries) {
        throw new NeedsWriting();
    }

    @Override
    public void claim(NudgeMessage nudge) {
        throw new NeedsWriting();
    }

    @Override
    public void answered(NudgeMessage nudge) {
        throw new NeedsWriting();
    }

    @Override
    public void shows(NudgeMessage nudge, String shown) {
        throw new NeedsWriting();
    }

    @Override
    public void takeBackWaitingNudges() {
        throw new NeedsWriting();
    }

    @Override
    public void recomputeWakeTime() {
        throw new NeedsWriting();
    }

    @Override
    public void send(Intent intent) {
        throw new NeedsWriting();
    }

    @Override
    public void requestPersonalData(boolean thenForget) {
        throw new NeedsWriting();
    }
}
