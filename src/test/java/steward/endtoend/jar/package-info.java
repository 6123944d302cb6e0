/** The command line, by the jar that was built. */
@NullMarked
package steward.endtoend.jar;

import org.jspecify.annotations.NullMarked;
