package steward.slack;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.Set;
import steward.message.MessageRef;
import steward.message.Stamp;
import steward.rep.RepId;

/**
 * Reads an event: what a rep wrote, edited, deleted or opened in the DM, and that they opened their Home tab. All other events, and what bots write, are none of Steward's
 * business.
 */
final class Events {

    /** Kinds of message that a person wrote: plain, a reply also sent to the channel, {@code /me}, and one with a file. */
    private static final Set<String> WRITTEN = Set.of("", "thread_broadcast", "me_message", "file_share");

    /** What is left of a deleted message that had replies. */
    private static final String TOMBSTONE = "tombstone";

    private static final String SLACKBOT = "USLACKBOT";

    private Events() {}

    /** @param callback an {@code event_callback} */
    static Optional<Delivery> read(JsonObject callback) {
        JsonObject event = Json.object(callback, "event");
        return switch (Json.text(event, "type")) {
            case "message" -> message(callback, event);
            case "app_home_opened" -> opened(callback, event);
            default -> Optional.empty();
        };
    }

    private static Optional<Delivery> message(JsonObject callback, JsonObject event) {
        String channel = Json.text(event, "channel");
        if (!Json.text(event, "channel_type").equals("im") || channel.isEmpty()) {
            return Optional.empty();
        }
        return switch (Json.text(event, "subtype")) {
            case "message_changed" -> changed(callback, event, channel);
            case "message_deleted" ->
                deleted(callback, Json.object(event, "previous_message"), channel, Json.text(event, "deleted_ts"));
            default -> written(callback, event, channel);
        };
    }

    private static Optional<Delivery> written(JsonObject callback, JsonObject message, String channel) {
        String ts = Json.text(message, "ts");
        return Ts.stamp(ts)
                .flatMap(stamp -> author(callback, message)
                        .map(rep -> new Delivery(
                                rep, key(channel, ts), Optional.of(channel), deed(message, channel, ts, stamp))));
    }

    private static Deed deed(JsonObject message, String channel, String ts, Stamp stamp) {
        String said = said(message);
        if (said.isBlank()) {
            return new Deed.File();
        }
        String parent = Json.text(message, "thread_ts");
        Optional<MessageRef> thread =
                parent.equals(ts) ? Optional.empty() : Ts.stamp(parent).map(known -> new MessageRef(channel, parent));
        return new Deed.Text(said, stamp, thread);
    }

    /** A change without an edit, or without another text, is Slack's own: the preview of a link, a reply that came. */
    private static Optional<Delivery> changed(JsonObject callback, JsonObject event, String channel) {
        JsonObject before = Json.object(event, "previous_message");
        JsonObject message = Json.object(event, "message");
        String ts = Json.text(message, "ts");
        if (Json.text(message, "subtype").equals(TOMBSTONE)) {
            return deleted(callback, before, channel, ts);
        }
        String edited = Json.text(Json.object(message, "edited"), "ts");
        String said = said(message);
        if (edited.isEmpty() || said.isBlank() || Json.text(message, "text").equals(Json.text(before, "text"))) {
            return Optional.empty();
        }
        return author(callback, message)
                .map(rep -> new Delivery(
                        rep,
                        // It begins as the message's own does, so that what an edit wrote is found under the message
                        // too.
                        key(channel, ts) + " edited " + edited,
                        Optional.of(channel),
                        new Deed.Edited(key(channel, ts), said)));
    }

    private static Optional<Delivery> deleted(JsonObject callback, JsonObject before, String channel, String ts) {
        return author(callback, before)
                .map(rep -> new Delivery(
                        rep,
                        "deleted " + channel + " " + ts,
                        Optional.of(channel),
                        new Deed.Deleted(key(channel, ts))));
    }

    /** What a message is delivered by when it is written. */
    private static String key(String channel, String ts) {
        return "message " + channel + " " + ts;
    }

    private static String said(JsonObject message) {
        return Emoji.typed(Typed.from(Json.text(message, "text")), message);
    }

    /** Who wrote a message; empty if it was no person. */
    private static Optional<RepId> author(JsonObject callback, JsonObject message) {
        return WRITTEN.contains(Json.text(message, "subtype")) && !message.has("bot_id")
                ? rep(callback, message).filter(rep -> !isBot(rep, callback))
                : Optional.empty();
    }

    private static boolean isBot(RepId rep, JsonObject callback) {
        return rep.user().equals(SLACKBOT)
                || Json.objects(callback, "authorizations").stream()
                        .anyMatch(app -> Json.isTrue(app, "is_bot")
                                && Json.text(app, "user_id").equals(rep.user()));
    }

    private static Optional<RepId> rep(JsonObject callback, JsonObject event) {
        RepId rep = new RepId(Json.text(callback, "team_id"), Json.text(event, "user"));
        return rep.team().isEmpty() || rep.user().isEmpty() ? Optional.empty() : Optional.of(rep);
    }

    private static Optional<Delivery> opened(JsonObject callback, JsonObject event) {
        return switch (Json.text(event, "tab")) {
            case "messages" -> openedDm(callback, event);
            case "home" -> openedHome(callback, event);
            default -> Optional.empty();
        };
    }

    /** The welcome is for good: its key does not change from one opening to the next. */
    private static Optional<Delivery> openedDm(JsonObject callback, JsonObject event) {
        Optional<String> room = Optional.of(Json.text(event, "channel")).filter(channel -> channel.startsWith("D"));
        return rep(callback, event).map(rep -> new Delivery(rep, "welcome " + rep.user(), room, new Deed.Opened()));
    }

    private static Optional<Delivery> openedHome(JsonObject callback, JsonObject event) {
        return rep(callback, event)
                .map(rep -> new Delivery(
                        rep,
                        "home " + rep.user() + " " + Json.text(event, "event_ts"),
                        Optional.empty(),
                        new Deed.LookedAtHome(1)));
    }
}
