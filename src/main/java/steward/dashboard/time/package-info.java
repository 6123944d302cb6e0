/** What a rep sees of the time log: entries, totals, and the hours planned beside them. */
@NullMarked
package steward.dashboard.time;

import org.jspecify.annotations.NullMarked;
