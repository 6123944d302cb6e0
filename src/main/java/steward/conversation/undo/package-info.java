/** Takes back what a rep did. */
@NullMarked
package steward.conversation.undo;

import org.jspecify.annotations.NullMarked;
