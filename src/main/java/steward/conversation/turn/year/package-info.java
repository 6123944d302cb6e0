/** What of last year's plan still holds. */
@NullMarked
package steward.conversation.turn.year;

import org.jspecify.annotations.NullMarked;
