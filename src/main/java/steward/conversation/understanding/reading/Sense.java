package steward.conversation.understanding.reading;

import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;

/** One way to read what was typed. */
@FunctionalInterface
public interface Sense {
    /** What these words mean, read this way. */
    Guess of(Heard heard, ConversationState state);
}
