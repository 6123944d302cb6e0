/** Steward where nobody can reach it. */
@NullMarked
package steward.endtoend.socketmode;

import org.jspecify.annotations.NullMarked;
