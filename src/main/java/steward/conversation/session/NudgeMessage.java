package steward.conversation.session;

import steward.nudges.SentNudge;

/**
 * A nudge that was sent or is about to be, with the message it went out in.
 *
 * @param intent the message that it goes out in
 * @param shown what that message shows, as plain text
 */
public record NudgeMessage(SentNudge sent, String intent, String shown) {}
