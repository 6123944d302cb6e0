package steward.conversation.understanding;

/** One way to read what was typed. */
@FunctionalInterface
interface Sense {
    Guess of(Heard heard, ConversationState state);
}
