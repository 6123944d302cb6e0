package steward.slack;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.Message;
import steward.rep.RepId;

/**
 * Where Slack delivers. Verifies, reads, takes the turn, and only then acknowledges; what Steward says comes after that.
 *
 * <p>Whatever Slack can send is answered 200, with one exception: an event whose turn could not be written down is answered 503, since
 * Slack then delivers it again, and a rep's answer is not lost. Taps and commands are never delivered again, so the rep is told;
 * and a form stays open.
 */
final class Door {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    /** Slack's last attempt to deliver an event. */
    private static final String LAST_RETRY = "3";

    private static final Set<String> INTERACTIONS_WITHOUT_USE = Set.of(
            "view_closed",
            "block_suggestion",
            "shortcut",
            "message_action",
            "interactive_message",
            "dialog_submission",
            "dialog_cancellation",
            "dialog_suggestion",
            "workflow_step_edit");

    private final Signature signature;
    private final Turns turns;
    private final Apologies apologies;
    private final Supplier<String> ids;

    Door(Signature signature, Turns turns, Apologies apologies, Supplier<String> ids) {
        this.signature = signature;
        this.turns = turns;
        this.apologies = apologies;
        this.ids = ids;
    }

    /** @param header gives a header by its name, empty if there is none */
    Answer open(UnaryOperator<String> header, byte[] body) {
        if (!signature.holds(header.apply("X-Slack-Request-Timestamp"), header.apply("X-Slack-Signature"), body)) {
            return Answer.text(
                    Answer.UNAUTHORIZED, "This is not signed by Slack, or was not sent within the last five minutes.");
        }
        try {
            String text = Strict.utf8(body);
            return switch (mediaType(header)) {
                case "application/json" -> outer(Strict.json(text), header);
                case "application/x-www-form-urlencoded" -> form(Strict.form(text));
                default -> throw new Malformed("Slack sends JSON or a form.");
            };
        } catch (Malformed e) {
            return Answer.text(Answer.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static String mediaType(UnaryOperator<String> header) {
        String contentType = header.apply("Content-Type");
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    private Answer outer(JsonObject json, UnaryOperator<String> header) throws Malformed {
        return switch (Json.text(json, "type")) {
            case "url_verification" -> Answer.text(Answer.OK, Json.text(json, "challenge"));
            case "event_callback" -> event(json, header);
            case "app_rate_limited" -> Answer.taken();
            default -> throw new Malformed("There is no such type of delivery.");
        };
    }

    private Answer event(JsonObject json, UnaryOperator<String> header) {
        if (Json.text(Json.object(json, "event"), "type").equals("user_change")) {
            return changed(json);
        }
        Optional<Delivery> delivery = Events.read(json);
        if (delivery.isEmpty()) {
            return Answer.taken();
        }
        try {
            Turns.Taken taken = turns.take(delivery.get());
            return Answer.taken().then(() -> turns.speak(taken));
        } catch (RuntimeException e) {
            String reference = log(e);
            Answer later = Answer.text(Answer.UNAVAILABLE, "Please deliver this again. Reference: " + reference);
            return header.apply("X-Slack-Retry-Num").equals(LAST_RETRY)
                    ? later.then(() -> apologies.say(delivery.get(), reference))
                    : later;
        }
    }

    /** A person's profile is not kept from their plans: what it says now is true however often it comes. */
    private Answer changed(JsonObject json) {
        JsonObject user = Json.object(Json.object(json, "event"), "user");
        RepId rep = new RepId(Json.text(json, "team_id"), Json.text(user, "id"));
        try {
            turns.changed(rep, user);
            return Answer.taken();
        } catch (RuntimeException e) {
            return Answer.text(Answer.UNAVAILABLE, "Please deliver this again. Reference: " + log(e));
        }
    }

    private Answer form(Map<String, String> fields) throws Malformed {
        String payload = fields.get("payload");
        if (payload != null) {
            return interaction(Strict.json(payload));
        }
        if (fields.containsKey("command")) {
            return command(fields);
        }
        if (fields.containsKey("ssl_check")) {
            return Answer.taken();
        }
        throw new Malformed("There is no such type of delivery.");
    }

    private Answer interaction(JsonObject payload) throws Malformed {
        String type = Json.text(payload, "type");
        if (type.equals("block_actions")) {
            return taps(Taps.read(payload));
        }
        if (type.equals("view_submission")) {
            return SentForm.read(payload).map(this::sent).orElseGet(Answer::taken);
        }
        if (INTERACTIONS_WITHOUT_USE.contains(type)) {
            return Answer.taken();
        }
        throw new Malformed("There is no such type of interaction.");
    }

    private Answer taps(List<Delivery> taps) {
        List<Runnable> then = taps.stream().map(this::tap).toList();
        return Answer.taken().then(() -> then.forEach(Runnable::run));
    }

    private Runnable tap(Delivery tap) {
        try {
            Turns.Taken taken = turns.take(tap);
            return () -> turns.speak(taken);
        } catch (RuntimeException e) {
            String reference = log(e);
            return () -> apologies.say(tap, reference);
        }
    }

    /** A form that is not accepted stays open before the rep, with all that they filled in. */
    private Answer sent(SentForm form) {
        try {
            Turns.Taken taken = turns.take(form.delivery());
            return accepted(taken);
        } catch (NotAccepted e) {
            return Answer.json(form.refused(e.complaints()));
        } catch (RuntimeException e) {
            return Answer.json(form.refused(Apologies.words(log(e)).text()));
        }
    }

    /** A form that is accepted closes; if there is something to read about it, that stands in its place. */
    private Answer accepted(Turns.Taken taken) {
        return taken.form()
                .filter(ModalView::isSheet)
                .map(sheet -> Answer.json(SentForm.replacedBy(sheet)).then(() -> turns.speak(taken.formShown())))
                .orElseGet(() -> Answer.taken().then(() -> turns.speak(taken)));
    }

    private Answer command(Map<String, String> fields) throws Malformed {
        RepId rep = new RepId(field(fields, "team_id"), field(fields, "user_id"));
        String trigger = field(fields, "trigger_id");
        if (rep.team().isEmpty() || rep.user().isEmpty() || trigger.isEmpty()) {
            throw new Malformed("A command comes with a team, a user and a trigger.");
        }
        String typed = field(fields, "command") + " " + Typed.from(field(fields, "text"));
        return command(
                new Delivery(rep, "command " + trigger, Optional.empty(), trigger, new Deed.Command(typed)),
                field(fields, "channel_id"));
    }

    private static String field(Map<String, String> fields, String name) {
        return Typed.storable(fields.getOrDefault(name, ""));
    }

    private Answer command(Delivery delivery, String typedIn) {
        try {
            boolean inRoom = turns.isRoom(delivery.rep(), typedIn);
            Turns.Taken taken = turns.take(delivery);
            return acknowledged(taken, inRoom).then(() -> turns.speak(taken.asideShown()));
        } catch (RuntimeException e) {
            return aside(Drawn.of(Apologies.message(log(e))));
        }
    }

    /** Whoever typed a command elsewhere would see nothing come of it. */
    private static Answer acknowledged(Turns.Taken taken, boolean inRoom) {
        if (taken.aside().isPresent()) {
            return aside(taken.aside().get());
        }
        return taken.intents().isEmpty() || taken.form().isPresent() || inRoom
                ? Answer.taken()
                : aside(Drawn.of(Message.say("I've answered in our chat.")));
    }

    private static Answer aside(JsonObject body) {
        body.addProperty("response_type", "ephemeral");
        return Answer.json(body);
    }

    private String log(RuntimeException failure) {
        String reference = ids.get();
        LOG.error("A turn failed, reference {}", reference, Trouble.of(failure));
        return reference;
    }
}
