/** A plan as a file. */
@NullMarked
package steward.export;

import org.jspecify.annotations.NullMarked;
