package steward.conversation.desk;

import steward.nudges.Sent;

/**
 * A nudge that went out, or is about to.
 *
 * @param intent the message that it goes out in
 * @param shown what that message shows, as plain text
 */
public record Nudged(Sent sent, String intent, String shown) {}
