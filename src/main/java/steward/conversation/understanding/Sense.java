package steward.conversation.understanding;

import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;

/** One way to read what was typed. */
@FunctionalInterface
interface Sense {
    Guess of(Heard heard, ConversationState state);
}
