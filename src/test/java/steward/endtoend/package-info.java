/** Steward whole, seen from outside: over HTTP, in a browser, killed and started again. */
@NullMarked
package steward.endtoend;

import org.jspecify.annotations.NullMarked;
