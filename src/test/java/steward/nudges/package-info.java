@NullMarked
package steward.nudges;

import org.jspecify.annotations.NullMarked;
