package steward.conversation.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import steward.message.About;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.SideQuestion;
import steward.message.Stamp;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.rep.Preferences;
import steward.rep.Rep;
import steward.worksheet.questions.Question;

/** A session on one rep's plans, for the length of a turn. Nobody else's can be reached through it. */
public interface RepSession {

    Rep rep();

    /** Keeps how the rep works, in place of what they said before. */
    void keep(Preferences preferences);

    /** All the rep's plans, the last touched first. */
    List<PlanCard> plans();

    /** The rep's drafts and running plans, the last touched first. */
    default List<PlanCard> liveCards() {
        return plans().stream().filter(PlanCard::isLive).toList();
    }

    /** The same, with their journals. */
    default List<Plan> livePlans() {
        return liveCards().stream().flatMap(card -> plan(card.id()).stream()).toList();
    }

    /** The plans that the rep deleted: kept in the journal, and shown nowhere. */
    List<Plan> deletedPlans();

    /** A plan with its journal; empty if there is none of that id, it is not this rep's, or they deleted it. */
    Optional<Plan> plan(PlanId id);

    /** The plan that the talk is about: the one asked about last, or turned to since. */
    Optional<PlanId> current();

    /** Whether the talk is about a plan. */
    default boolean isTalkedAbout(Plan plan) {
        return current().filter(plan.id()::equals).isPresent();
    }

    /** Whether a blank of a plan is what the rep was asked last, over all their plans, and still open. */
    default boolean isAsking(Plan plan, Blank blank) {
        return isTalkedAbout(plan) && plan.open().filter(blank::equals).isPresent();
    }

    /**
     * Lays down a new, blank plan of this rep's. Fails, and with it the turn, if any rep of whatever team has a plan of that id already.
     */
    Plan start(PlanId id, String account, int year, Instant now);

    /**
     * Adds to the end of a plan's journal.
     *
     * @throws IllegalArgumentException if there is no plan of that id, or it is not this rep's; nothing is written then
     */
    void write(PlanId plan, List<Entry> entries);

    /** What the rep answered last to a question, in whatever plan: as it is kept. */
    Optional<String> usual(Question<?> question);

    /** Where a message stands in the order of the chat; empty if that is not known (yet). */
    Optional<Stamp> arrived(String intent);

    /** What a message of Steward's was about. */
    Optional<About> about(MessageRef message);

    /**
     * What was written when a delivery was taken before, and when later ones whose name begins with it and goes on after a space were;
     * by plan, and none if that is nothing in this rep's plans.
     */
    List<Written> written(String delivery);

    /** What a delivery and those after it wrote into a plan. */
    record Written(PlanId plan, List<Entry> entries) {}

    /** The nudges that went out, or are about to; the newest first. */
    List<NudgeMessage> nudges();

    /** The nudge that a message of Steward's was. */
    Optional<NudgeMessage> nudge(MessageRef message);

    /**
     * Claims a nudge: it goes out with a message, and no other of its kind does on that day.
     *
     * @throws IllegalStateException if there was one of its kind on that day
     */
    void claim(NudgeMessage nudge);

    /**
     * Takes back the nudges that were claimed in earlier turns and are not on their way yet: what they tell of is told anew, together with
     * what is due by now. To be called before that is worked out, or each turn would take back what the one before claimed.
     */
    void takeBackWaitingNudges();

    /** Notes that the rep has answered a nudge. */
    void answered(NudgeMessage nudge);

    /** Notes what the message of a nudge shows now. */
    void shows(NudgeMessage nudge, String shown);

    /** The plans that this turn has written into so far. */
    Set<PlanId> touched();

    /** What the rep was asked last beside the worksheet, if they can still answer it. */
    Optional<SideQuestion> askedBeside();

    /** Notes what the rep was asked beside the worksheet, in place of what that was before; empty if nothing any more. */
    void askBeside(Optional<SideQuestion> question);

    /** Has the moment worked out anew at which the rep is to be nudged next; what is written has that done anyway. */
    void recomputeWakeTime();

    /** Puts a message into the outbox. */
    void send(Intent intent);

    /** How many messages to the rep are still on their way. */
    int waiting();

    /** Notes that the rep wants a file of all that is kept of them, and whether all of it is to go once they have it. */
    void requestPersonalData(boolean thenForget);
}
