package steward.conversation.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.rep.RepId;

/** Requests of reps for a file of all that Steward keeps of them, and for deleting all of it once they have it. */
public interface PersonalDataRequests {

    /** Those who want theirs and whom nobody is serving, a few at a time; until the lease is over they are the caller's alone. */
    List<Request> lease(Instant now, Duration lease);

    /** Gives one back, to be served from a moment on. */
    void later(Request wanted, Instant from);

    /** Notes that a rep has their file, if they wanted no more than that. */
    void delivered(Request wanted);

    /**
     * Notes that a rep can't have their file, and puts the message into the outbox that tells them. All of theirs stays.
     *
     * @return whether they still wanted it; the message goes out only then
     */
    boolean giveUp(Request wanted, Intent notice, Instant now);

    /**
     * Deletes all that is kept of a rep, as a whole or not at all, and puts the message into the outbox that tells them. Only the names of
     * what they did in Slack stay, without what it said, so that nothing of it is taken again.
     *
     * @param hasAll whether the file that the rep has holds all that is kept of them; if not, nothing is deleted
     * @return Steward's messages in the chat with them, the newest first; empty if nothing was deleted
     */
    Optional<List<MessageRef>> forget(Request wanted, Predicate<RepSession> hasAll, Intent farewell, Instant now);

    /** Erases the plans that reps deleted and can't bring back any more, a few at a time. */
    void eraseDeletedPlans(Instant now);

    /**
     * A rep who wants their file.
     *
     * @param thenForget whether all that is kept of them is to go then
     */
    record Request(RepId rep, Instant askedAt, boolean thenForget) {}
}
