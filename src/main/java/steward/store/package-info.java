/** The only place that knows SQL. */
@NullMarked
package steward.store;

import org.jspecify.annotations.NullMarked;
