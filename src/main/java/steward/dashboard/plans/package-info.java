/** What a rep sees of one plan: its status, its health, its summary, and the card before a call. */
@NullMarked
package steward.dashboard.plans;

import org.jspecify.annotations.NullMarked;
