/** Where the program begins. */
@NullMarked
package steward;

import org.jspecify.annotations.NullMarked;
