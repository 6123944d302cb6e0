package steward.slack;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.About;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.Outbox;
import steward.message.Outbox.Arrival;
import steward.message.Outbox.Pending;
import steward.message.Purpose;

/**
 * One message on its way into a rep's DM, or to where the rep wants it shared.
 *
 * <p>It is never sent again blindly. Once it may have arrived, the channel is searched for it first; only if it is not there is it sent
 * once more. A refusal that somebody can mend only holds it up. Goes about one thing at a time, on whatever thread.
 */
final class Post implements Errand {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    private static final Optional<Duration> DONE = Optional.empty();

    /** A nudge that could not be sent for longer is not what the rep deserves now, or not at this hour. */
    private static final Duration NUDGE_FRESH = Duration.ofMinutes(15);

    private static final Pattern PERSON = Pattern.compile("[UW].*");

    /** Where a message goes, and whence that is known. */
    private enum Room {
        REMEMBERED,
        /** Just opened. */
        OPENED,
        /** The rep as such: Slack finds the channel. */
        PERSON,
        /** Not the rep's room at all: where they want it shared. */
        SHARED
    }

    /** Which message of the channel it has become, if Slack said so. */
    private record Landing(Optional<Arrival> arrival) {}

    private final Intent intent;
    private final Content content;
    private final WebApi api;
    private final HistorySearch search;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Hindrances hindrances;
    private final SlackMetrics metrics;
    private final Instant writtenAt;
    private final Patience patience = new Patience();

    private boolean inDoubt;
    /** Why it was held, if it was. */
    private String hindrance = "";

    private Room room = Room.REMEMBERED;
    /** Set once Slack has the message: then only that is left to be written down. */
    private @Nullable Landing landing;

    Post(
            Pending pending,
            JsonObject body,
            WebApi api,
            Outbox outbox,
            InstantSource clock,
            Hindrances hindrances,
            SlackMetrics metrics) {
        this.intent = pending.intent();
        this.inDoubt = pending.inDoubt();
        this.content = new Content(body);
        this.api = api;
        this.outbox = outbox;
        this.clock = clock;
        this.hindrances = hindrances;
        this.metrics = metrics;
        this.writtenAt = pending.writtenAt();
        this.search = new HistorySearch(api, intent, writtenAt);
    }

    @Override
    public CompletableFuture<Optional<Duration>> go() {
        patience.tried();
        return CompletableFuture.completedFuture(intent.rep())
                .thenCompose(rep -> landing == null ? toRoom() : noted(landing))
                .exceptionally(this::failed);
    }

    private CompletableFuture<Optional<Duration>> toRoom() {
        return intent.channel()
                .map(this::toShare)
                .orElseGet(() -> outbox.room(intent.rep())
                        .map(remembered -> to(remembered, Room.REMEMBERED))
                        .orElseGet(this::toNewRoom));
    }

    /** @param place a channel, or a person, with whom Steward talks in a DM of theirs */
    private CompletableFuture<Optional<Duration>> toShare(String place) {
        if (!PERSON.matcher(place).matches()) {
            return to(place, Room.SHARED);
        }
        return DirectChat.open(api, place).thenCompose(reply -> switch (reply.kind()) {
            case OK -> to(DirectChat.channel(reply), Room.SHARED);
            case REFUSED -> Refusals.ofShare(reply.error()) ? notShared(reply.error()) : held(reply.error());
            case LIMITED, UNKNOWN -> again(reply);
        });
    }

    private CompletableFuture<Optional<Duration>> toNewRoom() {
        return DirectChat.open(api, intent.rep().user()).thenCompose(reply -> switch (reply.kind()) {
            case OK -> toOpened(DirectChat.channel(reply));
            case REFUSED -> notOpened(reply.error());
            case LIMITED, UNKNOWN -> again(reply);
        });
    }

    private CompletableFuture<Optional<Duration>> toOpened(String channel) {
        if (channel.isEmpty()) {
            return notOpened("no channel in the answer");
        }
        outbox.room(intent.rep(), channel);
        return to(channel, Room.OPENED);
    }

    private CompletableFuture<Optional<Duration>> notOpened(String error) {
        if (Refusals.ofPerson(error)) {
            return gone(error);
        }
        // Where it may have gone can't be searched without a channel. The rep's next message will tell it.
        return inDoubt
                ? held(error)
                // Without leave to open a DM, Slack still takes a message to the person, and says where it went.
                : to(intent.rep().user(), Room.PERSON);
    }

    private CompletableFuture<Optional<Duration>> to(String channel, Room from) {
        room = from;
        return inDoubt ? search(channel) : send(channel);
    }

    private CompletableFuture<Optional<Duration>> toAnotherRoom(String channel) {
        outbox.forgetRoom(intent.rep(), channel);
        return toNewRoom();
    }

    private CompletableFuture<Optional<Duration>> search(String channel) {
        return search.in(channel, content.thread()).thenCompose(found -> switch (found.reply()
                .kind()) {
            case OK -> found.message().map(message -> landed(channel, message)).orElseGet(() -> sendAgain(channel));
            case REFUSED -> notSearched(channel, found.reply().error());
            case LIMITED, UNKNOWN -> again(found.reply());
        });
    }

    private CompletableFuture<Optional<Duration>> notSearched(String channel, String error) {
        if (content.thread().isPresent() && Refusals.ofThread(error)) {
            content.leaveThread();
            return search(channel);
        }
        if (room == Room.SHARED && Refusals.ofReading(error)) {
            // What is said there is none of Steward's business to read: better ask the rep to look than to say it
            // twice.
            return notShared(ShareRefused.UNSURE);
        }
        return room == Room.REMEMBERED && Refusals.ofRoom(error) ? toAnotherRoom(channel) : held(error);
    }

    private CompletableFuture<Optional<Duration>> sendAgain(String channel) {
        inDoubt = false;
        if (intent.purpose() == Purpose.NUDGE) {
            return takenBack();
        }
        return send(channel);
    }

    /** What a nudge says may be true no longer, or the hour be no longer right: whoever it was for is looked at anew. */
    private CompletableFuture<Optional<Duration>> takenBack() {
        outbox.takeBack(intent, clock.instant());
        return CompletableFuture.completedFuture(DONE);
    }

    private boolean isStale() {
        return intent.purpose() == Purpose.NUDGE && clock.instant().isAfter(writtenAt.plus(NUDGE_FRESH));
    }

    private CompletableFuture<Optional<Duration>> send(String channel) {
        if (isStale()) {
            return takenBack();
        }
        if (!outbox.sending(intent)) {
            return CompletableFuture.completedFuture(DONE);
        }
        inDoubt = true;
        return api.post("chat.postMessage", Envelope.of(intent, channel, content.json()))
                .thenCompose(reply -> switch (reply.kind()) {
                    case OK -> taken(channel, reply.json());
                    case REFUSED -> notTaken(channel, reply);
                    case LIMITED -> {
                        notSent();
                        yield again(reply);
                    }
                    case UNKNOWN -> again(reply);
                });
    }

    private void notSent() {
        inDoubt = false;
        outbox.notSent(intent);
    }

    private CompletableFuture<Optional<Duration>> taken(String sentTo, JsonObject posted) {
        String said = Json.text(posted, "channel");
        String channel = said.isEmpty() ? sentTo : said;
        CompletableFuture<Optional<Duration>> done = landed(channel, posted);
        if (!channel.equals(sentTo) && room != Room.SHARED) {
            outbox.room(intent.rep(), channel);
        }
        return done;
    }

    /** @param message as Slack has it */
    private CompletableFuture<Optional<Duration>> landed(String channel, JsonObject message) {
        String ts = Json.text(message, "ts");
        landing = new Landing(Ts.stamp(ts).map(stamp -> new Arrival(new MessageRef(channel, ts), stamp)));
        return noted(landing);
    }

    private CompletableFuture<Optional<Duration>> noted(Landing landed) {
        if (landed.arrival().isEmpty()) {
            LOG.warn("Slack did not say what message {} became", intent.id());
        }
        outbox.sent(intent, landed.arrival());
        metrics.arrived(intent, Duration.between(writtenAt, clock.instant()));
        hindrances.over(hindrance);
        return CompletableFuture.completedFuture(DONE);
    }

    private CompletableFuture<Optional<Duration>> notTaken(String channel, Reply reply) {
        String error = reply.error();
        if (reply.refusesBlocks() && content.shape() != Content.Shape.TEXT) {
            content.shrink();
            LOG.error("Slack refused the blocks of message {} ({}): it goes {}", intent.id(), error, content.shape());
            return send(channel);
        }
        if (Refusals.ofThread(error) && content.thread().isPresent()) {
            content.leaveThread();
            return send(channel);
        }
        if (room != Room.SHARED && Refusals.ofPerson(error)) {
            return gone(error);
        }
        if (reply.refusesBlocks() || isFinal(error)) {
            return room == Room.SHARED ? notTakenThere(error) : refused(error);
        }
        notSent();
        return room == Room.REMEMBERED && Refusals.ofRoom(error) ? toAnotherRoom(channel) : held(error);
    }

    /** Whatever else is wrong lies with the app or the workspace, where somebody can mend it. */
    private boolean isFinal(String error) {
        return Refusals.ofMessage(error)
                || Refusals.ofThread(error)
                || (room == Room.SHARED && Refusals.ofShare(error))
                || (room == Room.OPENED && Refusals.ofRoom(error));
    }

    private CompletableFuture<Optional<Duration>> notTakenThere(String error) {
        notSent();
        return notShared(error);
    }

    /** The rep is told in their own DM, and only then is it over: told twice is better than not at all. */
    private CompletableFuture<Optional<Duration>> notShared(String error) {
        Intent notice = new Intent(intent.id() + ".refused", intent.rep(), Purpose.REPLY, About.NOTHING, "");
        String dm = outbox.room(intent.rep()).orElse(intent.rep().user());
        JsonObject words = Drawn.of(ShareRefused.message(error, intent.channel().orElseThrow()));
        return api.post("chat.postMessage", Envelope.of(notice, dm, words)).thenCompose(reply -> switch (reply.kind()) {
            case OK, REFUSED -> refused(error);
            case LIMITED, UNKNOWN -> again(reply);
        });
    }

    private CompletableFuture<Optional<Duration>> refused(String error) {
        LOG.error("Slack refused message {} for good: {}", intent.id(), error);
        outbox.refused(intent, error);
        return CompletableFuture.completedFuture(DONE);
    }

    private CompletableFuture<Optional<Duration>> gone(String error) {
        LOG.warn("Message {} reaches nobody: {}", intent.id(), error);
        outbox.gone(intent, error);
        return CompletableFuture.completedFuture(DONE);
    }

    private CompletableFuture<Optional<Duration>> held(String error) {
        if (error.equals(WebApi.NOT_INSTALLED)) {
            return refused(error);
        }
        hindrance = error;
        hindrances.met(error);
        return CompletableFuture.completedFuture(Optional.of(patience.held()));
    }

    private CompletableFuture<Optional<Duration>> again(Reply reply) {
        LOG.warn("Message {} has to wait: {}", intent.id(), reply.error());
        Duration wait = reply.after().isZero() ? patience.afterTry() : reply.after();
        return CompletableFuture.completedFuture(Optional.of(wait));
    }

    private Optional<Duration> failed(Throwable failure) {
        LOG.error("Message {} has to wait, something failed", intent.id(), Trouble.of(failure));
        return Optional.of(patience.afterTry());
    }
}
