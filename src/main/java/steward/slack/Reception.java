package steward.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.Message;
import steward.rep.RepId;

/**
 * Takes what Slack delivers, whichever way it came: takes the turn, and only then acknowledges; what Steward says comes after that.
 *
 * <p>Whatever Slack can send is answered 200, with one exception: an event whose turn could not be written down is answered 503, since
 * Slack then delivers it again, and a rep's answer is not lost. Taps and commands are never delivered again, so the rep is told;
 * and a form stays open. What comes from a workspace that Steward is not installed in is taken, and nothing is done.
 */
final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private static final String NOT_INSTALLED =
            "Steward isn't installed in this workspace any more. Ask your admin to install it again:"
                    + " what was written here is kept for 30 days.";

    /** So many workspaces are remembered as not installed; more would be somebody's joke. */
    private static final int STRANGERS_MAX = 10_000;

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

    private final Tokens tokens;
    private final Turns turns;
    private final Apologies apologies;
    private final Supplier<String> ids;
    private final Set<String> strangers = ConcurrentHashMap.newKeySet();

    Reception(Tokens tokens, Turns turns, Apologies apologies, Supplier<String> ids) {
        this.tokens = tokens;
        this.turns = turns;
        this.apologies = apologies;
        this.ids = ids;
    }

    /**
     * Takes an event.
     *
     * @param callback an {@code event_callback}
     * @param isLastTry whether Slack will not deliver it again
     */
    Answer event(JsonObject callback, boolean isLastTry) {
        JsonObject event = Json.object(callback, "event");
        return switch (Json.text(event, "type")) {
            case "app_uninstalled" -> revoked(callback);
            case "tokens_revoked" -> isOfBot(Json.object(event, "tokens")) ? revoked(callback) : Answer.taken();
            case "user_change" -> changed(callback);
            default ->
                Events.read(callback)
                        .map(delivery -> event(delivery, isLastTry))
                        .orElseGet(Answer::taken);
        };
    }

    private Answer event(Delivery delivery, boolean isLastTry) {
        try {
            if (isStranger(delivery.rep())) {
                return Answer.taken();
            }
            Turns.Taken taken = turns.take(delivery);
            return Answer.taken().then(() -> turns.speak(taken));
        } catch (RuntimeException e) {
            String reference = log(e);
            Answer later = deliverAgain(reference);
            return isLastTry ? later.then(() -> apologies.say(delivery, reference)) : later;
        }
    }

    private static Answer deliverAgain(String reference) {
        return Answer.text(Answer.UNAVAILABLE, "Please deliver this again. Reference: " + reference);
    }

    /** Tokens of people are none of Steward's, which has one for its bot alone. */
    private static boolean isOfBot(JsonObject revoked) {
        JsonElement bots = revoked.get("bot");
        return bots != null && bots.isJsonArray() && !bots.getAsJsonArray().isEmpty();
    }

    private Answer revoked(JsonObject callback) {
        JsonElement time = callback.get("event_time");
        boolean isTimed = time != null
                && time.isJsonPrimitive()
                && time.getAsJsonPrimitive().isNumber();
        String team = Json.text(callback, "team_id");
        if (!isTimed || team.isEmpty()) {
            return Answer.taken();
        }
        try {
            tokens.revoked(team, Instant.ofEpochSecond(time.getAsLong()));
            return Answer.taken();
        } catch (RuntimeException e) {
            return deliverAgain(log(e));
        }
    }

    /** Whether somebody is in a workspace that Steward is not, or no longer, installed in. */
    private boolean isStranger(RepId rep) {
        boolean stranger = tokens.of(rep.team()).isEmpty();
        if (stranger && strangers.size() < STRANGERS_MAX && strangers.add(rep.team())) {
            LOG.warn("Slack delivers what happens in workspace {}, where Steward is not installed", rep.team());
        }
        return stranger;
    }

    /** A person's profile is not kept from their plans: what it says now is true however often it comes. */
    private Answer changed(JsonObject json) {
        JsonObject user = Json.object(Json.object(json, "event"), "user");
        RepId rep = new RepId(Json.text(json, "team_id"), Json.text(user, "id"));
        try {
            if (!isStranger(rep)) {
                turns.changed(rep, user);
            }
            return Answer.taken();
        } catch (RuntimeException e) {
            return deliverAgain(log(e));
        }
    }

    /**
     * Takes a tap or a form that was sent.
     *
     * @throws Malformed if Slack cannot have sent it
     */
    Answer interaction(JsonObject payload) throws Malformed {
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
            if (isStranger(tap.rep())) {
                return () -> {};
            }
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
            if (isStranger(form.delivery().rep())) {
                return Answer.json(form.refused(NOT_INSTALLED));
            }
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

    /**
     * Takes a slash command.
     *
     * @throws Malformed if Slack cannot have sent it
     */
    Answer command(Map<String, String> fields) throws Malformed {
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
            if (isStranger(delivery.rep())) {
                return aside(Drawn.of(Message.say(NOT_INSTALLED)));
            }
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
        LOG.atError()
                .addKeyValue("reference", reference)
                .setCause(Trouble.of(failure))
                .log("A turn failed, reference {}", reference);
        return reference;
    }
}
