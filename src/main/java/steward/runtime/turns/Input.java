package steward.runtime.turns;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import steward.conversation.Conversation;
import steward.conversation.LookUp;
import steward.conversation.session.RepSession;
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

    /** They sent something without any text. */
    record File() implements Input {
        @Override
        public TurnResult take(Conversation conversation, RepSession session, Instant now) {
            return conversation.file(session, now);
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
