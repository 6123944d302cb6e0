/** How healthy a plan is, and what would mend it. */
@NullMarked
package steward.plan.health;

import org.jspecify.annotations.NullMarked;
