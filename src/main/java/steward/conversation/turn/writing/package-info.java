/** What a turn writes and says: its entries, its message and the question that comes next. */
@NullMarked
package steward.conversation.turn.writing;

import org.jspecify.annotations.NullMarked;
