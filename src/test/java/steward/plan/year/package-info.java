@NullMarked
package steward.plan.year;

import org.jspecify.annotations.NullMarked;
