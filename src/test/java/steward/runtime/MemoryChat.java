package steward.runtime;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import steward.conversation.session.SentFile;
import steward.message.ChatFile;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.Outbox.Arrival;
import steward.message.Stamp;
import steward.rep.RepId;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.Origin;
import steward.runtime.chat.PostedMessage;
import steward.runtime.chat.Refusal;
import steward.runtime.chat.UserProfile;

/**
 * A chat product in memory: it remembers what it is asked to do, and does it, unless a test says how a call ends.
 *
 * <p>People's ids begin with {@code U}; the direct chat with U1 is D-U1. Ids of messages are words, and tell nothing of their order.
 */
public final class MemoryChat implements Chat {

    /** What a chat can be asked. */
    public enum Method {
        OPEN_DIRECT_CHAT,
        POST,
        FIND,
        UPDATE,
        DELETE,
        UPLOAD,
        DOWNLOAD,
        OPEN_FORM,
        REPLY_PRIVATELY,
        PUBLISH_HOME,
        PROFILE
    }

    /**
     * A call.
     *
     * @param place the channel, the person, or the message that it is about
     * @param content what it carries: a body, a view, a file's content; when finding, the id looked for
     */
    public record Call(Method method, String workspace, String place, String content) {}

    /** A message that stands in the chat. */
    public record Posted(PostedMessage as, Intent intent) {

        public String channel() {
            return as.channel();
        }

        public PlainRenderer.Body body() {
            return PlainRenderer.Body.of(intent.body());
        }
    }

    /**
     * How a call ends.
     *
     * @param isDone whether the chat does what it is asked, whatever it answers
     * @param end what it answers; empty if it says what it did
     * @param held the chat thinks until this is counted down
     */
    public record Answer(boolean isDone, Optional<ChatResult<Void>> end, Optional<CountDownLatch> held) {

        private static Answer not(ChatResult<Void> end) {
            return new Answer(false, Optional.of(end), Optional.empty());
        }

        public static Answer done() {
            return new Answer(true, Optional.empty(), Optional.empty());
        }

        public static Answer refused(Refusal about, String error) {
            return not(ChatResult.refused(about, error));
        }

        /**
         * It is surely not done.
         *
         * @param after how long to leave the chat alone
         */
        public static Answer notDone(Duration after) {
            return not(ChatResult.notDone("too much", after));
        }

        /** Nothing is done, and nobody knows. */
        public static Answer lost() {
            return not(ChatResult.unknown("no answer"));
        }

        /** It is done, and nobody knows. */
        public static Answer doneButLost() {
            return new Answer(true, Optional.of(ChatResult.unknown("no answer")), Optional.empty());
        }

        /** The same, but not before this is counted down. */
        public Answer once(CountDownLatch counted) {
            return new Answer(isDone, end, Optional.of(counted));
        }
    }

    private final List<Call> calls = new ArrayList<>();
    private final List<Posted> posted = new ArrayList<>();
    /** Where files stand, by channel and name. */
    private final Set<String> files = ConcurrentHashMap.newKeySet();

    private final Map<Method, Deque<Answer>> next = new EnumMap<>(Method.class);
    private final Map<Method, Answer> always = new EnumMap<>(Method.class);
    private final Map<RepId, UserProfile> people = new HashMap<>();
    private boolean tellsArrival = true;
    private long places;

    // ── What a test says and sees ────────────────────────────────────────────────────────────────────────

    /** How the next calls of a method end. */
    public synchronized void next(Method method, Answer... answers) {
        next.computeIfAbsent(method, any -> new ArrayDeque<>()).addAll(List.of(answers));
    }

    /** How all calls of a method end for which nothing else is said. */
    public synchronized void always(Method method, Answer answer) {
        always.put(method, answer);
    }

    /** From now on it doesn't say as which one a message arrived. */
    public synchronized void tellsNoArrival() {
        tellsArrival = false;
    }

    public synchronized void person(RepId id, UserProfile profile) {
        people.put(id, profile);
    }

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    public synchronized List<Call> calls(Method method) {
        return calls.stream().filter(call -> call.method() == method).toList();
    }

    /** What stands in the chat, in the order in which it came. */
    public synchronized List<Posted> posted() {
        return List.copyOf(posted);
    }

    /** The place of what a person writes next. */
    public synchronized Stamp written() {
        places++;
        return new Stamp(places);
    }

    public List<String> texts() {
        return posted().stream().map(message -> message.body().text()).toList();
    }

    // ── What it is asked ─────────────────────────────────────────────────────────────────────────────────

    @Override
    public boolean isPerson(String place) {
        return place.startsWith("U");
    }

    @Override
    public ChatResult<String> openDirectChat(RepId person) {
        return call(
                new Call(Method.OPEN_DIRECT_CHAT, person.team(), person.user(), ""),
                () -> ChatResult.done(direct(person.user())));
    }

    private static String direct(String person) {
        return "D-" + person;
    }

    @Override
    public ChatResult<PostedMessage> post(Intent intent, String channel) {
        return call(
                new Call(Method.POST, intent.rep().team(), channel, intent.body()),
                () -> ChatResult.done(land(intent, isPerson(channel) ? direct(channel) : channel)));
    }

    private synchronized PostedMessage land(Intent intent, String channel) {
        places++;
        MessageRef message = new MessageRef(channel, intent.id() + " has landed");
        PostedMessage landed = new PostedMessage(
                channel, Optional.of(new Arrival(message, new Stamp(places))).filter(any -> tellsArrival));
        posted.add(new Posted(landed, intent));
        return landed;
    }

    @Override
    public ChatResult<Optional<PostedMessage>> find(Intent intent, String channel, Instant writtenAt) {
        return call(
                new Call(Method.FIND, intent.rep().team(), channel, intent.id()),
                () -> ChatResult.done(posted().stream()
                        .filter(message -> message.channel().equals(channel)
                                && message.intent().id().equals(intent.id()))
                        .map(Posted::as)
                        .findFirst()));
    }

    @Override
    public ChatResult<Void> update(String workspace, MessageRef message, String body) {
        return call(new Call(Method.UPDATE, workspace, message.id(), body), ChatResult::done);
    }

    @Override
    public ChatResult<Void> delete(String workspace, MessageRef message) {
        return call(new Call(Method.DELETE, workspace, message.id(), ""), ChatResult::done);
    }

    @Override
    public ChatResult<Void> upload(String workspace, String channel, ChatFile file) {
        String content = String.join(
                "\n",
                file.name(),
                file.title(),
                file.caption().text(),
                new String(file.content(), StandardCharsets.UTF_8));
        return call(new Call(Method.UPLOAD, workspace, channel, content), () -> {
            files.add(channel + "/" + file.name());
            return ChatResult.done();
        });
    }

    @Override
    public ChatResult<Boolean> isUploaded(String workspace, String channel, String name, Instant since) {
        return call(
                new Call(Method.FIND, workspace, channel, name),
                () -> ChatResult.done(files.contains(channel + "/" + name)));
    }

    @Override
    public ChatResult<SentFile> download(RepId rep, String file) {
        return call(
                new Call(Method.DOWNLOAD, rep.team(), rep.user(), file),
                () -> ChatResult.refused(Refusal.FILE, "nobody sends files here"));
    }

    @Override
    public ChatResult<Void> openForm(RepId rep, Origin origin, String view) {
        return call(new Call(Method.OPEN_FORM, rep.team(), origin.trigger(), view), ChatResult::done);
    }

    @Override
    public ChatResult<Void> replyPrivately(RepId rep, Origin origin, String body) {
        return call(new Call(Method.REPLY_PRIVATELY, rep.team(), rep.user(), body), ChatResult::done);
    }

    @Override
    public ChatResult<Void> publishHome(RepId rep, String view) {
        return call(new Call(Method.PUBLISH_HOME, rep.team(), rep.user(), view), ChatResult::done);
    }

    @Override
    public ChatResult<UserProfile> profile(RepId person) {
        return call(
                new Call(Method.PROFILE, person.team(), person.user(), ""),
                () -> person(person)
                        .map(ChatResult::done)
                        .orElseGet(() -> ChatResult.refused(Refusal.ADMIN, "nobody of that id")));
    }

    private synchronized Optional<UserProfile> person(RepId id) {
        return Optional.ofNullable(people.get(id));
    }

    private <T> ChatResult<T> call(Call call, Supplier<ChatResult<T>> done) {
        Answer answer = begun(call);
        answer.held().ifPresent(MemoryChat::await);
        Optional<ChatResult<T>> result = answer.isDone() ? Optional.of(done.get()) : Optional.empty();
        return answer.end().map(MemoryChat::<T>typed).or(() -> result).orElseThrow();
    }

    private synchronized Answer begun(Call call) {
        calls.add(call);
        @Nullable
        Answer scripted = next.getOrDefault(call.method(), new ArrayDeque<>()).poll();
        return Stream.of(Optional.ofNullable(scripted), Optional.ofNullable(always.get(call.method())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(Answer::done);
    }

    /** An end that gives nothing. */
    private static <T> ChatResult<T> typed(ChatResult<Void> end) {
        return new ChatResult<>(end.kind(), null, end.refusal(), end.error(), end.after());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Nobody let the chat go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
