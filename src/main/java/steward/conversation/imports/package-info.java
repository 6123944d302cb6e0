/** Plans that come from files: looked at first, then started. */
@NullMarked
package steward.conversation.imports;

import org.jspecify.annotations.NullMarked;
