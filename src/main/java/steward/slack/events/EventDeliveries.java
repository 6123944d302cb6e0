package steward.slack.events;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import steward.conversation.session.ExpiredRecords;
import steward.conversation.session.SentFile;
import steward.message.MessageRef;
import steward.message.Stamp;
import steward.rep.RepId;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.Input;
import steward.slack.blocks.SlackTimestamp;
import steward.slack.blocks.TypedText;
import steward.slack.events.AppEvents.AppHomeOpened;
import steward.slack.events.MessageEvent.Earlier;
import steward.slack.events.MessageEvent.SharedFile;

/**
 * Reads events into deliveries: what a rep wrote, edited or deleted in the direct chat, and that they opened it or their Home tab. Messages
 * elsewhere, and what bots write, are none of Steward's business.
 */
public final class EventDeliveries {

    /** Kinds of message that a person wrote: plain, a reply also sent to the channel, {@code /me}, and one with a file. */
    private static final Set<String> WRITTEN = Set.of("", "thread_broadcast", "me_message", "file_share");

    /** What is left of a deleted message that had replies. */
    private static final String TOMBSTONE = "tombstone";

    private static final String SLACKBOT = "USLACKBOT";

    private EventDeliveries() {}

    /** Somebody wrote. */
    public static Optional<Delivery> written(EventsApiPayload<? extends MessageEvent> payload) {
        MessageEvent event = payload.getEvent();
        if (!event.isDirect() || event.isBots()) {
            return Optional.empty();
        }
        return SlackTimestamp.stamp(event.ts())
                .flatMap(stamp -> author(payload, event.user())
                        .map(rep -> new Delivery(
                                        rep,
                                        key(event.channel(), event.ts()),
                                        Optional.of(event.channel()),
                                        input(event, stamp))
                                .doneAt(SlackTimestamp.instant(stamp))));
    }

    private static Input input(MessageEvent event, Stamp stamp) {
        String said = event.said();
        Optional<SharedFile> plans = event.files().stream()
                .filter(file -> SentFile.mayHoldPlans(file.name()))
                .findFirst();
        if (plans.isPresent()) {
            return Input.PlansFile.sent(plans.get().id(), said);
        }
        if (said.isBlank()) {
            return new Input.File(
                    event.files().stream().findFirst().map(SharedFile::name).orElse(""));
        }
        String parent = event.threadTs();
        boolean isReply =
                !parent.equals(event.ts()) && SlackTimestamp.stamp(parent).isPresent();
        return new Input.Text(
                said, stamp, isReply ? Optional.of(new MessageRef(event.channel(), parent)) : Optional.empty());
    }

    /** A change without an edit, or without another text, is Slack's own: the preview of a link, a reply that came. */
    public static Optional<Delivery> changed(EventsApiPayload<? extends MessageEvent> payload) {
        MessageEvent event = payload.getEvent();
        Earlier before = event.previousMessage();
        Earlier message = event.message();
        if (!event.isDirect()) {
            return Optional.empty();
        }
        if (message.subtype().equals(TOMBSTONE)) {
            return deleted(payload, before, message.ts());
        }
        String said = message.said();
        if (message.editedTs().isEmpty() || said.isBlank() || message.text().equals(before.text())) {
            return Optional.empty();
        }
        String key = key(event.channel(), message.ts());
        return author(payload, message)
                .map(rep -> new Delivery(
                        rep,
                        // It begins as the message's own does, so that what an edit wrote is found under the message
                        // too.
                        key + " edited " + message.editedTs(),
                        Optional.of(event.channel()),
                        new Input.Edited(key, said)))
                .map(edit -> SlackTimestamp.stamp(message.editedTs())
                        .map(SlackTimestamp::instant)
                        .map(edit::doneAt)
                        .orElse(edit));
    }

    /** Somebody deleted a message. */
    public static Optional<Delivery> deleted(EventsApiPayload<? extends MessageEvent> payload) {
        MessageEvent event = payload.getEvent();
        return event.isDirect() ? deleted(payload, event.previousMessage(), event.deletedTs()) : Optional.empty();
    }

    private static Optional<Delivery> deleted(
            EventsApiPayload<? extends MessageEvent> payload, Earlier before, String ts) {
        String channel = payload.getEvent().channel();
        return author(payload, before)
                .map(rep -> new Delivery(
                        rep,
                        "deleted " + channel + " " + ts,
                        Optional.of(channel),
                        new Input.Deleted(key(channel, ts))));
    }

    /** What a message is delivered by when it is written. */
    private static String key(String channel, String ts) {
        return "message " + channel + " " + ts;
    }

    /** Somebody opened the direct chat, or their Home tab. */
    public static Optional<Delivery> opened(EventsApiPayload<AppHomeOpened> payload) {
        AppHomeOpened event = payload.getEvent();
        Optional<RepId> rep = rep(payload, event.user());
        return switch (event.tab()) {
            case "messages" -> rep.map(who -> openedChat(who, event));
            case "home" ->
                rep.map(who -> new Delivery(
                        who,
                        "home " + who.user() + " " + event.eventTs(),
                        Optional.empty(),
                        new Input.LookedAtHome(1)));
            default -> Optional.empty();
        };
    }

    /** The welcome is for good: its key does not change from one opening to the next. */
    private static Delivery openedChat(RepId rep, AppHomeOpened event) {
        Optional<String> room = Optional.of(event.channel()).filter(channel -> channel.startsWith("D"));
        return new Delivery(rep, ExpiredRecords.KEPT_FOR_GOOD + rep.user(), room, new Input.Opened());
    }

    /** Who wrote a message; empty if it was no person. */
    private static Optional<RepId> author(EventsApiPayload<?> payload, Earlier message) {
        return WRITTEN.contains(message.subtype()) && !message.isBots()
                ? author(payload, message.user())
                : Optional.empty();
    }

    private static Optional<RepId> author(EventsApiPayload<?> payload, String user) {
        return rep(payload, user).filter(rep -> !isBot(rep, payload.getAuthorizations()));
    }

    private static boolean isBot(RepId rep, List<Authorization> authorizations) {
        return rep.user().equals(SLACKBOT)
                || (authorizations != null
                        && authorizations.stream()
                                .anyMatch(app -> Boolean.TRUE.equals(app.getIsBot())
                                        && rep.user().equals(app.getUserId())));
    }

    private static Optional<RepId> rep(EventsApiPayload<?> payload, String user) {
        String team = payload.getTeamId() == null ? "" : TypedText.storable(payload.getTeamId());
        return team.isEmpty() || user.isEmpty() ? Optional.empty() : Optional.of(new RepId(team, user));
    }
}
