package steward.runtime.sending;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.ChatFile;
import steward.message.Intent;
import steward.message.Message;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.LoggableError;
import steward.runtime.chat.PostedMessage;
import steward.runtime.chat.Refusal;
import steward.runtime.chat.Renderer;

/** Makes the files that reps asked for and uploads them, as messages are posted. A chat doesn't say as which message a file arrived. */
final class FileUploads {

    private static final String GONE = "nothing to make a file of";
    private static final String NOT_MADE = "the file could not be made";

    private static final Logger LOG = LoggerFactory.getLogger(FileUploads.class);

    /** A document takes a processor and tens of megabytes while it is made. */
    private static final int MADE_AT_ONCE_MAX = 2;

    private final Chat chat;
    private final Function<Intent, Optional<ChatFile>> maker;
    private final Semaphore atWork = new Semaphore(MADE_AT_ONCE_MAX, true);

    /** @param maker the file that an intent's body says, still to be made; empty if there is nothing any more to make it of */
    FileUploads(Chat chat, Function<Intent, Optional<ChatFile>> maker) {
        this.chat = chat;
        this.maker = maker;
    }

    ChatResult<PostedMessage> upload(Intent intent, String channel) {
        return file(intent)
                .then(file -> made(intent, file))
                .then(file -> chat.upload(intent.rep().team(), channel, file))
                .giving(new PostedMessage(channel, Optional.empty()));
    }

    /** Whether one that may have been uploaded is there; for that it need not be made. */
    ChatResult<Optional<PostedMessage>> find(Intent intent, String channel, Instant writtenAt) {
        return file(intent)
                .then(file -> chat.isUploaded(intent.rep().team(), channel, file.name(), writtenAt))
                .map(isThere -> Optional.of(new PostedMessage(channel, Optional.empty()))
                        .filter(any -> isThere));
    }

    /** What the rep is told instead of getting their file. */
    static Message notUploaded(ChatResult<?> refused, Renderer renderer) {
        return switch (refused.error()) {
            case GONE -> Message.say("The plan is not there any more, so there is no file of it.");
            case NOT_MADE ->
                Message.say("I couldn't make your file: something went wrong on my side. Your plan is as it was."
                        + " Please ask for another format, and tell whoever runs Steward for you.");
            default -> Message.say(renderer.fileNotTaken(refused) + " Then ask for it again.");
        };
    }

    private ChatResult<ChatFile> made(Intent intent, ChatFile file) {
        atWork.acquireUninterruptibly();
        try {
            return ChatResult.done(file.made());
        } catch (RuntimeException e) {
            LOG.error("The file of message {} could not be made", intent.id(), LoggableError.of(e));
            return ChatResult.refused(Refusal.MESSAGE, NOT_MADE);
        } finally {
            atWork.release();
        }
    }

    private ChatResult<ChatFile> file(Intent intent) {
        return maker.apply(intent).map(ChatResult::done).orElseGet(() -> ChatResult.refused(Refusal.MESSAGE, GONE));
    }
}
