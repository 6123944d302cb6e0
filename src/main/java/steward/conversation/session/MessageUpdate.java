package steward.conversation.session;

import steward.message.Message;

/**
 * A message sent before that has had its day, and what it shrinks to. Nothing depends on it: it may be late or never come.
 *
 * @param intent the id that the message was sent under
 */
public record MessageUpdate(String intent, Message message) {}
