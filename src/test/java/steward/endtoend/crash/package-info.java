/** Killed and started again, alone or beside another: nothing is lost, and nothing is done twice. */
@NullMarked
package steward.endtoend.crash;

import org.jspecify.annotations.NullMarked;
