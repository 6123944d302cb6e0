/** The programs that Steward is measured beside: each answers what it is told with the same words. */
@NullMarked
package steward.bench.peers;

import org.jspecify.annotations.NullMarked;
