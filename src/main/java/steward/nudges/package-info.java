/** Who deserves a nudge now, on their own clock. */
@NullMarked
package steward.nudges;

import org.jspecify.annotations.NullMarked;
