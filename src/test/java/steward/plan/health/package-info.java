@NullMarked
package steward.plan.health;

import org.jspecify.annotations.NullMarked;
