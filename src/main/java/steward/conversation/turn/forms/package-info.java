/** A row or a step filled as a form: what it asks, and what a turn makes of what was typed into it. */
@NullMarked
package steward.conversation.turn.forms;

import org.jspecify.annotations.NullMarked;
