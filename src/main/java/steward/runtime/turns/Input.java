package steward.runtime.turns;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import steward.conversation.Conversation;
import steward.conversation.LookUp;
import steward.conversation.session.RepSession;
import steward.conversation.session.SentFile;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnResult;
import steward.message.About;
import steward.message.MessageRef;
import steward.message.Stamp;

/** What a rep did: wrote, tapped, sent a form, typed a command. Each kind knows which call of the conversation takes it. */
public interface Input {

    TurnResult take(Conversation conversation, RepSession session, Instant now);

    /** The page of their Home tab that the rep wants to see, if that is what they did it for; the first is 1. */
    default Optional<Integer> homePage() {
        return Optional.empty();
    }

    /** Whether all that they want is to look at something, so that nothing need be written. */
    default boolean isLookUp() {
        return false;
    }

    /** The file that has to be read for it, by what the chat knows it by. */
    default Optional<String> file() {
        return Optional.empty();
    }

    /** The same, with that file. */
    default Input with(SentFile file) {
        return this;
    }

    /** They wrote; {@code thread} is the message they replied to, if they did. */
    record Text(String said, Stamp stamp, Optional<MessageRef> thread) implements Input {
        @Override
        public TurnResult take(Conversation conversation, RepSession session, Instant now) {
            return conversation.text(session, said, stamp, thread, now);
        }
    }

    /** They edited what they wrote before, as {@code delivery}. */
    record Edited(String delivery, String said) implements Input {
        @Override
        public TurnResult take(Conversation conversation, RepSession session, Instant now) {
            return conversation.edited(session, delivery, said, now);
        }
    }

    /** They deleted what they wrote before, as {@code delivery}. */
    record Deleted(String delivery) implements Input {
        @Override
        public TurnResult take(Conversation conversation, RepSession session, Instant now) {
            return conversation.deleted(session, delivery, now);
        }
    }

    /** They sent something that holds no plans, without any text; the name is the file's, if it has one. */
    record File(String name) implements Input {
        @Override
        public TurnResult take(Conversation conversation, RepSession session, Instant now) {
            return conversation.file(session, name, now);
        }
    }

    /**
     * They sent a file that may hold plans, or tapped that its plans are to be imported.
     *
     * @param id what the chat knows it by
     * @param words what they wrote with it
     * @param read the file itself, once it is read
     */
    record PlansFile(String id, boolean isTapped, String words, Optional<SentFile> read) implements Input {

        public static PlansFile sent(String id, String words) {
            return new PlansFile(id, false, words, Optional.empty());
        }

        public static PlansFile tapped(String id) {
            return new PlansFile(id, true, "", Optional.empty());
        }

        @Override
        public Optional<String> file() {
            return Optional.of(id);
        }

        @Override
        public Input with(SentFile file) {
            return new PlansFile(id, isTapped, words, Optional.of(file));
        }

        @Override
        public TurnResult take(Conversation conversation, RepSession session, Instant now) {
            SentFile file = read.orElseThrow();
            return isTapped
                    ? conversation.importTapped(session, file, now)
                    : conversation.sent(session, file, words, now);
        }
    }

    /** They tapped something. */
    record Tap(About about, String says) implements Input {
        @Override
        public TurnResult take(Conversation conversation, RepSession session, Instant now) {
            return conversation.tap(session, about, says, now);
        }
    }

    /** They sent a form back. */
    record Sent(String token, Map<About, String> answers) implements Input {
        @Override
        public TurnResult take(Conversation conversation, RepSession session, Instant now) {
            Submission submission = conversation.submitted(session, token, answers, now);
            if (!submission.isAccepted()) {
                throw new FormRejected(submission);
            }
            return submission.result();
        }
    }

    /** They typed a slash command, with the words after it. */
    record Command(String typed) implements Input {
        @Override
        public TurnResult take(Conversation conversation, RepSession session, Instant now) {
            return conversation.command(session, typed, now);
        }

        @Override
        public boolean isLookUp() {
            return LookUp.isSaidBy(typed);
        }
    }

    /** They opened the DM. */
    record Opened() implements Input {
        @Override
        public TurnResult take(Conversation conversation, RepSession session, Instant now) {
            return conversation.opened(session, now);
        }
    }

    /** They did nothing, but their moment has come. */
    record Woken() implements Input {
        @Override
        public TurnResult take(Conversation conversation, RepSession session, Instant now) {
            return conversation.nudge(session, now);
        }
    }

    /** They opened their Home tab, or turned to another page of it. Nothing is said about that. */
    record LookedAtHome(int page) implements Input {
        @Override
        public TurnResult take(Conversation conversation, RepSession session, Instant now) {
            return TurnResult.NOTHING;
        }

        @Override
        public Optional<Integer> homePage() {
            return Optional.of(page);
        }
    }
}
