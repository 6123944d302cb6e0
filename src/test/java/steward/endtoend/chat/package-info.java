/** A rep at the sandbox's page, with nothing but HTTP between them and Steward. */
@NullMarked
package steward.endtoend.chat;

import org.jspecify.annotations.NullMarked;
