package steward.runtime.chat;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one call to a chat ended.
 *
 * @param value what it gave, if it was done and gives something
 * @param refusal what it was refused for; {@link Refusal#ADMIN} unless it was refused for something else
 * @param error why it was not done, or why nobody knows, in the chat's own word
 * @param after how long to leave the chat alone, if it was not done this time; zero if it didn't say
 */
public record ChatResult<T>(Kind kind, @Nullable T value, Refusal refusal, String error, Duration after) {

    /** The ways in which a call ends. */
    public enum Kind {
        /** Done. */
        DONE,
        /** Not done, and it never will be as it is. */
        REFUSED,
        /** Surely not done this time: there was too much at once, it never got there, or something is missing for a moment. */
        NOT_DONE,
        /** Done or not: the answer got lost, or the chat does not know itself. */
        UNKNOWN
    }

    /** Done, and it gave something. */
    public static <T> ChatResult<T> done(T value) {
        return new ChatResult<>(Kind.DONE, value, Refusal.ADMIN, "", Duration.ZERO);
    }

    /** Done; there is nothing to give. */
    public static ChatResult<Void> done() {
        return new ChatResult<>(Kind.DONE, null, Refusal.ADMIN, "", Duration.ZERO);
    }

    public static <T> ChatResult<T> refused(Refusal refusal, String error) {
        return new ChatResult<>(Kind.REFUSED, null, refusal, error, Duration.ZERO);
    }

    public static <T> ChatResult<T> notDone(String why, Duration after) {
        return new ChatResult<>(Kind.NOT_DONE, null, Refusal.ADMIN, why, after);
    }

    public static <T> ChatResult<T> unknown(String why) {
        return new ChatResult<>(Kind.UNKNOWN, null, Refusal.ADMIN, why, Duration.ZERO);
    }

    public boolean isDone() {
        return kind == Kind.DONE;
    }

    public boolean isRefusedFor(Refusal about) {
        return kind == Kind.REFUSED && refusal == about;
    }

    /** What the call gave. */
    public T get() {
        return Objects.requireNonNull(value, () -> "This call ended " + kind + ": " + error);
    }

    /** What the call gave; empty if it was not done. */
    public Optional<T> given() {
        return Optional.ofNullable(value);
    }

    /** The same end, with something else given. */
    public <R> ChatResult<R> map(Function<T, R> change) {
        return new ChatResult<>(kind, value == null ? null : change.apply(value), refusal, error, after);
    }

    /** What comes of the next call, if this one was done; else this end. */
    public <R> ChatResult<R> then(Function<T, ChatResult<R>> next) {
        return isDone() ? next.apply(get()) : new ChatResult<>(kind, null, refusal, error, after);
    }

    /** The same end, giving something if it is done. */
    public <R> ChatResult<R> giving(R given) {
        return new ChatResult<>(kind, isDone() ? given : null, refusal, error, after);
    }

    /** The same end, giving nothing. */
    public ChatResult<Void> ended() {
        return new ChatResult<>(kind, null, refusal, error, after);
    }
}
