package steward.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import steward.rep.RepId;

/**
 * The queue of messages to be sent to reps.
 *
 * <p>A message waits, is in doubt from the moment it is being sent until its arrival is known, and then is sent or refused. Only what is
 * in doubt may have arrived unknown to us.
 */
public interface Outbox {

    /** What has not been sent, oldest first, whoever is to send it: waiting, or in doubt since a crash or a lost reply. */
    List<Pending> pending();

    /**
     * Takes over what a process that is gone left unsent, oldest first: waiting, or in doubt since a crash or a lost reply. What a process
     * at work is to send stays with it.
     */
    List<Pending> adopt(Instant now);

    /**
     * What this process itself is to send and was put in before a moment, oldest first. A turn that was written down though nobody was told so
     * leaves such: its write timed out, say, or the answer to it got lost.
     */
    List<Pending> own(Instant before);

    /** Notes that this process is at work, so that nobody takes over what it is to send. To be called every few seconds. */
    void alive(Instant now);

    /**
     * Notes that a message is about to be sent.
     *
     * @return whether it is for this process to send; another took it over if not
     */
    boolean sending(Intent intent);

    /** Takes a nudge back that has not arrived: it is not sent, and whoever it was for is looked at anew. */
    void takeBack(Intent nudge, Instant now);

    /** Notes that a message was not taken this time, so that it waits again: it has not arrived. */
    void notSent(Intent intent);

    /** Notes that a message has arrived, and, if that is known, as which one of the chat. */
    void sent(Intent intent, Optional<Arrival> arrival);

    /** Notes that a message will never be taken, and why. */
    void refused(Intent intent, String reason);

    /**
     * Notes that a message will never be taken since the rep it is for is not there any more. Until they are back they deserve no nudge,
     * and a nudge that they did not get they still deserve then.
     */
    void gone(Intent intent, String reason);

    /** As which one of the chat a message arrived; empty if it has not, or if nobody knows. */
    Optional<Arrival> arrival(RepId rep, String intent);

    /** The channel in which Steward and a rep talk, once it is known. */
    Optional<String> room(RepId rep);

    /** Keeps the channel in which Steward and a rep talk, in place of the one known before. The rep need not be known otherwise. */
    void room(RepId rep, String channel);

    /** Forgets a channel in which Steward and a rep talked, unless they have another by now. */
    void forgetRoom(RepId rep, String channel);

    /**
     * A message not yet known to have arrived.
     *
     * @param writtenAt when it was put in; it was sent at no time before
     */
    record Pending(Intent intent, boolean inDoubt, Instant writtenAt) {}

    /** What a message has become in the chat: which one, and where in the order of its channel. */
    record Arrival(MessageRef message, Stamp stamp) {}
}
