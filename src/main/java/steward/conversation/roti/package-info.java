/** Where an hour is worth most, as a rep asks for it: ranked, of one account, what if, shared. */
@NullMarked
package steward.conversation.roti;

import org.jspecify.annotations.NullMarked;
