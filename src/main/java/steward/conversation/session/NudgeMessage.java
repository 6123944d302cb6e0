package steward.conversation.session;

import steward.nudges.SentNudge;

/**
 * A nudge that went out, or is about to.
 *
 * @param intent the message that it goes out in
 * @param shown what that message shows, as plain text
 */
public record NudgeMessage(SentNudge sent, String intent, String shown) {}
