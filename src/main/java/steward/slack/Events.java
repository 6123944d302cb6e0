package steward.slack;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.Set;
import steward.message.Stamp;
import steward.rep.RepId;

/** Reads an event: what a rep wrote or opened in the DM. All other events, and what bots write, are none of Steward's business. */
final class Events {

    /** Kinds of message that a person wrote: plain, a reply also sent to the channel, and {@code /me}. */
    private static final Set<String> WRITTEN = Set.of("", "thread_broadcast", "me_message");

    private static final String FILE = "file_share";
    private static final String SLACKBOT = "USLACKBOT";

    private Events() {}

    /** @param callback an {@code event_callback} */
    static Optional<Delivery> read(JsonObject callback) {
        JsonObject event = Json.object(callback, "event");
        RepId rep = new RepId(Json.text(callback, "team_id"), Json.text(event, "user"));
        if (rep.team().isEmpty() || rep.user().isEmpty()) {
            return Optional.empty();
        }
        return switch (Json.text(event, "type")) {
            case "message" -> message(rep, callback, event);
            case "app_home_opened" -> opened(rep, event);
            default -> Optional.empty();
        };
    }

    private static Optional<Delivery> message(RepId rep, JsonObject callback, JsonObject event) {
        String channel = Json.text(event, "channel");
        String ts = Json.text(event, "ts");
        Optional<Stamp> stamp = Ts.read(ts);
        boolean toSteward = Json.text(event, "channel_type").equals("im") && !channel.isEmpty();
        if (!toSteward || stamp.isEmpty() || isBot(rep, callback, event)) {
            return Optional.empty();
        }
        return turn(event, ts, stamp.get())
                .map(turn -> new Delivery(rep, "message " + channel + " " + ts, Optional.of(channel), turn));
    }

    private static boolean isBot(RepId rep, JsonObject callback, JsonObject event) {
        return event.has("bot_id")
                || rep.user().equals(SLACKBOT)
                || Json.objects(callback, "authorizations").stream()
                        .anyMatch(app -> Json.isTrue(app, "is_bot")
                                && Json.text(app, "user_id").equals(rep.user()));
    }

    private static Optional<Turn> turn(JsonObject event, String ts, Stamp stamp) {
        String subtype = Json.text(event, "subtype");
        String said = Emoji.typed(Typed.from(Json.text(event, "text")), event);
        if (!WRITTEN.contains(subtype) && !subtype.equals(FILE)) {
            return Optional.empty();
        }
        if (subtype.equals(FILE) || event.has("files") || said.isBlank()) {
            return Optional.of(new Turn.File());
        }
        String parent = Json.text(event, "thread_ts");
        Optional<Stamp> thread = parent.equals(ts) ? Optional.empty() : Ts.read(parent);
        return Optional.of(new Turn.Text(said, stamp, thread));
    }

    /** The welcome is for good: its key does not change from one opening to the next. */
    private static Optional<Delivery> opened(RepId rep, JsonObject event) {
        if (!Json.text(event, "tab").equals("messages")) {
            return Optional.empty();
        }
        Optional<String> room = Optional.of(Json.text(event, "channel")).filter(channel -> channel.startsWith("D"));
        return Optional.of(new Delivery(rep, "welcome " + rep.user(), room, new Turn.Opened()));
    }
}
