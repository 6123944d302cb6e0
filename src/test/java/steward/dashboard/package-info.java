@NullMarked
package steward.dashboard;

import org.jspecify.annotations.NullMarked;
