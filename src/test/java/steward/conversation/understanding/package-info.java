@NullMarked
package steward.conversation.understanding;

import org.jspecify.annotations.NullMarked;
