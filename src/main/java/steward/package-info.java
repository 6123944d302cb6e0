/** Settings, wiring, command line. */
@NullMarked
package steward;

import org.jspecify.annotations.NullMarked;
