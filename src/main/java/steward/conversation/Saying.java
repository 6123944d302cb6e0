package steward.conversation;

import java.util.Optional;
import steward.message.About;
import steward.message.Message;
import steward.message.Purpose;
import steward.message.Stamp;

/**
 * Something Steward says in the rep's DM.
 *
 * @param intent the id it is sent under
 * @param thread the message it replies to, in its thread; empty: in the DM itself
 */
public record Saying(String intent, Purpose purpose, About about, Message message, Optional<Stamp> thread) {}
