package steward.slack.bolt;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import steward.rep.RepId;
import steward.runtime.chat.UserProfile;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.FailureReplies;
import steward.runtime.turns.TakenTurn;
import steward.runtime.turns.TurnRunner;
import steward.runtime.turns.UserProfiles;
import steward.slack.api.Tokens;
import steward.slack.blocks.JsonFields;
import steward.slack.events.AppEvents.AppHomeOpened;
import steward.slack.events.AppEvents.AppUninstalled;
import steward.slack.events.AppEvents.TokensRevoked;
import steward.slack.events.AppEvents.UserChange;
import steward.slack.events.EventDeliveries;
import steward.slack.events.MessageEvent;
import steward.slack.surfaces.SlackUsers;

/**
 * Handles events: takes the turn and only then acknowledges. One whose turn could not be written down is {@link NotTaken}, so that Slack
 * delivers it again and a rep's answer is not lost.
 */
final class EventHandlers {

    /** Slack's last attempt to deliver an event. */
    private static final int LAST_RETRY = 3;

    private final TurnRunner turns;
    private final FailureReplies failureReplies;
    private final UserProfiles profiles;
    private final Tokens tokens;
    private final FailureLog failures;

    EventHandlers(
            TurnRunner turns,
            FailureReplies failureReplies,
            UserProfiles profiles,
            Tokens tokens,
            FailureLog failures) {
        this.turns = turns;
        this.failureReplies = failureReplies;
        this.profiles = profiles;
        this.tokens = tokens;
        this.failures = failures;
    }

    void register(App app) {
        turn(app, MessageEvent.Written.class, EventDeliveries::written);
        turn(app, MessageEvent.ThreadBroadcast.class, EventDeliveries::written);
        turn(app, MessageEvent.MeMessage.class, EventDeliveries::written);
        turn(app, MessageEvent.FileShare.class, EventDeliveries::written);
        turn(app, MessageEvent.Changed.class, EventDeliveries::changed);
        turn(app, MessageEvent.Deleted.class, EventDeliveries::deleted);
        turn(app, AppHomeOpened.class, EventDeliveries::opened);
        app.event(UserChange.class, (payload, context) -> changed(payload));
        app.event(AppUninstalled.class, (payload, context) -> revoked(payload));
        app.event(
                TokensRevoked.class,
                (payload, context) -> payload.getEvent().isOfBot() ? revoked(payload) : Acknowledgement.taken());
    }

    private <E extends Event> void turn(
            App app, Class<E> event, Function<EventsApiPayload<E>, Optional<Delivery>> read) {
        app.event(
                event,
                (payload, context) -> read.apply(payload)
                        .<Response>map(delivery -> take(delivery, context))
                        .orElseGet(Acknowledgement::taken));
    }

    private Acknowledgement take(Delivery delivery, EventContext context) {
        try {
            TakenTurn taken = turns.take(delivery);
            return Acknowledgement.taken().then(() -> turns.finish(taken));
        } catch (RuntimeException e) {
            String reference = failures.log(e);
            boolean isLastTry = context.getRetryNum() != null && context.getRetryNum() >= LAST_RETRY;
            throw new NotTaken(reference, isLastTry ? () -> failureReplies.send(delivery, reference) : () -> {});
        }
    }

    /** A person's profile is not kept from their plans: what it says now is true however often it comes. */
    private Acknowledgement changed(EventsApiPayload<UserChange> payload) {
        String team = payload.getTeamId() == null ? "" : payload.getTeamId();
        String user = JsonFields.text(payload.getEvent().user(), "id");
        if (!team.isEmpty() && !user.isEmpty()) {
            UserProfile profile = SlackUsers.profile(payload.getEvent().user());
            orAgain(() -> profiles.changed(new RepId(team, user), profile));
        }
        return Acknowledgement.taken();
    }

    private Acknowledgement revoked(EventsApiPayload<?> payload) {
        if (payload.getEventTime() != null && payload.getTeamId() != null) {
            orAgain(() -> tokens.revoked(payload.getTeamId(), Instant.ofEpochSecond(payload.getEventTime())));
        }
        return Acknowledgement.taken();
    }

    private void orAgain(Runnable noting) {
        try {
            noting.run();
        } catch (RuntimeException e) {
            throw new NotTaken(failures.log(e), () -> {});
        }
    }
}
