package steward.runtime.turns;

import steward.conversation.session.SentFile;
import steward.conversation.session.SentFile.Problem;
import steward.rep.RepId;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatResult;

/** Reads the files that reps send, from the chat in which they stand. */
public final class SentFiles {

    private final Chat chat;

    public SentFiles(Chat chat) {
        this.chat = chat;
    }

    /** Before its turn is taken: nothing is locked meanwhile. */
    Delivery read(Delivery delivery) {
        return delivery.input()
                .file()
                .map(id -> delivery.with(read(delivery.rep(), id)))
                .orElse(delivery);
    }

    private SentFile read(RepId rep, String id) {
        ChatResult<SentFile> read = chat.download(rep, id);
        return read.given().orElseGet(() -> SentFile.unread(id, problem(read)));
    }

    private static Problem problem(ChatResult<SentFile> failed) {
        if (failed.kind() != ChatResult.Kind.REFUSED) {
            return Problem.NOT_GIVEN;
        }
        return switch (failed.refusal()) {
            case FILE -> Problem.GONE;
            case SIZE -> Problem.TOO_LARGE;
            case ADMIN, NOT_INSTALLED -> Problem.NOT_ALLOWED;
            case MESSAGE, LAYOUT, THREAD, ROOM, PERSON, PLACE, READING, UNSURE -> Problem.NOT_GIVEN;
        };
    }
}
