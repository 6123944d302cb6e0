/** What a rep can mean, and what Steward can be asked. */
@NullMarked
package steward.conversation.understanding.meaning;

import org.jspecify.annotations.NullMarked;
