/** What reps and Slack get while the store can't be used. */
@NullMarked
package steward.endtoend.outage;

import org.jspecify.annotations.NullMarked;
