/** What Steward asks of a chat product: to draw what it says, and to carry it. */
@NullMarked
package steward.runtime.chat;

import org.jspecify.annotations.NullMarked;
