/** What a rep means by what they type: one place that understands, and says or writes nothing. */
@NullMarked
package steward.conversation.understanding;

import org.jspecify.annotations.NullMarked;
