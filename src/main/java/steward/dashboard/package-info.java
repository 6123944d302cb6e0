/** Home tab, look-ups and summaries as messages. */
@NullMarked
package steward.dashboard;

import org.jspecify.annotations.NullMarked;
