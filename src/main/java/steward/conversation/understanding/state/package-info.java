/** What there is to understand words by: what was asked, and what the rep has. */
@NullMarked
package steward.conversation.understanding.state;

import org.jspecify.annotations.NullMarked;
