package steward.slack;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.About;
import steward.message.Intent;
import steward.message.Outbox;
import steward.message.Outbox.Pending;
import steward.message.Purpose;
import steward.message.Stamp;

/**
 * One message on its way into a rep's DM, or to where the rep wants it shared.
 *
 * <p>It is never sent again blindly. Once it may have arrived, the channel is searched for it first; only if it is not there is it sent
 * once more. A refusal that somebody can mend only holds it up. Goes about one thing at a time, on whatever thread.
 */
final class Post implements Errand {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    private static final Optional<Duration> DONE = Optional.empty();
    private static final int PAGE_MESSAGES = 200;
    /** Time for a message whose answer got lost to show in the history. */
    private static final long FIRST_WAIT_SECONDS = 2;

    private static final long WAIT_SECONDS_MAX = 300;
    private static final int DOUBLINGS_MAX = 10;
    /** How far back to search before it was written down: our clock and Slack's may differ. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    /** A nudge that could not be sent for longer is not what the rep deserves now, or not at this hour. */
    private static final Duration NUDGE_FRESH = Duration.ofMinutes(15);

    /** Between tries while somebody has to mend something first. */
    private static final Duration FIRST_HOLD = Duration.ofMinutes(1);

    private static final Duration HOLD_MAX = Duration.ofMinutes(15);

    private static final Set<String> THREAD_REFUSED = Set.of("thread_not_found", "cannot_reply_to_message");

    private static final Set<String> ROOM_REFUSED = Set.of("channel_not_found", "is_archived", "not_in_channel");

    private static final Set<String> REP_GONE = Set.of("user_not_found", "user_disabled", "cannot_dm_bot");

    /** What is wrong with the message itself, and will be wrong with it tomorrow. */
    private static final Set<String> MESSAGE_REFUSED = Set.of(
            "msg_too_long",
            "no_text",
            "invalid_arguments",
            "invalid_arg_name",
            "invalid_array_arg",
            "invalid_charset",
            "invalid_json",
            "json_not_object",
            "invalid_metadata_format",
            "invalid_metadata_schema",
            "metadata_too_large");

    /** Where the rep wants something shared and it can't be: they choose another place, or mend it and share it again. */
    private static final Set<String> SHARES_REFUSED = Stream.of(
                    ROOM_REFUSED,
                    REP_GONE,
                    THREAD_REFUSED,
                    Set.of(
                            "restricted_action",
                            "restricted_action_read_only_channel",
                            "restricted_action_thread_only_channel",
                            "restricted_action_non_threadable_channel",
                            "messages_tab_disabled",
                            "team_not_found",
                            "user_not_visible",
                            "no_permission"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> NOT_OURS_TO_READ =
            Set.of("missing_scope", "not_in_channel", "channel_not_found", "is_archived", "no_permission");

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

    /** What of a message Slack has not refused yet. */
    private enum Shape {
        WHOLE,
        WITHOUT_CHARTS,
        TEXT
    }

    /** Where, and, if Slack said so, when the message was taken. */
    private record Landing(String channel, Optional<Stamp> stamp) {}

    private final Intent intent;
    private final JsonObject body;
    private final WebApi api;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Hindrances hindrances;
    private final SlackMetrics metrics;
    private final Instant writtenAt;

    private boolean inDoubt;
    private Shape shape = Shape.WHOLE;
    private int attempts;
    private int holds;
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
        this.body = body;
        this.api = api;
        this.outbox = outbox;
        this.clock = clock;
        this.hindrances = hindrances;
        this.metrics = metrics;
        this.writtenAt = pending.writtenAt();
    }

    @Override
    public CompletableFuture<Optional<Duration>> go() {
        attempts++;
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
        return opened(place).thenCompose(reply -> switch (reply.kind()) {
            case OK -> to(channel(reply), Room.SHARED);
            case REFUSED -> SHARES_REFUSED.contains(reply.error()) ? notShared(reply.error()) : held(reply.error());
            case LIMITED, UNKNOWN -> again(reply);
        });
    }

    private CompletableFuture<Optional<Duration>> toNewRoom() {
        return opened(intent.rep().user()).thenCompose(reply -> switch (reply.kind()) {
            case OK -> toOpened(channel(reply));
            case REFUSED -> notOpened(reply.error());
            case LIMITED, UNKNOWN -> again(reply);
        });
    }

    private CompletableFuture<Reply> opened(String person) {
        JsonObject who = new JsonObject();
        who.addProperty("users", person);
        return api.post("conversations.open", who);
    }

    private static String channel(Reply opened) {
        return Json.text(Json.object(opened.json(), "channel"), "id");
    }

    private CompletableFuture<Optional<Duration>> toOpened(String channel) {
        if (channel.isEmpty()) {
            return notOpened("no channel in the answer");
        }
        outbox.room(intent.rep(), channel);
        return to(channel, Room.OPENED);
    }

    private CompletableFuture<Optional<Duration>> notOpened(String error) {
        if (REP_GONE.contains(error)) {
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
        return inDoubt ? search(channel, "") : send(channel);
    }

    private CompletableFuture<Optional<Duration>> toAnotherRoom(String channel) {
        outbox.forgetRoom(intent.rep(), channel);
        return toNewRoom();
    }

    private CompletableFuture<Optional<Duration>> search(String channel, String cursor) {
        return searched(channel, cursor).thenCompose(reply -> switch (reply.kind()) {
            case OK -> {
                Optional<JsonObject> arrived = arrived(reply.json());
                String next = Json.text(Json.object(reply.json(), "response_metadata"), "next_cursor");
                if (arrived.isPresent()) {
                    yield landed(channel, arrived.get());
                }
                yield next.isEmpty() ? sendAgain(channel) : search(channel, next);
            }
            case REFUSED -> notSearched(channel, reply.error());
            case LIMITED, UNKNOWN -> again(reply);
        });
    }

    private CompletableFuture<Optional<Duration>> notSearched(String channel, String error) {
        if (body.has("thread_ts") && THREAD_REFUSED.contains(error)) {
            body.remove("thread_ts");
            return search(channel, "");
        }
        if (room == Room.SHARED && NOT_OURS_TO_READ.contains(error)) {
            // What is said there is none of Steward's business to read; better ask the rep to look than to say it
            // twice.
            return notShared(ShareRefused.UNSURE);
        }
        return room == Room.REMEMBERED && ROOM_REFUSED.contains(error) ? toAnotherRoom(channel) : held(error);
    }

    private CompletableFuture<Reply> searched(String channel, String cursor) {
        Map<String, String> fields = new HashMap<>();
        fields.put("channel", channel);
        fields.put("include_all_metadata", "true");
        fields.put("limit", String.valueOf(PAGE_MESSAGES));
        if (!cursor.isEmpty()) {
            fields.put("cursor", cursor);
        }
        fields.put("oldest", String.valueOf(writtenAt.minus(CLOCKS_APART).getEpochSecond()));
        if (body.has("thread_ts")) {
            fields.put("ts", Json.text(body, "thread_ts"));
            return api.read("conversations.replies", fields);
        }
        return api.read("conversations.history", fields);
    }

    private Optional<JsonObject> arrived(JsonObject page) {
        return Json.objects(page, "messages").stream()
                .filter(message -> intent.id().equals(Envelope.intentOf(message)))
                .findFirst();
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
        return api.post("chat.postMessage", Envelope.of(intent, channel, content()))
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

    private JsonObject content() {
        return switch (shape) {
            case WHOLE -> body;
            case WITHOUT_CHARTS -> Drawn.withoutCharts(body).orElse(body);
            case TEXT -> Drawn.textOnly(body);
        };
    }

    private Shape less() {
        return shape == Shape.WHOLE && Drawn.withoutCharts(body).isPresent() ? Shape.WITHOUT_CHARTS : Shape.TEXT;
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
        landing = new Landing(channel, Ts.read(Json.text(message, "ts")));
        return noted(landing);
    }

    private CompletableFuture<Optional<Duration>> noted(Landing landed) {
        if (landed.stamp().isEmpty()) {
            LOG.warn("Slack did not say when message {} arrived", intent.id());
        }
        outbox.sent(intent, landed.channel(), landed.stamp());
        metrics.arrived(intent, Duration.between(writtenAt, clock.instant()));
        hindrances.over(hindrance);
        return CompletableFuture.completedFuture(DONE);
    }

    private CompletableFuture<Optional<Duration>> notTaken(String channel, Reply reply) {
        String error = reply.error();
        if (reply.refusesBlocks() && shape != Shape.TEXT) {
            shape = less();
            LOG.error("Slack refused the blocks of message {} ({}): it goes {}", intent.id(), error, shape);
            return send(channel);
        }
        if (THREAD_REFUSED.contains(error) && body.has("thread_ts")) {
            body.remove("thread_ts");
            return send(channel);
        }
        if (room != Room.SHARED && REP_GONE.contains(error)) {
            return gone(error);
        }
        if (reply.refusesBlocks() || isFinal(error)) {
            return room == Room.SHARED ? notTakenThere(error) : refused(error);
        }
        notSent();
        return room == Room.REMEMBERED && ROOM_REFUSED.contains(error) ? toAnotherRoom(channel) : held(error);
    }

    /** Whatever else is wrong lies with the app or the workspace, where somebody can mend it. */
    private boolean isFinal(String error) {
        return MESSAGE_REFUSED.contains(error)
                || THREAD_REFUSED.contains(error)
                || (room == Room.SHARED && SHARES_REFUSED.contains(error))
                || (room == Room.OPENED && ROOM_REFUSED.contains(error));
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
        long minutes = FIRST_HOLD.toMinutes() << Math.min(holds, DOUBLINGS_MAX);
        holds++;
        return CompletableFuture.completedFuture(
                Optional.of(Duration.ofMinutes(Math.min(minutes, HOLD_MAX.toMinutes()))));
    }

    private CompletableFuture<Optional<Duration>> again(Reply reply) {
        LOG.warn("Message {} has to wait: {}", intent.id(), reply.error());
        Duration wait = reply.after().isZero() ? growing() : reply.after();
        return CompletableFuture.completedFuture(Optional.of(wait));
    }

    private Duration growing() {
        long seconds = FIRST_WAIT_SECONDS << Math.min(attempts - 1, DOUBLINGS_MAX);
        return Duration.ofSeconds(Math.min(seconds, WAIT_SECONDS_MAX));
    }

    private Optional<Duration> failed(Throwable failure) {
        LOG.error("Message {} has to wait, something failed", intent.id(), Trouble.of(failure));
        return Optional.of(growing());
    }
}
