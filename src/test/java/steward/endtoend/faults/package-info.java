/** Steward while all goes wrong that can, and what becomes of what it acknowledged. */
@NullMarked
package steward.endtoend.faults;

import org.jspecify.annotations.NullMarked;
