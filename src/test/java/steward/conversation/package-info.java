@NullMarked
package steward.conversation;

import org.jspecify.annotations.NullMarked;
