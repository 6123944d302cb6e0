/** What a turn needs of the world, a session on one rep's plans, and what it comes to. */
@NullMarked
package steward.conversation.session;

import org.jspecify.annotations.NullMarked;
