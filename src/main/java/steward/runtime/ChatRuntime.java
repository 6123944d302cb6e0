package steward.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import steward.conversation.Conversation;
import steward.conversation.session.FileRequest;
import steward.runtime.chat.Chat;
import steward.runtime.chat.Renderer;
import steward.runtime.personaldata.PersonalDataDelivery;
import steward.runtime.sending.Daemons;
import steward.runtime.sending.MessageEraser;
import steward.runtime.sending.MessageSender;
import steward.runtime.sending.RateLimiter;
import steward.runtime.turns.CalendarFeed;
import steward.runtime.turns.FailureReplies;
import steward.runtime.turns.FormOpener;
import steward.runtime.turns.HomePublisher;
import steward.runtime.turns.NudgeDispatcher;
import steward.runtime.turns.PrivateReplies;
import steward.runtime.turns.SentFiles;
import steward.runtime.turns.TurnRunner;
import steward.runtime.turns.UserProfiles;

/**
 * Steward at work in one chat product: its handlers bring the turns, and all that Steward sends, shows and says unasked goes out from here.
 *
 * <p>{@link #resume} comes before anything is taken, {@link #start} once deliveries may come.
 */
public final class ChatRuntime {

    /** The longest that each step of closing may take, so that all is over within five seconds. */
    public static final Duration CLOSING_STEP = Duration.ofMillis(1_200);

    /** Between looks for reps who want their personal data. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final MessageSender sender;
    private final UserProfiles profiles;
    private final FailureReplies failureReplies;
    private final TurnRunner turns;
    private final NudgeDispatcher nudges;
    private final PersonalDataDelivery personalData;
    private final CalendarFeed calendars;
    private final Retention retention;
    private final ScheduledExecutorService looks;

    /**
     * @param ids new, unique texts
     * @param registry where the traffic is counted
     * @param limiter the pace of nudges
     */
    public ChatRuntime(
            Chat chat,
            Renderer renderer,
            StorePorts store,
            Conversation conversation,
            InstantSource clock,
            Supplier<String> ids,
            MeterRegistry registry,
            ChatThreads threads,
            RateLimiter limiter) {
        sender = new MessageSender(
                chat,
                file -> {
                    Instant now = clock.instant();
                    FileRequest wanted = FileRequest.read(file.body());
                    return store.sessions().look(file.rep(), now, session -> conversation.file(session, wanted, now));
                },
                renderer,
                store.outbox(),
                clock,
                threads.calls(),
                threads.timer(),
                limiter,
                registry);
        HomePublisher homes = new HomePublisher(
                chat, renderer, store.sessions(), store.reps(), conversation, sender, clock, threads.timer());
        profiles = new UserProfiles(chat, store.reps(), clock, threads.calls(), homes::refresh);
        failureReplies = new FailureReplies(chat, renderer, threads.calls());
        turns = new TurnRunner(
                store.sessions(),
                conversation,
                renderer,
                store.outbox(),
                sender,
                new SentFiles(chat),
                new FormOpener(chat, renderer, threads.forms(), failureReplies, ids),
                new PrivateReplies(chat, threads.calls()),
                homes,
                profiles,
                clock);
        nudges = new NudgeDispatcher(store.wakeTimes(), turns, sender, clock);
        personalData = new PersonalDataDelivery(
                store.personalData(),
                store.sessions(),
                store.outbox(),
                conversation,
                chat,
                renderer,
                sender,
                homes,
                new MessageEraser(chat, threads.calls(), threads.timer()),
                threads.calls(),
                clock,
                ids);
        calendars = new CalendarFeed(store.reps(), store.sessions(), conversation, clock);
        retention = new Retention(store.expiredRecords(), clock);
        looks = Executors.newSingleThreadScheduledExecutor(Daemons.named("personal-data"));
    }

    /** Takes the turns that the chat's handlers bring. */
    public TurnRunner turns() {
        return turns;
    }

    /** Tells reps of turns that failed. */
    public FailureReplies failureReplies() {
        return failureReplies;
    }

    /** Hears of people's profiles. */
    public UserProfiles profiles() {
        return profiles;
    }

    /** Opens the calendars that reps subscribe to. */
    public CalendarFeed calendars() {
        return calendars;
    }

    /** Wakes reps whose moment has come. */
    public NudgeDispatcher nudges() {
        return nudges;
    }

    /** Takes up what was left unsent. */
    public void resume() {
        sender.resume();
    }

    /** Looks once for whom there is something to do. */
    public void look() {
        nudges.look();
        personalData.look();
    }

    /** Begins to look, again and again. */
    public void start() {
        nudges.start();
        var unused = looks.scheduleWithFixedDelay(personalData::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        retention.start();
    }

    /** Ends what is being sent, for a few seconds; the rest is left in the store. */
    public void close() {
        looks.shutdownNow();
        retention.close();
        nudges.close(CLOSING_STEP);
        sender.close(CLOSING_STEP);
    }
}
