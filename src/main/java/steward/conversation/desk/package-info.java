/** What lies on a rep's desk when a turn is taken, and what the turn comes to. */
@NullMarked
package steward.conversation.desk;

import org.jspecify.annotations.NullMarked;
