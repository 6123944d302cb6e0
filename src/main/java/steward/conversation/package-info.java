/** One turn: words in, journal entries and a message out. */
@NullMarked
package steward.conversation;

import org.jspecify.annotations.NullMarked;
