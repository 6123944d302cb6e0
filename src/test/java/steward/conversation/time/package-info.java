@NullMarked
package steward.conversation.time;

import org.jspecify.annotations.NullMarked;
