/** What Steward tells a monitor about its work. */
@NullMarked
package steward.metrics;

import org.jspecify.annotations.NullMarked;
