package steward.runtime;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import steward.rep.RepId;
import steward.worksheet.questions.Question;

/** A session of a rep who has no plans. */
final class EmptySession implements RepSession {

    private final List<Intent> sent = new ArrayList<>();
    private final RepId owner;

    EmptySession(RepId owner) {
        this.owner = owner;
    }

    List<Intent> sent() {
        return sent;
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
    public Optional<SideQuestion> askedBeside() {
        return Optional.empty();
    }

    @Override
    public void askBeside(Optional<SideQuestion> question) {}

    @Override
    public void takeBackWaitingNudges() {}

    @Override
    public void recomputeWakeTime() {}

    @Override
    public List<PlanCard> plans() {
        return List.of();
    }

    @Override
    public List<Plan> deletedPlans() {
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
