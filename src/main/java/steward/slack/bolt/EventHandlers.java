package steward.slack.bolt;

import static steward.slack.blocks.JsonFields.firstOf;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.TokensRevokedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import steward.rep.RepId;
import steward.runtime.ChatRuntime;
import steward.runtime.chat.UserProfile;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.FailureReplies;
import steward.runtime.turns.TakenTurn;
import steward.runtime.turns.TurnRunner;
import steward.runtime.turns.UserProfiles;
import steward.slack.api.Tokens;
import steward.slack.blocks.JsonFields;
import steward.slack.events.AppEvents.AppHomeOpened;
import steward.slack.events.AppEvents.UserChange;
import steward.slack.events.EventDeliveries;
import steward.slack.events.MessageEvent;
import steward.slack.events.TeamId;
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

    EventHandlers(ChatRuntime runtime, Tokens tokens, FailureLog failures) {
        this.turns = runtime.turns();
        this.failureReplies = runtime.failureReplies();
        this.profiles = runtime.profiles();
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
        app.event(UserChange.class, (payload, context) -> changed(located(payload, context)));
        app.event(AppUninstalledEvent.class, (payload, context) -> revoked(payload));
        app.event(
                TokensRevokedEvent.class,
                (payload, context) -> isOfBot(payload.getEvent()) ? revoked(payload) : Acknowledgement.taken());
    }

    private <E extends Event> void turn(
            App app, Class<E> event, Function<EventsApiPayload<E>, Optional<Delivery>> read) {
        app.event(
                event,
                (payload, context) -> read.apply(located(payload, context))
                        .<Response>map(delivery -> take(delivery, context))
                        .orElseGet(Acknowledgement::taken));
    }

    /** Where Slack says the organization alone, the workspace is known by now. */
    private static <E extends Event> EventsApiPayload<E> located(EventsApiPayload<E> payload, EventContext context) {
        if (!TeamId.isWorkspace(payload.getTeamId())) {
            payload.setTeamId(context.getTeamId());
        }
        return payload;
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

    /** @param reference what the log knows by why it could not be taken */
    static Acknowledgement deliverAgain(String reference) {
        return Acknowledgement.text(Acknowledgement.UNAVAILABLE, "Please deliver this again. Reference: " + reference);
    }

    /** A person's profile is not kept from their plans: what it says now is true however often it comes. */
    private Acknowledgement changed(EventsApiPayload<UserChange> payload) {
        String team = payload.getTeamId() == null ? "" : payload.getTeamId();
        String user = JsonFields.text(payload.getEvent().user(), "id");
        if (!team.isEmpty() && !user.isEmpty()) {
            UserProfile profile = SlackUsers.profile(payload.getEvent().user());
            profiles.changed(new RepId(team, user), profile);
        }
        return Acknowledgement.taken();
    }

    private Acknowledgement revoked(EventsApiPayload<?> payload) {
        String where = uninstalled(payload);
        if (payload.getEventTime() != null && !where.isEmpty()) {
            tokens.revoked(where, Instant.ofEpochSecond(payload.getEventTime()));
        }
        return Acknowledgement.taken();
    }

    /** The workspace or the organization that Steward was installed in. */
    private static String uninstalled(EventsApiPayload<?> payload) {
        List<Authorization> told = payload.getAuthorizations() == null ? List.of() : payload.getAuthorizations();
        String organization = told.stream()
                .filter(each -> Boolean.TRUE.equals(each.getIsEnterpriseInstall()))
                .map(each -> String.valueOf(each.getEnterpriseId()))
                .findFirst()
                .orElse("");
        String team = payload.getTeamId() == null ? "" : payload.getTeamId();
        String whole = payload.getEnterpriseId() == null ? "" : payload.getEnterpriseId();
        return firstOf(organization, team, whole);
    }

    /** Tokens of people are none of Steward's, which has one for its bot alone. */
    private static boolean isOfBot(TokensRevokedEvent revoked) {
        TokensRevokedEvent.Tokens taken = revoked.getTokens();
        return taken != null && taken.getBot() != null && !taken.getBot().isEmpty();
    }

    /** An event could not be taken: Slack is to deliver it again. Bolt would turn a handler's answer of that kind into one that all is well. */
    static final class NotTaken extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String reference;
        private final transient Runnable then;

        /**
         * @param reference what the log knows the failure by
         * @param then what is to be done once Slack has been answered
         */
        NotTaken(String reference, Runnable then) {
            super("An event could not be taken, reference " + reference, null, false, false);
            this.reference = reference;
            this.then = then;
        }

        Acknowledgement deliverAgain() {
            return EventHandlers.deliverAgain(reference).then(then);
        }
    }
}
