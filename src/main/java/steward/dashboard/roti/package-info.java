/** What a rep sees of the ROTI: boards, formulas, allocations of hours, and what a change does to it. */
@NullMarked
package steward.dashboard.roti;

import org.jspecify.annotations.NullMarked;
