/** Nudges as messages, drawn again when something has become of what they are about. */
@NullMarked
package steward.dashboard.nudges;

import org.jspecify.annotations.NullMarked;
