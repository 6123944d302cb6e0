package steward.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.conversation.session.PersonalDataRequests;
import steward.conversation.session.PersonalDataRequests.Request;
import steward.message.About;
import steward.message.Intent;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Purpose;
import steward.rep.RepId;

/**
 * Gives reps the file of all that is kept of them, and forgets those who want that, once they have it.
 *
 * <p>What a rep wants stands in the store until it is done, so that whoever comes after a crash goes on with it: the file is then made and
 * given anew, and nothing is deleted before. Nothing is deleted either that the file doesn't hold: if the rep did something meanwhile, they get
 * another one.
 */
final class HandingOver {

    private static final Logger LOG = LoggerFactory.getLogger(HandingOver.class);

    /** Longer than all the calls that it takes, if each is answered in the last moment. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(20);

    /** Who wanted something longer ago is asked whether they still do. */
    static final Duration TRIED_FOR = Duration.ofMinutes(15);

    private final PersonalDataRequests ownFiles;
    private final OwnFileUpload upload;
    private final Speaker speaker;
    private final Homes homes;
    private final Erasing erasing;
    private final InstantSource clock;
    private final Supplier<String> ids;

    HandingOver(
            PersonalDataRequests ownFiles,
            OwnFileUpload upload,
            Speaker speaker,
            Homes homes,
            Erasing erasing,
            InstantSource clock,
            Supplier<String> ids) {
        this.ownFiles = ownFiles;
        this.upload = upload;
        this.speaker = speaker;
        this.homes = homes;
        this.erasing = erasing;
        this.clock = clock;
        this.ids = ids;
    }

    /** Serves those who wait for it. Looks once, and returns before it is done. */
    void look() {
        try {
            ownFiles.lease(clock.instant(), LEASE).forEach(this::begin);
        } catch (RuntimeException e) {
            LOG.error("Reps who want their own file could not be looked for just now", Trouble.of(e));
        }
    }

    private void begin(Request wanted) {
        try {
            if (clock.instant().isAfter(wanted.askedAt().plus(TRIED_FOR))) {
                giveUp(wanted, OwnFileWords.tooLate(TRIED_FOR, wanted.thenForget()));
                return;
            }
            var unused = upload.put(wanted)
                    .thenAccept(put -> after(put, wanted))
                    .exceptionally(failure -> {
                        LOG.error("A rep's own file could not be handed over just now", Trouble.of(failure));
                        return null;
                    });
        } catch (RuntimeException e) {
            LOG.error("A rep's own file could not be made just now", Trouble.of(e));
        }
    }

    private void after(OwnFileUpload.Put put, Request wanted) {
        Reply reply = put.reply();
        switch (reply.kind()) {
            case OK -> delivered(wanted, put);
            case REFUSED -> {
                LOG.warn("Slack does not take a rep's own file: {}", reply.error());
                giveUp(wanted, OwnFileWords.notHandedOver(reply.error(), wanted.thenForget()));
            }
            case LIMITED, UNKNOWN -> {
                LOG.warn("A rep's own file has to wait: {}", reply.error());
                Duration wait = reply.after().isZero() ? BEFORE_NEXT_TRY : reply.after();
                ownFiles.later(wanted, clock.instant().plus(wait));
            }
        }
    }

    private void giveUp(Request wanted, Message why) {
        Intent notice = message(wanted.rep(), why, Optional.empty());
        if (ownFiles.giveUp(wanted, notice, clock.instant())) {
            say(notice);
        }
    }

    private void delivered(Request wanted, OwnFileUpload.Put put) {
        if (!wanted.thenForget()) {
            ownFiles.delivered(wanted);
            return;
        }
        Instant now = clock.instant();
        Intent farewell = message(wanted.rep(), OwnFileWords.farewell(), Optional.of(put.channel()));
        Optional<List<MessageRef>> taken =
                ownFiles.forget(wanted, desk -> upload.holdsAll(put.content(), desk, now), farewell, now);
        if (taken.isEmpty()) {
            LOG.info("A rep did something while they got their own file, so they get another one");
            ownFiles.later(wanted, now);
            return;
        }
        say(farewell);
        homes.forgotten(wanted.rep());
        erasing.begin(wanted.rep(), taken.get());
    }

    /** @param channel where it goes if the rep's own chat is known no more */
    private Intent message(RepId rep, Message message, Optional<String> channel) {
        return new Intent(
                ids.get(), rep, Purpose.REPLY, About.NOTHING, Drawn.of(message).toString(), channel);
    }

    private void say(Intent intent) {
        speaker.say(List.of(intent), CompletableFuture.completedFuture(true));
    }
}
