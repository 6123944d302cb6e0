/** How one reading answers: surely, perhaps, or no. */
@NullMarked
package steward.conversation.understanding.reading;

import org.jspecify.annotations.NullMarked;
