/** One rep's worksheet being filled in, then lived with. */
@NullMarked
package steward.plan;

import org.jspecify.annotations.NullMarked;
