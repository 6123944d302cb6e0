/** Which of their plans a rep means. */
@NullMarked
package steward.conversation.accounts;

import org.jspecify.annotations.NullMarked;
