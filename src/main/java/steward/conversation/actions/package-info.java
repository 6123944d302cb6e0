/** What a rep says of their actions: done, later, moved, dropped, added. */
@NullMarked
package steward.conversation.actions;

import org.jspecify.annotations.NullMarked;
