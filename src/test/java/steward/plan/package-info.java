@NullMarked
package steward.plan;

import org.jspecify.annotations.NullMarked;
