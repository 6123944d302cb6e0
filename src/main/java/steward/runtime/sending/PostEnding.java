package steward.runtime.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.Intent;
import steward.message.Outbox;
import steward.message.Outbox.Pending;
import steward.message.Purpose;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.LoggableError;
import steward.runtime.chat.PostedMessage;
import steward.runtime.chat.Refusal;

/** How one message's tries end: it is written down and over, which is empty, or there is another try in so long. */
final class PostEnding {

    private static final Logger LOG = LoggerFactory.getLogger(PostEnding.class);

    private static final Optional<Duration> OVER = Optional.empty();

    /** A nudge that could not be sent for longer is not what the rep deserves now, or not at this hour. */
    private static final Duration NUDGE_FRESH = Duration.ofMinutes(15);

    private final Outbox outbox;
    private final InstantSource clock;
    private final OutageLog outages;
    private final SendMetrics metrics;
    private final Instant writtenAt;
    private final Backoff backoff = new Backoff();
    /** Why it had to wait, if it had to. */
    private final Set<String> heldFor = new HashSet<>();

    PostEnding(Pending pending, Outbox outbox, InstantSource clock, OutageLog outages, SendMetrics metrics) {
        this.writtenAt = pending.writtenAt();
        this.outbox = outbox;
        this.clock = clock;
        this.outages = outages;
        this.metrics = metrics;
    }

    boolean isStale(Intent intent) {
        return intent.purpose() == Purpose.NUDGE && clock.instant().isAfter(writtenAt.plus(NUDGE_FRESH));
    }

    /** Notes that it is tried. */
    void tried() {
        backoff.tried();
    }

    Optional<Duration> arrived(Intent intent, PostedMessage message) {
        if (message.arrival().isEmpty()) {
            LOG.warn("The chat did not say when message {} arrived", intent.id());
        }
        outbox.sent(intent, message.arrival());
        metrics.arrived(intent, Duration.between(writtenAt, clock.instant()));
        heldFor.forEach(outages::over);
        return OVER;
    }

    /** What a nudge says may be true no longer, or the hour be no longer right: whoever it was for is looked at anew. */
    Optional<Duration> takenBack(Intent intent) {
        outbox.takeBack(intent, clock.instant());
        return OVER;
    }

    /** Somebody else has it. */
    Optional<Duration> notOurs() {
        return OVER;
    }

    Optional<Duration> refusedForGood(Intent intent, ChatResult<?> refused) {
        LOG.error("The chat refused message {} for good: {}", intent.id(), refused.error());
        outbox.refused(intent, refused.error());
        return OVER;
    }

    /** Whom it was for is not there any more. */
    Optional<Duration> gone(Intent intent, ChatResult<?> refused) {
        LOG.warn("Message {} reaches nobody: {}", intent.id(), refused.error());
        outbox.gone(intent, refused.error());
        return OVER;
    }

    /** Until an admin mends something; where Steward is not installed any more, nobody will. */
    Optional<Duration> held(Intent intent, ChatResult<?> refused) {
        if (refused.refusal() == Refusal.NOT_INSTALLED) {
            return refusedForGood(intent, refused);
        }
        heldFor.add(refused.error());
        outages.begun(refused.error());
        return Optional.of(backoff.held());
    }

    Optional<Duration> again(ChatResult<?> result) {
        if (!result.after().isZero()) {
            // The chat has too much to do, and says when to come back.
            return Optional.of(result.after());
        }
        heldFor.add(result.error());
        outages.away(result.error());
        return Optional.of(backoff.afterTry());
    }

    Optional<Duration> failed(Intent intent, RuntimeException failure) {
        LoggableError.log(LOG, "Message " + intent.id() + " has to wait, something failed", failure);
        return Optional.of(backoff.afterTry());
    }
}
