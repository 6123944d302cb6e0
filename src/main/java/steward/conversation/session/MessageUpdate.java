package steward.conversation.session;

import steward.message.Message;

/**
 * An update of a message sent before that is of no more use, to something shorter. Nothing depends on it: it may be late or never come.
 *
 * @param intent the id that the message was sent under
 */
public record MessageUpdate(String intent, Message message) {}
