/** One turn in the talk about one plan: its questions, asked and answered. */
@NullMarked
package steward.conversation.turn;

import org.jspecify.annotations.NullMarked;
