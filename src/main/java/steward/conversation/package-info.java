/**
 * One turn: words in, journal entries and a message out.
 *
 * <p>{@link steward.conversation.Conversation} is the door to it, and {@link steward.conversation.session} what it needs of the world and gives
 * back. The other packages hold one matter each; nobody outside imports them, and no two import each other.
 */
@NullMarked
package steward.conversation;

import org.jspecify.annotations.NullMarked;
