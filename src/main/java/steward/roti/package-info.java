/** Money earned per hour spent. */
@NullMarked
package steward.roti;

import org.jspecify.annotations.NullMarked;
