/** What one year's plan gives to the next. */
@NullMarked
package steward.plan.year;

import org.jspecify.annotations.NullMarked;
